import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the fake answers of one stack; a test changes it as it goes. */
export interface FakeStack {
  /** Null: there is none. */
  status: string | null;
  outputs: Record<string, string>;
  alarms: { name: string; state: string }[];
  /** The latest first. */
  events: { id: string; resource: string; type: string; status: string; reason?: string; at: Date }[];
}

export interface FakeAws {
  readonly url: string;
  readonly stack: FakeStack;
  /** The actions that were asked for, in their order. */
  readonly asked: string[];
  /** Called when an update is cancelled. */
  onCancel: () => void;
  close(): Promise<void>;
}

const tags = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`)
    .join('');
const members = (name: string, list: string[]): string =>
  `<${name}>${list.map((item) => `<member>${item}</member>`).join('')}</${name}>`;

/**
 * CloudFormation and CloudWatch of one stack on 127.0.0.1. To CloudFormation a form goes in, and XML comes out
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonParameters.html), two events to a page; to
 * CloudWatch JSON goes in, as its SDK sends it, and comes out.
 */
export async function startFakeAws(stack: FakeStack): Promise<FakeAws> {
  const asked: string[] = [];
  const answers: Record<string, (given: URLSearchParams) => string | null> = {
    DescribeStacks: () => {
      if (stack.status === null) return null;
      const outputs = Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => tags({ OutputKey, OutputValue }));
      const about = tags({ StackName: 'snipstream-alice', StackStatus: stack.status });
      return members('Stacks', [`${about}${members('Outputs', outputs)}`]);
    },
    DescribeStackEvents: (given) => {
      if (stack.status === null) return null;
      const first = Number(given.get('NextToken') ?? 0);
      const page = stack.events.slice(first, first + 2).map((event) =>
        tags({
          ...{ EventId: event.id, LogicalResourceId: event.resource, ResourceType: event.type },
          ...{ ResourceStatus: event.status, Timestamp: event.at.toISOString() },
          ...(event.reason ? { ResourceStatusReason: event.reason } : {}),
        }),
      );
      const more = first + 2 < stack.events.length ? tags({ NextToken: `${first + 2}` }) : '';
      return `${members('StackEvents', page)}${more}`;
    },
    CancelUpdateStack: () => {
      fake.onCancel();
      return '';
    },
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [, target] = String(request.headers['x-amz-target'] ?? '').split('.');
    if (target === 'DescribeAlarms') {
      asked.push(target);
      const { AlarmNames } = JSON.parse(body) as { AlarmNames: string[] };
      const MetricAlarms = stack.alarms
        .filter(({ name }) => AlarmNames.includes(name))
        .map(({ name, state }) => ({ AlarmName: name, AlarmArn: alarmArn(name), StateValue: state }));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ MetricAlarms }));
      return;
    }
    const given = new URLSearchParams(body);
    const action = given.get('Action') ?? '';
    asked.push(action);
    const inside = answers[action]?.(given) ?? null;
    response
      .writeHead(inside === null ? 400 : 200, { 'content-type': 'text/xml' })
      .end(
        inside === null
          ? `<ErrorResponse><Error>${tags({ Type: 'Sender', Code: 'ValidationError', Message: 'Stack with id snipstream-alice does not exist' })}</Error></ErrorResponse>`
          : `<${action}Response><${action}Result>${inside}</${action}Result></${action}Response>`,
      );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const fake: FakeAws = {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stack, asked },
    onCancel: () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

export function alarmArn(name: string): string {
  return `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`;
}
