import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures } from '../../../../schema/failure-codes.ts';
import type { Synthesized } from '../../../support/template/template.ts';
import { plain, synthesize } from '../../../support/template/template.ts';

const service = { Name: 'service', Value: 'snipstream-prod' };
const ref = (id: string) => ({ Ref: Match.stringLikeRegexp(`^${id}[0-9A-F]{8}$`) });
const failure = (code: string) => ({
  ...{ Namespace: 'Snipstream', MetricName: 'Failures', Statistic: 'Sum', Period: 300 },
  Dimensions: [{ Name: 'code', Value: code }, service],
});
const lambda = (name: string, MetricName: string, Statistic = 'Sum') => ({
  ...{ Namespace: 'AWS/Lambda', MetricName, Statistic, Period: 300 },
  Dimensions: [{ Name: 'FunctionName', Value: ref(`Functions${name}Function`) }],
});
const appSync = (MetricName: string) => ({
  ...{ Namespace: 'AWS/AppSync', MetricName, Statistic: 'Sum', Period: 300 },
  Dimensions: [{ Name: 'GraphQLAPIId', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ApiGraphqlApi'), 'ApiId'] } }],
});
const blocked = (webAcl: unknown) => ({
  ...{ Namespace: 'AWS/WAFV2', MetricName: 'BlockedRequests', Statistic: 'Sum', Period: 300 },
  Dimensions: Match.arrayWith([
    { Name: 'Region', Value: 'us-east-1' },
    { Name: 'Rule', Value: 'ALL' },
    { Name: 'WebACL', Value: webAcl },
  ]),
});

/** Every alarm of production: from which value of which metric on it tells somebody. */
const alarms: Record<string, [threshold: number, metric: Record<string, unknown>]> = {
  FailuresMODEL_ACCESS_DENIED: [1, failure('MODEL_ACCESS_DENIED')],
  FailuresMODEL_NOT_USABLE: [1, failure('MODEL_NOT_USABLE')],
  FailuresMODEL_THROTTLED: [5, failure('MODEL_THROTTLED')],
  FailuresMODEL_UNAVAILABLE: [5, failure('MODEL_UNAVAILABLE')],
  FailuresMODEL_TIMED_OUT: [5, failure('MODEL_TIMED_OUT')],
  FailuresMODEL_STREAM_INTERRUPTED: [5, failure('MODEL_STREAM_INTERRUPTED')],
  FailuresSTORAGE_FAILED: [1, failure('STORAGE_FAILED')],
  FailuresWORKER_NOT_STARTED: [1, failure('WORKER_NOT_STARTED')],
  FailuresWORKER_FAILED: [1, failure('WORKER_FAILED')],
  ThrottlesGenerateSnippet: [1, lambda('GenerateSnippet', 'Throttles')],
  ThrottlesAwaitSnippet: [1, lambda('AwaitSnippet', 'Throttles')],
  ThrottlesSnippetFile: [1, lambda('SnippetFile', 'Throttles')],
  ThrottlesRecordFailure: [1, lambda('RecordFailure', 'Throttles')],
  ErrorsGenerateSnippet: [4, lambda('GenerateSnippet', 'Errors')],
  ErrorsAwaitSnippet: [4, lambda('AwaitSnippet', 'Errors')],
  ErrorsSnippetFile: [4, lambda('SnippetFile', 'Errors')],
  ErrorsRecordFailure: [4, lambda('RecordFailure', 'Errors')],
  EventAge: [300_000, lambda('GenerateSnippet', 'AsyncEventAge', 'Maximum')],
  DeadLetters: [
    1,
    {
      ...{ Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Maximum', Period: 300 },
      Dimensions: [
        { Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^FailuresDeadLetters'), 'QueueName'] } },
      ],
    },
  ],
  ServerErrors: [1, appSync('5XXError')],
  ClientErrors: [50, appSync('4XXError')],
  BlockedByMetricName: [1, blocked('snipstream-prod')],
  BlockedByAclName: [1, blocked({ 'Fn::Select': [0, { 'Fn::Split': ['|', ref('FirewallAcl')] }] })],
  CostPerDay: [
    7,
    {
      ...{ Namespace: 'Snipstream', MetricName: 'EstimatedCost', Statistic: 'Sum', Period: 86_400 },
      Dimensions: [service],
    },
  ],
};

/** Failures that are the caller's, that a caller can do nothing about but ask again, or that no function records. */
const notWatched = ['MODEL_RETURNED_NO_CODE', 'MODEL_REFUSED', 'MODEL_REQUEST_INVALID', 'PARENT_DELETED', 'TIMED_OUT'];

/** Each by the name under which its description leads to the README. */
const names = (template: Template): string[] =>
  Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => {
    const [, name = ''] = /What to do: see (\w+) in/.exec(String(Properties.AlarmDescription)) ?? [];
    return name;
  });

describe('The alarms of production', () => {
  let stack: Synthesized & { dispose(): void };
  let template: Template;
  beforeAll(async () => {
    stack = await synthesize({ stage: 'prod', alarmEmail: 'someone@example.com', costPerDay: '7' });
    template = Template.fromJSON(stack.template);
  });
  afterAll(() => stack.dispose());

  it('are these', () => {
    expect(names(template).sort()).toEqual(Object.keys(alarms).sort());
  });

  it.each(Object.entries(alarms))(
    '%s tells somebody at once, and of nothing when nothing is counted',
    (id, [threshold, metric]) => {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        ...metric,
        Threshold: threshold,
        AlarmDescription: Match.stringLikeRegexp(`^[A-Z].+\\. What to do: see ${id} in infra/aws/README\\.md\\.$`),
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        EvaluationPeriods: 1,
        TreatMissingData: 'notBreaching',
        AlarmActions: [ref('AlarmsTopic')],
      });
    },
  );

  it('watch each failure that is not the caller’s', () => {
    const watched = Object.keys(failures).filter((code) => !notWatched.includes(code));
    expect(names(template).filter((id) => id.startsWith('Failures'))).toEqual(
      expect.arrayContaining(watched.map((code) => `Failures${code}`)),
    );
  });

  it('tell by one topic, to which nothing but CloudWatch of this account and the notices of the key write', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'someone@example.com' });
    const policies = template.findResources('AWS::SNS::TopicPolicy');
    const statements = Object.values(policies).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(plain(statements)).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      {
        ...{ Action: 'sns:Publish', Effect: 'Allow', Resource: '${AlarmsTopic}', Sid: expect.any(String) },
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
      },
    ]);
  });

  it('are two by which a deployment is rolled back', () => {
    template.hasOutput('RollbackAlarms', {
      Value: {
        'Fn::Join': [
          ' ',
          [
            { 'Fn::GetAtt': [Match.stringLikeRegexp('^AlarmsServerErrors'), 'Arn'] },
            { 'Fn::GetAtt': [Match.stringLikeRegexp('^AlarmsErrorsGenerateSnippet'), 'Arn'] },
          ],
        ],
      },
    });
  });
});

describe('Without a firewall, a price and an address', () => {
  it('there is no alarm that can never be raised, and nobody to tell', async () => {
    const stack = await synthesize({ models: 'zai.glm-5' });
    const template = Template.fromJSON(stack.template);
    stack.dispose();
    const never = ['BlockedByMetricName', 'BlockedByAclName', 'CostPerDay'];
    expect(names(template).sort()).toEqual(
      Object.keys(alarms)
        .filter((id) => !never.includes(id))
        .sort(),
    );
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent() });
    for (const type of ['AWS::SNS::Topic', 'AWS::Scheduler::Schedule', 'AWS::Budgets::Budget']) {
      template.resourceCountIs(type, 0);
    }
  });
});
