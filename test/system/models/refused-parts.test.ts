import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { createOpenAiModel } from '../../../infra/local/bedrock/openai/openai-model.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import type { OpenAiRequest, Reply } from '../../support/fakes/openai-server.ts';
import { startOpenAiServer } from '../../support/fakes/openai-server.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const good: Reply = {
  contentType: 'application/json',
  body: '{"choices":[{"message":{"content":"```python\\nprint(1)\\n```"},"finish_reason":"stop"}]}',
};
const options = { maxTokens: 20_000, temperature: 0.5, topP: 0.9 };
/** A refusal, and what the request that is sent instead has and has not. */
type Row = readonly [
  name: string,
  refused: (request: OpenAiRequest) => boolean,
  says: unknown,
  instead: object,
  without: readonly string[],
];

const has =
  (name: string) =>
  (request: OpenAiRequest): boolean =>
    request[name] !== undefined;
const rows: readonly Row[] = [
  [
    'max_tokens, in favour of max_completion_tokens',
    has('max_tokens'),
    {
      error: {
        message: "Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead.",
        param: 'max_tokens',
      },
    },
    { max_completion_tokens: 20_000 },
    ['max_tokens'],
  ],
  [
    'a limit above the one it names',
    ({ max_tokens: limit }) => Number(limit) > 4_096,
    { error: { message: 'max_tokens is too large: 20000. This model supports at most 4,096 completion tokens.' } },
    { max_tokens: 4_096 },
    [],
  ],
  [
    'a limit that its context has no room for',
    has('max_tokens'),
    {
      message: "This model's maximum context length is 8192 tokens. However, you requested 20200 tokens.",
      object: 'error',
    },
    {},
    ['max_tokens'],
  ],
  ['stream_options', has('stream_options'), { detail: 'Unknown field: stream_options' }, {}, ['stream_options']],
  [
    'a temperature',
    has('temperature'),
    { error: { message: "Unsupported value: 'temperature' does not support 0.5 with this model." } },
    { top_p: 0.9 },
    ['temperature'],
  ],
  [
    'a top_p beside a temperature',
    (request) => has('temperature')(request) && has('top_p')(request),
    { error: { message: '`temperature` and `top_p` cannot both be specified for this model.' } },
    { temperature: 0.5 },
    ['top_p'],
  ],
  [
    'a system message',
    ({ messages }) => messages[0]?.role === 'system',
    { object: 'error', message: 'System role not supported', code: 400 },
    {},
    [],
  ],
  [
    'turns that do not alternate',
    ({ messages }) => messages[0]?.role === 'system',
    { error: 'Conversation roles must alternate user/assistant/user/assistant/...' },
    {},
    [],
  ],
];

describe('a server that refuses', () => {
  it.each(rows)('%s is asked without it, once for all', async (_name, refused, says, instead, without) => {
    const server = await startOpenAiServer((request) =>
      refused(request) ? { status: 400, contentType: 'application/json', body: JSON.stringify(says) } : good,
    );
    const warned: string[] = [];
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'picky', warn: (line) => warned.push(line) });
    const host = await startTestHost({ model });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const generate = () => client.generateCode({ language: 'PYTHON', instruction: 'print 1', options });
      expect(await generate()).toMatchObject({ status: 'COMPLETED', code: 'print(1)\n', modelCalls: 1 });
      expect(server.requests).toHaveLength(2);
      expect(await generate()).toMatchObject({ status: 'COMPLETED' });
      expect(server.requests).toHaveLength(3);
      for (const request of server.requests.slice(1)) {
        expect(refused(request)).toBe(false);
        expect(request).toMatchObject(instead);
        for (const name of without) expect(request).not.toHaveProperty(name);
        const told = request.messages.map(({ content }) => content).join('\n');
        expect(told, 'what it is to do is told all the same').toContain('exactly one fenced code block');
        expect(told).toContain('print 1');
      }
      expect(warned).toHaveLength(1);
      expect(warned[0]).toMatch(/^The model "picky" refused a part of a request/);
    } finally {
      await host.close();
      await server.close();
    }
  });

  it('something else is told so, and is not asked again', async () => {
    const server = await startOpenAiServer(() => ({
      status: 400,
      contentType: 'application/json',
      body: '{"error":"No."}',
    }));
    const host = await startTestHost({ model: createOpenAiModel({ baseUrl: server.baseUrl, model: 'picky' }) });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const { failure } = await client.generateCode({ language: 'PYTHON', instruction: 'print 1', options });
      expect(failure).toMatchObject({
        code: 'MODEL_REQUEST_INVALID',
        message: expect.stringContaining('with 400: No.'),
      });
      expect(server.requests).toHaveLength(1);
    } finally {
      await host.close();
      await server.close();
    }
  });
});

describe('a model of Bedrock that refuses', () => {
  type Body = Parameters<Parameters<typeof startBedrockWire>[0]>[0]['body'];
  let refuses: (body: Body) => string | undefined = () => undefined;
  let wire: Awaited<ReturnType<typeof startBedrockWire>>;
  let host: Awaited<ReturnType<typeof startTestHost>>;

  beforeAll(async () => {
    wire = await startBedrockWire(({ body }) => {
      const message = refuses(body);
      return message
        ? { status: 400, error: 'ValidationException', message }
        : [{ text: '```python\nprint(1)\n```' }, { stop: 'end_turn' }];
    });
    host = await startTestHost({ environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url } });
  });
  afterAll(async () => {
    await host.close();
    await wire.close();
  });
  const generate = (maxTokens?: number) => {
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    const options = maxTokens === undefined ? {} : { maxTokens };
    return client.generateCode({ language: 'PYTHON', instruction: 'print 1', options });
  };

  it('no part is sent no limit of tokens that nobody gave', async () => {
    refuses = () => undefined;
    expect(await generate()).toMatchObject({ status: 'COMPLETED' });
    expect(wire.requests.at(-1)?.body.inferenceConfig).toEqual({});
  });

  it('a limit above its own is asked with its own', async () => {
    refuses = ({ inferenceConfig }) =>
      Number(inferenceConfig['maxTokens'] ?? 0) > 4_096
        ? 'The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is lower than 4096.'
        : undefined;
    const before = wire.requests.length;
    expect(await generate(20_000)).toMatchObject({ status: 'COMPLETED', modelCalls: 1 });
    expect(wire.requests.slice(before).map(({ body }) => body.inferenceConfig['maxTokens'])).toEqual([20_000, 4_096]);
    await generate(100);
    expect(wire.requests.at(-1)?.body.inferenceConfig).toEqual({ maxTokens: 100 });
  });

  it('system messages is told the rules in the first turn', async () => {
    refuses = ({ system }) => (system ? "This model doesn't support system messages." : undefined);
    expect(await generate()).toMatchObject({ status: 'COMPLETED' });
    const [first] = wire.requests.at(-1)?.body.messages ?? [];
    expect(first?.content.map(({ text = '' }) => text).join('\n')).toMatch(/exactly one fenced code block[^]*print 1/);
  });
});
