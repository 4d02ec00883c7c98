import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createOpenAiModel } from '../../../infra/local/bedrock/openai/openai-model.ts';
import { createEndsByRow, expectedOf, seenOf } from '../../support/answers/ends-by-row.ts';
import { openAiEnds } from '../../support/answers/openai-ends.ts';
import type { OpenAiServerFake } from '../../support/fakes/openai-server.ts';
import { startOpenAiServer } from '../../support/fakes/openai-server.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('a server of the OpenAI kind that ends with', () => {
  let server: OpenAiServerFake;
  let host: TestHost;
  let client: SnippetClient;
  const ends = createEndsByRow(openAiEnds);

  beforeAll(async () => {
    server = await startOpenAiServer(({ messages }) => ends.reply(messages[1]?.content ?? '') ?? { body: '' });
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'qwen2.5-coder' });
    host = await startTestHost({ model, environment: { MODEL_PAUSE_MS: '5', PART_INTERVAL_MS: '10' } });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    await server.close();
  });

  const rows = openAiEnds.map((end, row) => [...end, row] as const);
  it.concurrent.each(rows)('%s', async (_name, _replies, outcome, row) => {
    const snippet = await client.generateCode({ language: 'PYTHON', instruction: `add, row ${row}` });
    expect(seenOf(host, snippet, ends.callsOf(row))).toEqual(expectedOf(outcome));
  });
});
