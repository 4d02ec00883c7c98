import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../../../../functions/function-manifest.ts';
import type { Synthesized } from '../../../support/template/template.ts';
import { plain, synthesize } from '../../../support/template/template.ts';

const ref = (id: string) => ({ Ref: Match.stringLikeRegexp(`^${id}[0-9A-F]{8}$`) });
const arn = (id: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}[0-9A-F]{8}$`), 'Arn'] });

describe('An event of the worker', () => {
  let stack: Synthesized & { dispose(): void };
  let template: Template;
  beforeAll(async () => {
    stack = await synthesize();
    template = Template.fromJSON(stack.template);
  });
  afterAll(() => stack.dispose());

  it('is tried three times within an hour, then goes to the queue', () => {
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 1);
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: ref('FunctionsGenerateSnippetFunction'),
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3_600,
      DestinationConfig: { OnFailure: { Destination: arn('FailuresQueue') } },
    });
  });

  it('is taken from the queue by the function that records failures, one at a time', () => {
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 1);
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      ...{ BatchSize: 1, EventSourceArn: arn('FailuresQueue'), FunctionName: ref('FunctionsRecordFailureFunction') },
    });
  });

  it('is delivered ten times, two minutes apart, which is longer than the function may take, then is a dead letter', () => {
    expect(functions['record-failure'].timeoutSeconds).toBeLessThanOrEqual(120);
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 120,
      RedrivePolicy: { deadLetterTargetArn: arn('FailuresDeadLetters'), maxReceiveCount: 10 },
    });
  });

  it('is kept for 14 days as a dead letter', () => {
    template.resourceCountIs('AWS::SQS::Queue', 2);
    template.hasResourceProperties('AWS::SQS::Queue', {
      ...{ MessageRetentionPeriod: 1_209_600, RedrivePolicy: Match.absent() },
    });
  });

  it('lies encrypted in both queues, which refuse a connection without TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'));
    const guarded = policies.map(({ Properties }) => {
      const statements = Properties.PolicyDocument.Statement as Record<string, unknown>[];
      expect(plain(statements)).toContainEqual(
        expect.objectContaining({
          ...{ Action: 'sqs:*', Effect: 'Deny', Principal: { AWS: '*' } },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
      return plain(Properties.Queues);
    });
    expect(guarded.flat().sort()).toEqual(['${FailuresDeadLetters}', '${FailuresQueue}']);
  });
});
