import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { openModel, parseModelChoice } from '../../../infra/local/bedrock/models/choose-model.ts';
import type { LocalModelChoice } from '../../../infra/local/bedrock/models/choose-model.ts';
import { loadNodeLlamaCpp } from '../../../infra/local/bedrock/models/node-llama-cpp.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';
import { writeTinyGguf } from '../../support/fakes/tiny-gguf.ts';

type Reply = (response: ServerResponse) => void;

const chunk = (content: string, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;
const streamed =
  (...chunks: string[]): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const text of chunks) response.write(text);
    response.end();
  };
const refused =
  (status: number): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'No.' } }));
  };

const outOfCredit: Reply = (response) => {
  response.writeHead(429, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: 'You exceeded your quota.', code: 'insufficient_quota' } }));
};

describe('a server of the OpenAI kind behind the whole system', () => {
  let reply: Reply;
  let asked = 0;
  let host: TestHost;
  let client: SnippetClient;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    request.on('end', () => reply(response));
  });

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const choice = parseModelChoice(
      `openai:http://127.0.0.1:${(server.address() as AddressInfo).port}/v1#qwen2.5-coder`,
    );
    const model = await openModel(choice as LocalModelChoice, {
      warn: () => undefined,
      modelsFolder: '',
      output: { write: () => undefined },
      loadLlama: () => Promise.reject(new Error('It is not asked for.')),
    });
    host = await startTestHost({ model, environment: { MODEL_PAUSE_MS: '5', PART_INTERVAL_MS: '10' } });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    server.close();
    server.closeAllConnections();
  });
  const generate = () => client.generateCode({ language: 'PYTHON', instruction: 'greet' });

  it('streams its code into a file, under the name of its model', async () => {
    reply = streamed(chunk('Sure:\n```py'), chunk('thon\nprint("hi")\n'), chunk('```', 'stop'), 'data: [DONE]\n\n');
    const snippet = await generate();
    expect(snippet).toMatchObject({ status: 'COMPLETED', code: 'print("hi")\n', model: 'qwen2.5-coder' });
    expect(readFileSync(join(host.dataFolder, snippet.objectKey), 'utf8')).toBe('print("hi")\n');
  });

  it.each<[string, Reply, string, number]>([
    ['wants another key', refused(401), 'MODEL_ACCESS_DENIED', 1],
    ['does not have the model', refused(404), 'MODEL_NOT_USABLE', 1],
    ['does not take the request', refused(400), 'MODEL_REQUEST_INVALID', 1],
    ['has used up its credit', outOfCredit, 'MODEL_THROTTLED', 1],
    ['fails', refused(500), 'MODEL_UNAVAILABLE', 3],
    ['goes away midway', streamed(chunk('```python\n'), chunk('print(')), 'MODEL_STREAM_INTERRUPTED', 2],
    ['answers in prose', streamed(chunk('I do not know.', 'stop'), 'data: [DONE]\n\n'), 'MODEL_RETURNED_NO_CODE', 1],
  ])('that %s fails the snippet and stores nothing', async (_what, answer, code, calls) => {
    reply = answer;
    const before = asked;
    const snippet = await generate();
    expect(snippet).toMatchObject({ status: 'FAILED', failure: { code } });
    expect(asked - before).toBe(calls);
    expect(existsSync(join(host.dataFolder, snippet.objectKey))).toBe(false);
  });

  it('that is not there fails the snippet', async () => {
    server.close();
    server.closeAllConnections();
    expect(await generate()).toMatchObject({ status: 'FAILED', failure: { code: 'MODEL_UNAVAILABLE' } });
  });
});

const llama = await loadNodeLlamaCpp().catch(() => undefined);
const without = llama ? '' : ' (skipped: node-llama-cpp is not installed)';

describe(`a GGUF file behind the whole system${without}`, () => {
  it.skipIf(!llama)('streams, and ends one way or the other: its weights are random', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'snipstream-gguf-'));
    const file = join(folder, 'tiny.gguf');
    await writeTinyGguf(file);
    const model = await openModel(parseModelChoice(`gguf:${file}`) as LocalModelChoice, {
      warn: () => undefined,
      modelsFolder: folder,
      output: { write: () => undefined },
      loadLlama: loadNodeLlamaCpp,
      threads: 1,
    });
    const host = await startTestHost({ model });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const request = { language: 'PYTHON', instruction: 'greet', options: { maxTokens: 32 } } as const;
      const { status, failure } = await client.generateCode(request);
      expect([status, failure?.code ?? null]).toEqual(
        status === 'COMPLETED' ? ['COMPLETED', null] : ['FAILED', 'MODEL_RETURNED_NO_CODE'],
      );
    } finally {
      await host.close();
      rmSync(folder, { recursive: true });
    }
  });
});
