import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { converseEnds } from '../../support/answers/converse-ends.ts';
import type { BedrockWire } from '../../support/fakes/bedrock-wire.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('a model of Bedrock that ends with', () => {
  let wire: BedrockWire;
  let host: TestHost;
  let client: SnippetClient;
  const asked = new Map<number, number>();

  beforeAll(async () => {
    wire = await startBedrockWire(({ body }) => {
      const row = Number(/row (\d+)/.exec(JSON.stringify(body.messages))?.[1]);
      const call = asked.get(row) ?? 0;
      asked.set(row, call + 1);
      const talks = converseEnds[row]?.[1];
      return talks?.[call] ?? talks?.at(-1) ?? [];
    });
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
  it.concurrent.each(rows)('%s', async (_name, _talks, { failure, code, truncated = false, calls }, row) => {
    const snippet = await client.generateCode({ language: 'PYTHON', instruction: `add, row ${row}` });
    const { status, failure: why } = snippet;
    expect({ status, failure: why?.code, code: snippet.code, truncated: snippet.truncated }).toEqual({
      status: failure ? 'FAILED' : 'COMPLETED',
      failure,
      code: code ?? (failure ? null : 'print(1)\n'),
      truncated,
    });
    expect(asked.get(row)).toBe(calls ?? (failure === 'MODEL_STREAM_INTERRUPTED' ? 2 : 1));
    const file = join(host.dataFolder, snippet.objectKey);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(failure ? null : snippet.code);
  });
});
