import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stackOnAws } from '../../../infra/deploy/stack-on-aws.ts';
import type { FakeAws } from '../../support/fakes/fake-aws.ts';
import { alarmArn, startFakeAws } from '../../support/fakes/fake-aws.ts';

describe('A stack on AWS', () => {
  let aws: FakeAws;
  beforeEach(async () => {
    aws = await startFakeAws({ status: 'UPDATE_COMPLETE', outputs: {}, alarms: [], events: [] });
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIA');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await aws.close();
  });
  const stack = () => stackOnAws('snipstream-alice', 'us-east-1');

  it('is told with its status and its outputs', async () => {
    aws.stack.outputs = { ApiUrl: 'https://api.example/graphql', ApiKey: 'a&b' };
    expect(await stack().find()).toEqual({ status: 'UPDATE_COMPLETE', outputs: aws.stack.outputs });
  });

  it('that is not there is none, and has no events', async () => {
    aws.stack.status = null;
    expect(await stack().find()).toBeUndefined();
    expect(await stack().events(new Date(0))).toEqual([]);
  });

  it('tells the events since a moment over all pages, and asks for no page more', async () => {
    const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 12, minute));
    aws.stack.events = [9, 8, 7, 2, 1, 0].map((minute) => ({
      ...{ id: `${minute}`, resource: 'Table', type: 'AWS::DynamoDB::GlobalTable', status: 'UPDATE_FAILED' },
      ...{ reason: minute === 9 ? 'No <room>' : '', at: at(minute) },
    }));
    const events = await stack().events(at(7));
    expect(events.map(({ id, reason }) => [id, reason])).toEqual([
      ['9', 'No <room>'],
      ['8', ''],
      ['7', ''],
    ]);
    expect(aws.asked).toEqual(['DescribeStackEvents', 'DescribeStackEvents']);
  });

  it('tells the alarms that there are, by their ARNs', async () => {
    aws.stack.alarms = [
      { name: 'One', state: 'ALARM' },
      { name: 'Other', state: 'OK' },
    ];
    expect(await stack().alarms([alarmArn('One'), alarmArn('Gone')])).toEqual([
      { arn: alarmArn('One'), name: 'One', state: 'ALARM' },
    ]);
  });

  it('whose update is cancelled hears of it', async () => {
    const cancelled = vi.fn();
    aws.onCancel = cancelled;
    await stack().cancelUpdate();
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
