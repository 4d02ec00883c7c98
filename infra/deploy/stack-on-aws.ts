import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import type { StackEvent, StackService } from './stack-service.ts';

/** A stack of the account and region of the credentials that AWS's own tools find. */
export function stackOnAws(stackName: string, region: string): StackService {
  const cloudFormation = new CloudFormationClient({ region });
  const cloudWatch = new CloudWatchClient({ region });
  return {
    async find() {
      const command = new DescribeStacksCommand({ StackName: stackName });
      const { Stacks: [stack] = [] } = await cloudFormation.send(command).catch(noneIfMissing);
      if (!stack) return undefined;
      const outputs = (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]);
      return { status: stack.StackStatus ?? '', outputs: Object.fromEntries(outputs) as Record<string, string> };
    },
    async alarms(arns) {
      const AlarmNames = arns.map((arn) => arn.slice(arn.indexOf(':alarm:') + ':alarm:'.length));
      const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames }));
      return MetricAlarms.map(({ AlarmArn = '', AlarmName = '', StateValue = 'INSUFFICIENT_DATA' }) => ({
        ...{ arn: AlarmArn, name: AlarmName, state: StateValue },
      }));
    },
    async events(since) {
      const events: StackEvent[] = [];
      for (let NextToken: string | undefined; ;) {
        const command = new DescribeStackEventsCommand({ StackName: stackName, NextToken });
        const page = await cloudFormation.send(command).catch(noneIfMissing);
        for (const event of page.StackEvents ?? []) {
          if ((event.Timestamp ?? since) < since) return events;
          events.push({
            ...{ id: event.EventId ?? '', resource: event.LogicalResourceId ?? '', type: event.ResourceType ?? '' },
            ...{ status: event.ResourceStatus ?? '', reason: event.ResourceStatusReason ?? '' },
          });
        }
        NextToken = page.NextToken;
        if (!NextToken) return events;
      }
    },
    async cancelUpdate() {
      await cloudFormation.send(new CancelUpdateStackCommand({ StackName: stackName }));
    },
  };
}

/** CloudFormation answers a name that it does not know with a ValidationError. */
function noneIfMissing(error: unknown): Record<string, never> {
  if (error instanceof Error && /does not exist/.test(error.message)) return {};
  throw error;
}
