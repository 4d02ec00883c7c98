import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createEndsByRow, expectedOf, seenOf } from '../../support/answers/ends-by-row.ts';
import { converseEnds } from '../../support/answers/converse-ends.ts';
import type { BedrockWire } from '../../support/fakes/bedrock-wire.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('a model of Bedrock that ends with', () => {
  let wire: BedrockWire;
  let host: TestHost;
  let client: SnippetClient;
  const ends = createEndsByRow(converseEnds);

  beforeAll(async () => {
    wire = await startBedrockWire(({ body }) => ends.reply(JSON.stringify(body.messages)) ?? []);
    host = await startTestHost({
      environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url, MODEL_PAUSE_MS: '5', PART_INTERVAL_MS: '10' },
    });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    await wire.close();
  });

  const rows = converseEnds.map((end, row) => [...end, row] as const);
  it.concurrent.each(rows)('%s', async (_name, _replies, outcome, row) => {
    const snippet = await client.generateCode({ language: 'PYTHON', instruction: `add, row ${row}` });
    expect(seenOf(host, snippet, ends.callsOf(row))).toEqual(expectedOf(outcome));
  });
});
