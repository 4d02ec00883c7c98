import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { KeyNotice } from '../api/api-key-period.ts';

export interface KeyNoticesProps {
  readonly notices: readonly KeyNotice[];
  readonly topic: ITopic;
}

/** Tells the topic, some weeks before an API key ends, that it will. */
export class KeyNotices extends Construct {
  constructor(scope: Construct, id: string, { notices, topic }: KeyNoticesProps) {
    super(scope, id);
    if (notices.length === 0) return;
    const { stackName } = Stack.of(this);
    const tell = new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] });
    const { roleArn } = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: { Tell: new PolicyDocument({ statements: [tell] }) },
    });
    for (const notice of notices) {
      new CfnSchedule(this, notice.period.name, {
        description: `Tells that the API key of ${notice.period.name} ends`,
        scheduleExpression: `at(${notice.at.toISOString().slice(0, 19)})`,
        scheduleExpressionTimezone: 'UTC',
        flexibleTimeWindow: { mode: 'OFF' },
        target: { arn: topic.topicArn, roleArn, input: textOf(stackName, notice) },
      });
    }
  }
}

/** The text does not say that there is such a key: a stack that is younger than the half-year has none. */
function textOf(stackName: string, { period: { name, expires } }: KeyNotice): string {
  return (
    `If the stack ${stackName} made an API key in ${name}, that key ends on ${expires.toISOString().slice(0, 10)}. From ` +
    'then on callers that use it are refused with 401. Deploy the stack once in each half of a year, and give callers the ' +
    'key of its output ApiKey: see "Rotate the API key" in infra/aws/README.md.'
  );
}
