import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { apiKeyPeriod, keyNotices } from '../../../../infra/aws/api/api-key-period.ts';
import { KeyNotices } from '../../../../infra/aws/watch/key-notices.ts';

const DAY = 86_400_000;

/** The template of a stack that is deployed at this moment. */
function deployedAt(now: Date): Template {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'snipstream-test');
  const topic = new Topic(stack, 'Topic');
  new KeyNotices(stack, 'KeyNotices', { notices: keyNotices(now), topic });
  return Template.fromStack(stack);
}

const schedulesOf = (template: Template): Record<string, unknown>[] =>
  Object.values(template.findResources('AWS::Scheduler::Schedule')).map(({ Properties }) => Properties);

/** A day of each month over the two years after 0.2.0. */
const deployDates = Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2026, 10 + month, 15, 12)));

describe('The notice that an API key ends', () => {
  it.each(deployDates)('of a deployment on %s comes 30 days before, and never at a time that is past', (now) => {
    const schedules = schedulesOf(deployedAt(now));
    const times = schedules.map(({ ScheduleExpression }) => {
      const [, time] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(String(ScheduleExpression)) ?? [];
      return Date.parse(`${time}Z`);
    });
    expect(times).toContain(+apiKeyPeriod(now).expires - 30 * DAY);
    for (const time of times) expect(time - +now).toBeGreaterThanOrEqual(DAY);
  });

  it('still comes for the key of the half-year before, under the id that it had', () => {
    const ids = (now: string) => Object.keys(deployedAt(new Date(now)).findResources('AWS::Scheduler::Schedule'));
    const before = ids('2026-11-25T12:00:00Z');
    expect(before).toHaveLength(1);
    expect(ids('2027-02-01T00:00:00Z')).toEqual([...before, expect.stringMatching(/2027H1/)]);
    expect(ids('2027-05-01T12:00:00Z')).toEqual([expect.stringMatching(/2027H1/)]);
  });

  it('says which stack, which key, when and what to do, in UTC and once', () => {
    const template = deployedAt(new Date('2026-11-25T12:00:00Z'));
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'at(2027-05-02T00:00:00)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: { Ref: Match.stringLikeRegexp('^Topic') },
        RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^KeyNoticesRole'), 'Arn'] },
        Input: Match.stringLikeRegexp('stack snipstream-test made an API key in 2026H2, that key ends on 2027-06-01'),
      },
    });
  });

  it('is sent by a role that the scheduler of this account alone may take, and that may do nothing else', () => {
    const template = deployedAt(new Date('2026-11-25T12:00:00Z'));
    template.resourceCountIs('AWS::IAM::Policy', 0);
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              { Action: 'sns:Publish', Effect: 'Allow', Resource: { Ref: Match.stringLikeRegexp('^Topic') } },
            ],
          },
        },
      ],
    });
  });
});
