import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createOpenAiModel } from '../../../infra/local/bedrock/openai/openai-model.ts';
import { openAiEnds } from '../../support/answers/openai-ends.ts';
import type { OpenAiServerFake } from '../../support/fakes/openai-server.ts';
import { startOpenAiServer } from '../../support/fakes/openai-server.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('a server of the OpenAI kind that ends with', () => {
  let server: OpenAiServerFake;
  let host: TestHost;
  let client: SnippetClient;
  const asked = new Map<number, number>();

  beforeAll(async () => {
    server = await startOpenAiServer(({ messages }) => {
      const row = Number(/row (\d+)/.exec(messages[1]?.content ?? '')?.[1]);
      const call = asked.get(row) ?? 0;
      asked.set(row, call + 1);
      const replies = openAiEnds[row]?.[1];
      return replies?.[call] ?? replies?.at(-1) ?? { body: '' };
    });
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'qwen2.5-coder' });
    host = await startTestHost({ model, environment: { MODEL_PAUSE_MS: '5', PART_INTERVAL_MS: '10' } });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    await server.close();
  });

  it.concurrent.each(openAiEnds.map((end, row) => [...end, row] as const))(
    '%s',
    async (_name, _replies, { failure, code, truncated = false, calls }, row) => {
      const snippet = await client.generateCode({ language: 'PYTHON', instruction: `add, row ${row}` });
      expect({
        status: snippet.status,
        failure: snippet.failure?.code,
        code: snippet.code,
        truncated: snippet.truncated,
      }).toEqual({
        status: failure ? 'FAILED' : 'COMPLETED',
        failure,
        code: code ?? (failure ? null : 'print(1)\n'),
        truncated,
      });
      expect(asked.get(row)).toBe(calls ?? (failure === 'MODEL_STREAM_INTERRUPTED' ? 2 : 1));
      const file = join(host.dataFolder, snippet.objectKey);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(failure ? null : snippet.code);
    },
  );
});
