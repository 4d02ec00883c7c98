import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBedrockModel } from '../../../../functions/generate-snippet/models/bedrock-model.ts';
import type { CodeRequest } from '../../../../functions/generate-snippet/models/code-model.ts';
import type { BedrockWire, Talk, WireRequest } from '../../../support/fakes/bedrock-wire.ts';
import { startBedrockWire } from '../../../support/fakes/bedrock-wire.ts';

const ARN = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
const done: Talk = [{ text: 'let a' }, { stop: 'end_turn' }];
const refused: Talk = { status: 400, error: 'ValidationException' };

const request: CodeRequest = {
  ...{ id: '1', language: 'JAVASCRIPT', instruction: 'one', parentCode: null, continuing: null },
  model: 'us.anthropic.claude-haiku-5-5',
  options: {},
};

async function answerOf(given: Partial<CodeRequest>, talk: (request: WireRequest) => Talk) {
  const wire: BedrockWire = await startBedrockWire(talk);
  onTestFinished(() => wire.close());
  const client = new BedrockRuntimeClient({
    ...{ region: 'us-east-1', endpoint: wire.url, maxAttempts: 1, requestHandler: new NodeHttpHandler() },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  onTestFinished(() => client.destroy());
  const behind = { [ARN]: 'us.anthropic.claude-sonnet-5-5' };
  const model = createBedrockModel(
    client,
    { note: () => undefined },
    { guardrail: undefined, defaultMaxTokens: undefined, behind },
  );
  const kinds: string[] = [];
  const end = (async () => {
    for await (const event of model.answer({ ...request, ...given }, new AbortController().signal))
      kinds.push(event.kind);
  })();
  const failure = await end.then(
    () => undefined,
    (error: unknown) => error,
  );
  const told = wire.requests.map(({ model, body }) => [model, body.additionalModelRequestFields]);
  return { kinds, failure, told };
}

describe('A model of Bedrock', () => {
  it('is told to think as little as it can', async () => {
    const { kinds, told } = await answerOf({}, () => done);
    expect(kinds).toEqual(['text', 'end']);
    expect(told).toEqual([[request.model, { thinking: { type: 'disabled' } }]]);
  });

  it('is known by what stands behind its ARN', async () => {
    expect((await answerOf({ model: ARN }, () => done)).told).toEqual([[ARN, { thinking: { type: 'between_tools' } }]]);
  });

  it('is asked again without that when it refuses the request', async () => {
    const refusing = ({ body }: WireRequest) => (body.additionalModelRequestFields ? refused : done);
    const { kinds, told } = await answerOf({}, refusing);
    expect(kinds).toEqual(['text', 'end']);
    expect(told.map(([, fields]) => fields)).toEqual([{ thinking: { type: 'disabled' } }, undefined]);
  });

  it.each([
    ['that it refuses without it too', {}, refused, 2],
    ['in which there was nothing of it', { model: 'qwen.qwen3-coder-next' }, refused, 1],
    ['that is throttled', {}, { status: 429, error: 'ThrottlingException' }, 1],
  ])('is asked no further about a request %s', async (_, given, talk, times) => {
    const { failure, told } = await answerOf(given, () => talk);
    expect(failure).toMatchObject({ name: 'GenerationFailure' });
    expect(told).toHaveLength(times);
  });
});
