import dynalite from 'dynalite';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSnippetClient } from '../../../../client/index.ts';
import { openPrincipals } from '../../../../infra/local/identity/principals.ts';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import { newFolder, startTestHost } from '../../../support/hosts/test-host.ts';

/** One host stands for AWS: another is pointed at its S3 and Bedrock, and at a DynamoDB beside it. */
describe('a host whose parts gave way to real ones', () => {
  let aws: TestHost;
  let table: ReturnType<typeof dynalite>;
  let host: TestHost;

  beforeAll(async () => {
    const none = { s3: undefined, bedrock: undefined, dynamodb: undefined };
    aws = await startTestHost({}, { endpoints: { ...none, region: 'eu-central-1' } });
    table = dynalite({ path: newFolder(), createTableMs: 0 });
    const { functions } = openPrincipals(aws.dataFolder);
    vi.stubEnv('AWS_ACCESS_KEY_ID', functions.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', functions.secretAccessKey);
    vi.stubEnv('AWS_SESSION_TOKEN', undefined);
    const origin = new URL(aws.url).origin;
    table.listen(0, '127.0.0.1');
    await once(table, 'listening');
    const dynamodb = `http://127.0.0.1:${(table.address() as AddressInfo).port}`;
    const endpoints = { s3: `${origin}/s3`, bedrock: `${origin}/bedrock`, dynamodb, region: 'eu-central-1' };
    host = await startTestHost({}, { endpoints });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await host?.close();
    await aws?.close();
    await new Promise((done) => table.close(done));
  });

  it('works with them under the own credentials, which its API takes for the functions', async () => {
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    const snippet = await client.generateCode({ language: 'PYTHON', instruction: 'fizzbuzz' });
    expect(snippet).toMatchObject({ status: 'COMPLETED', failure: null });
    expect(existsSync(join(aws.dataFolder, snippet.objectKey))).toBe(true);
    expect(existsSync(join(host.dataFolder, snippet.objectKey))).toBe(false);
    expect(existsSync(join(host.dataFolder, 'table'))).toBe(false);
    expect(await (await fetch(snippet.downloadUrl ?? '')).text()).toBe(snippet.code);
  });
});
