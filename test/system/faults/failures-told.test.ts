import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { createOpenAiModel } from '../../../infra/local/bedrock/openai/openai-model.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import type { OpenAiRequest, Reply } from '../../support/fakes/openai-server.ts';
import { startOpenAiServer } from '../../support/fakes/openai-server.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const INSTRUCTION = 'compute the secret number of our company, 271828';

/** What is told of one snippet: at the terminal, in the log and to the caller. */
interface Told {
  readonly terminal: readonly string[];
  readonly log: readonly object[];
  readonly failure: object | null;
}

/** Asks once; what stands for the address of the server and for the snippet is written out as `<url>` and `<id>`. */
async function told(
  model: { baseUrl?: string; wire?: string },
  environment: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const lines: string[] = [];
  const { baseUrl, wire } = model;
  const host = await startTestHost({
    ...(baseUrl ? { model: createOpenAiModel({ baseUrl, model: 'qwen2.5-coder' }) } : {}),
    environment: {
      ...{ MODEL_PAUSE_MS: '20', ...environment },
      ...(wire ? { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire } : {}),
    },
    tell: (line) => lines.push(line),
  });
  try {
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    const { id, failure } = await client.generateCode({ language: 'PYTHON', instruction: INSTRUCTION });
    const log = readFileSync(join(host.dataFolder, 'functions.log'), 'utf8');
    expect(log, 'no instruction in the log').not.toContain('271828');
    const plain = (text: string): string => text.replaceAll(id, '<id>').replaceAll(baseUrl ?? '<none>', '<url>');
    const entries = log.split('\n').filter((line) => line.includes(': {'));
    return {
      terminal: lines.map(plain),
      log: entries.map((line) => JSON.parse(plain(line.slice(line.indexOf('{')))) as object),
      failure: failure && (JSON.parse(plain(JSON.stringify(failure))) as object),
    };
  } finally {
    await host.close();
  }
}

const inJson = (status: number, body: unknown): Reply => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});

async function toldOfServer(reply: (request: OpenAiRequest, call: number) => Reply): Promise<Told> {
  let calls = 0;
  const server = await startOpenAiServer((request) => reply(request, ++calls));
  try {
    return await told({ baseUrl: server.baseUrl });
  } finally {
    await server.close();
  }
}

describe('what is told of a model that cannot be asked', () => {
  it('where no server answers', async () => {
    const server = await startOpenAiServer(() => ({ body: '' }));
    await server.close();
    const sentence =
      'Nothing answers at <url> (ECONNREFUSED). Start the server there, or choose another model with --model.';
    const { terminal, log, failure } = await told({ baseUrl: server.baseUrl });
    const line = `qwen2.5-coder: ModelErrorException 424: ${sentence} (snippet <id>)`;
    expect(terminal).toEqual([line, line]);
    expect(log[0]).toMatchObject({
      ...{ level: 'WARN', message: 'A call of the model failed.', snippetId: '<id>', model: 'qwen2.5-coder' },
      ...{ failure: 'MODEL_UNAVAILABLE', errorName: 'ModelErrorException', status: 424, sentence },
    });
    expect(failure).toMatchObject({
      ...{ code: 'MODEL_UNAVAILABLE', retryable: true },
      message: `The model is not available at the moment: n${sentence.slice(1)}`,
    });
  });

  it('where the server does not have the model', async () => {
    const { terminal, log, failure } = await toldOfServer(() =>
      inJson(404, { error: { message: "model 'qwen2.5-coder' not found" } }),
    );
    const sentence =
      'The model server at <url> refused "qwen2.5-coder" with 404: model \'qwen2.5-coder\' not found. ' +
      'Is the model "qwen2.5-coder" installed there, and does the address end in /v1?';
    expect(terminal).toEqual([`qwen2.5-coder: ResourceNotFoundException 404: ${sentence} (snippet <id>)`]);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ failure: 'MODEL_NOT_USABLE', status: 404, sentence });
    expect(failure).toMatchObject({
      ...{ code: 'MODEL_NOT_USABLE', retryable: false },
      message: expect.stringMatching(/^The model cannot be asked this way here: the model server at <url> refused/),
    });
  });

  it('where the credentials have expired', async () => {
    const message = 'The security token included in the request is expired';
    const wire = await startBedrockWire(() => ({
      ...{ status: 403, error: 'ExpiredTokenException', message },
      headers: { 'x-amzn-requestid': 'request-1' },
    }));
    try {
      const { terminal, log, failure } = await told({ wire: wire.url });
      expect(terminal).toEqual([`cookbook: ExpiredTokenException 403: ${message} (snippet <id>)`]);
      expect(log).toHaveLength(1);
      expect(log[0]).toMatchObject({
        ...{ failure: 'MODEL_ACCESS_DENIED', errorName: 'ExpiredTokenException', status: 403 },
        ...{ requestId: 'request-1', sentence: message },
      });
      expect(failure).toMatchObject({
        ...{ code: 'MODEL_ACCESS_DENIED', retryable: false },
        message:
          'This deployment may not use the model: access is not granted, or its credentials are missing or expired: ' +
          'the security token included in the request is expired',
      });
    } finally {
      await wire.close();
    }
  });

  it('where the model loads for a while', async () => {
    const { terminal, log, failure } = await toldOfServer((_request, call) =>
      call < 6
        ? inJson(503, { error: { message: 'Loading model', type: 'unavailable_error', code: 503 } })
        : inJson(200, { choices: [{ message: { content: '```python\nprint(1)\n```' }, finish_reason: 'stop' }] }),
    );
    expect(failure).toBeNull();
    const sentence = 'The model server at <url> refused "qwen2.5-coder" with 503: Loading model.';
    expect(terminal).toEqual(
      Array.from({ length: 5 }, () => `qwen2.5-coder: ServiceUnavailableException 503: ${sentence} (snippet <id>)`),
    );
    expect(log.at(-1)).toMatchObject({ failure: 'MODEL_UNAVAILABLE', status: 503, sentence });
  });

  it('where the server repeats the request in its refusal, without repeating it', async () => {
    const { terminal, log, failure } = await toldOfServer(({ messages }) =>
      inJson(422, { detail: [{ msg: `Bad input: ${messages.at(-1)?.content}` }] }),
    );
    expect(log[0]).toMatchObject({ sentence: 'The sentence is not shown: it repeats the request.' });
    expect(terminal.join()).not.toContain('271828');
    expect(failure).toMatchObject({ code: 'MODEL_REQUEST_INVALID' });
  });

  it('where the file cannot be stored', async () => {
    const wire = await startBedrockWire(() => [{ text: '```python\nprint(1)\n```' }, { stop: 'end_turn' }]);
    try {
      const { terminal, log, failure } = await told({ wire: wire.url }, { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' });
      expect(terminal).toEqual([expect.stringMatching(/^cookbook: Error: .*ECONNREFUSED.* \(snippet <id>\)$/)]);
      expect(log).toHaveLength(1);
      expect(log[0]).toMatchObject({
        ...{ message: 'A call of the storage failed.', snippetId: '<id>', failure: 'STORAGE_FAILED' },
        sentence: expect.stringContaining('ECONNREFUSED'),
      });
      expect(failure).toMatchObject({
        ...{ code: 'STORAGE_FAILED', retryable: true },
        message: expect.stringMatching(/^The code could not be stored: .*ECONNREFUSED/),
      });
    } finally {
      await wire.close();
    }
  });
});
