import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snippet, SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { eventually } from '../../support/hosts/api.ts';
import type { BedrockWire, Move, Talk, WireRequest } from '../../support/fakes/bedrock-wire.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const CODE = 'let a = 1;\nlet b = 2;\n';
const usage: Move = { usage: [3, 4] };
const whole: Talk = [{ text: `\`\`\`js\n${CODE}\`\`\`` }, { stop: 'end_turn' }, usage];
const begun: Move = { text: '```js\nlet a = 1;\nlet' };
const refused = (status: number, error: string, message?: string): Talk => ({
  status,
  error,
  ...(message ? { message } : {}),
});
const busy = refused(503, 'ServiceUnavailableException');
/** As often as there is time. */
const MANY = 5;
const stopped = (stop: string): Talk => [{ text: `\`\`\`js\n${CODE}\`\`\`` }, { stop }, usage];

interface Case {
  /** What the model does, call by call; the last again and again. */
  readonly talks: readonly [Talk, ...Talk[]];
  readonly calls: number;
  /** True when it may be asked more often. */
  readonly atLeast?: boolean;
  /** COMPLETED with CODE when left out. */
  readonly failure?: string;
  readonly code?: string;
  readonly truncated?: boolean;
  readonly model?: string;
}

/** The model that is asked fails, with nothing to fall back on. */
const alone: Record<string, Case> = {
  'answers at once': { talks: [whole], calls: 1 },
  'is throttled twice': {
    talks: [refused(429, 'ThrottlingException'), refused(429, 'ThrottlingException'), whole],
    calls: 3,
  },
  'is throttled for ever': {
    talks: [refused(429, 'ThrottlingException')],
    ...{ calls: MANY, atLeast: true },
    failure: 'MODEL_THROTTLED',
  },
  'is not ready for ever': {
    talks: [refused(429, 'ModelNotReadyException')],
    ...{ calls: MANY, atLeast: true },
    failure: 'MODEL_UNAVAILABLE',
  },
  'is unavailable for ever': {
    talks: [refused(503, 'ServiceUnavailableException')],
    ...{ calls: MANY, atLeast: true },
    failure: 'MODEL_UNAVAILABLE',
  },
  'is unavailable for a while, more often than three times': {
    talks: [busy, busy, busy, busy, busy, busy, whole],
    calls: 7,
  },
  'fails inside for ever': { talks: [refused(500, 'InternalServerException')], calls: 3, failure: 'MODEL_UNAVAILABLE' },
  'errs once': { talks: [refused(424, 'ModelErrorException'), whole], calls: 2 },
  'errs for ever': { talks: [refused(424, 'ModelErrorException')], calls: 2, failure: 'MODEL_UNAVAILABLE' },
  'times out for ever': { talks: [refused(408, 'ModelTimeoutException')], calls: 2, failure: 'MODEL_TIMED_OUT' },
  'fails to stream, before the stream': {
    talks: [refused(424, 'ModelStreamErrorException')],
    calls: 2,
    failure: 'MODEL_STREAM_INTERRUPTED',
  },
  'has no quota': { talks: [refused(400, 'ServiceQuotaExceededException')], calls: 1, failure: 'MODEL_THROTTLED' },
  'is not allowed': { talks: [refused(403, 'AccessDeniedException')], calls: 1, failure: 'MODEL_ACCESS_DENIED' },
  'is not there': { talks: [refused(404, 'ResourceNotFoundException')], calls: 1, failure: 'MODEL_NOT_USABLE' },
  'wants an inference profile': {
    talks: [refused(400, 'ValidationException', "Invocation of model ID a with on-demand throughput isn't supported.")],
    calls: 1,
    failure: 'MODEL_NOT_USABLE',
  },
  'has no such id': {
    talks: [refused(400, 'ValidationException', 'The provided model identifier is invalid.')],
    calls: 1,
    failure: 'MODEL_NOT_USABLE',
  },
  'is for other accounts': {
    talks: [refused(400, 'ValidationException', 'Operation not allowed')],
    calls: 1,
    failure: 'MODEL_NOT_USABLE',
  },
  'has credentials that expired': {
    talks: [refused(403, 'ExpiredTokenException')],
    calls: 1,
    failure: 'MODEL_ACCESS_DENIED',
  },
  'does not take the request': {
    talks: [refused(400, 'ValidationException')],
    calls: 1,
    failure: 'MODEL_REQUEST_INVALID',
  },
  conflicts: { talks: [refused(400, 'ConflictException')], calls: 1, failure: 'MODEL_REQUEST_INVALID' },
  'is throttled within the stream': { talks: [[{ exception: 'ThrottlingException' }], whole], calls: 2 },
  'is unavailable within the stream': { talks: [[{ exception: 'ServiceUnavailableException' }], whole], calls: 2 },
  'fails inside within the stream': { talks: [[{ exception: 'InternalServerException' }], whole], calls: 2 },
  'refuses the request within the stream': {
    talks: [[{ exception: 'ValidationException' }]],
    calls: 1,
    failure: 'MODEL_REQUEST_INVALID',
  },
  'fails to stream after the first part': {
    talks: [[begun, { pauseMs: 60 }, { exception: 'ModelStreamErrorException' }], whole],
    calls: 2,
  },
  'fails to stream after the first part, twice': {
    talks: [[begun, { pauseMs: 60 }, { exception: 'ModelStreamErrorException' }]],
    calls: 2,
    failure: 'MODEL_STREAM_INTERRUPTED',
    code: 'let a = 1;\nlet',
  },
  'is cut off after the first part': { talks: [[begun, { pauseMs: 60 }, 'cut'], whole], calls: 2 },
  'is cut off for ever': {
    talks: [[begun, { pauseMs: 60 }, 'cut']],
    calls: 2,
    failure: 'MODEL_STREAM_INTERRUPTED',
    code: 'let a = 1;\nlet',
  },
  'ends without saying so': { talks: [[begun, { pauseMs: 60 }], whole], calls: 2 },
  'sends a corrupt frame': { talks: [['corrupt'], whole], calls: 2 },
  'sends corrupt frames for ever': { talks: [['corrupt']], calls: 2, failure: 'MODEL_STREAM_INTERRUPTED' },
  'hangs once, after the first part': { talks: [[begun, 'hang'], whole], calls: 2 },
  'hangs for ever': { talks: [['hang']], calls: 1, failure: 'MODEL_TIMED_OUT' },
  'hangs after the first part, for ever': {
    talks: [[begun, 'hang']],
    calls: 2,
    failure: 'MODEL_TIMED_OUT',
    code: 'let a = 1;\nlet',
  },
  'takes longer to begin than it may be silent afterwards': {
    talks: [[{ pauseMs: 900 }, ...(whole as Move[])]],
    calls: 1,
  },
  'thinks long without a word of text': {
    talks: [
      [
        ...Array.from({ length: 12 }, () => [{ reasoning: 'hm ' }, { pauseMs: 100 }] as Move[]).flat(),
        ...(whole as Move[]),
      ],
    ],
    calls: 1,
  },
  'stops at a stop sequence': { talks: [stopped('stop_sequence')], calls: 1 },
  'stops for a tool': { talks: [stopped('tool_use')], calls: 1 },
  'stops for a reason nobody knows': { talks: [stopped('something_new')], calls: 1 },
  'is stopped by a guardrail': {
    talks: [[{ text: `\`\`\`js\n${CODE}\`\`\`` }, { pauseMs: 60 }, { stop: 'guardrail_intervened' }]],
    calls: 1,
    failure: 'MODEL_REFUSED',
    code: CODE,
  },
  'is stopped by a filter': {
    talks: [[{ text: 'Sorry.' }, { stop: 'content_filtered' }]],
    calls: 1,
    failure: 'MODEL_REFUSED',
  },
  'answers in prose': {
    talks: [[{ text: 'I would rather not write this.' }, { stop: 'end_turn' }]],
    calls: 1,
    failure: 'MODEL_RETURNED_NO_CODE',
  },
  'is cut at the token limit and goes on': {
    talks: [
      [{ text: '```js\nlet a = 1;\nlet b' }, { stop: 'max_tokens' }, usage],
      [{ text: '```js\nlet b = 2;\n```' }, { stop: 'end_turn' }, usage],
    ],
    calls: 2,
  },
  'is cut at the token limit twice': {
    talks: [
      [{ text: '```js\nlet a = 1;\nlet b' }, { stop: 'max_tokens' }],
      [{ text: '```js\nlet b = 2;\n' }, { stop: 'max_tokens' }],
    ],
    calls: 2,
    truncated: true,
  },
  'cannot go on after the token limit': {
    talks: [[{ text: '```js\nlet a = 1;\nlet b' }, { stop: 'max_tokens' }], refused(400, 'ValidationException')],
    calls: 2,
    truncated: true,
    code: 'let a = 1;\nlet b',
  },
  'fills the context window': {
    talks: [
      [{ text: '```js\nlet a = 1;\nlet b' }, { stop: 'model_context_window_exceeded' }],
      [{ text: 'let b = 2;\n```' }, { stop: 'end_turn' }],
    ],
    calls: 2,
  },
};

/** The first model fails and another is in the list. */
const withAnother: Record<string, Case> = {
  'is throttled for ever, the next answers': {
    talks: [refused(429, 'ThrottlingException')],
    calls: 4,
    model: 'another.model',
  },
  'is not allowed, and the next is not asked': {
    talks: [refused(403, 'AccessDeniedException')],
    calls: 1,
    failure: 'MODEL_ACCESS_DENIED',
  },
  'breaks off after the first part, and the next is not asked': {
    talks: [[begun, { pauseMs: 60 }, 'cut']],
    calls: 2,
    failure: 'MODEL_STREAM_INTERRUPTED',
    code: 'let a = 1;\nlet',
  },
};

describe.each([
  ['a model that', alone, {}],
  ['with another model in the list, a model that', withAnother, { FALLBACK_MODELS: 'cookbook another.model' }],
] as const)('%s', (_, cases, more) => {
  let wire: BedrockWire;
  let host: TestHost;
  let client: SnippetClient;
  const seen = new Map<string, number>();

  beforeAll(async () => {
    wire = await startBedrockWire((request: WireRequest) => {
      if (request.model === 'another.model') return whole;
      const text = request.body.messages[0]?.content.map((block) => block.text ?? '').join('') ?? '';
      const name = /<instruction>\n([\s\S]*)\n<\/instruction>/.exec(text)?.[1] ?? '';
      const talks = (cases as Record<string, Case>)[name]?.talks ?? [whole];
      const call = seen.get(name) ?? 0;
      seen.set(name, call + 1);
      return talks[Math.min(call, talks.length - 1)] ?? whole;
    });
    host = await startTestHost({
      environment: {
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url,
        MODEL_IDLE_MS: '300',
        MODEL_WITHIN_MS: '4000',
        MODEL_PAUSE_MS: '5',
        PART_INTERVAL_MS: '10',
        RENEW_AFTER_MS: '100',
        ...more,
      },
    });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    await wire.close();
  });

  it.each(Object.entries(cases as Record<string, Case>))('%s', async (name, expected) => {
    const before = wire.requests.length;
    const { shown, snippet } = await follow(name);
    const { failure = null, code = failure ? null : CODE, truncated = false, model = 'cookbook', calls } = expected;
    expect(snippet).toMatchObject({ status: failure ? 'FAILED' : 'COMPLETED', code, truncated, attempts: 1 });
    expect(snippet.failure?.code ?? null).toBe(failure);
    const asked = wire.requests.length - before;
    if (expected.atLeast) expect(asked).toBeGreaterThanOrEqual(calls);
    else expect(asked).toBe(calls);
    if (!failure) expect(snippet).toMatchObject({ model, modelCalls: calls });
    expect(shown).toBe(code ?? '');
    const file = join(host.dataFolder, snippet.objectKey);
    if (failure) expect(existsSync(file)).toBe(false);
    else expect(readFileSync(file, 'utf8')).toBe(code);
  });

  it('leaves nothing unfinished and nothing unhandled behind', async () => {
    for await (const { status } of client.snippets()) expect(['COMPLETED', 'FAILED']).toContain(status);
    const log = readFileSync(join(host.dataFolder, 'functions.log'), 'utf8').trimEnd().split('\n');
    for (const line of log) expect(line).toMatch(/ generate-snippet: \{"level":"WARN",.*\}$/);
  });

  /** What a watcher holds who applies each part, and what the snippet came to. */
  async function follow(instruction: string): Promise<{ shown: string; snippet: Snippet }> {
    let shown = '';
    for await (const update of client.streamCode({ language: 'JAVASCRIPT', instruction })) {
      shown = shown.slice(0, update.offset) + update.part;
      if (update.snippet) return { shown, snippet: update.snippet };
    }
    throw new Error('The stream ended without its snippet.');
  }
});

describe('a model that is asked', () => {
  it('for no more tokens than the caller allows is not asked to go on, and stops when the caller cancels', async () => {
    const wire = await startBedrockWire(({ body }) =>
      body.inferenceConfig['maxTokens'] === 5 ? [{ text: '```js\nlet a' }, { stop: 'max_tokens' }] : [begun, 'hang'],
    );
    const host = await startTestHost({
      environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url, PART_INTERVAL_MS: '10', RENEW_AFTER_MS: '50' },
    });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const request = { language: 'JAVASCRIPT', instruction: 'x' } as const;
      const short = await client.generateCode({ ...request, options: { maxTokens: 5 } });
      expect(short).toMatchObject({ status: 'COMPLETED', code: 'let a', truncated: true, modelCalls: 1 });
      const { id } = await client.generateCode({ ...request, options: { waitSeconds: 0 } });
      await eventually(
        () => client.snippet(id),
        (snippet) => snippet?.code !== null,
      );
      await client.cancelSnippet(id);
      await eventually(
        async () => wire.abandoned,
        (count) => count === 1,
      );
    } finally {
      await host.close();
      await wire.close();
    }
  });
});
