import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';

it('The function that waits counts a snippet whose work could not be started as failed, and asks nobody of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-await-'));
  try {
    const file = join(folder, 'index.cjs');
    writeFileSync(file, (await bundleFunctions())['await-snippet']);
    const call = `require(${JSON.stringify(file)}).handler({ id: 'x', notStarted: true }, {}).then((answer) => console.log(JSON.stringify({ answer })))`;
    // Nothing listens at the address.
    const env = { API_URL: 'http://127.0.0.1:1/graphql', AWS_REGION: 'us-east-1', BUCKET: 'b' };
    const metrics = { POWERTOOLS_METRICS_NAMESPACE: 'Snipstream', POWERTOOLS_SERVICE_NAME: 'snipstream-test' };
    const printed = execFileSync(process.execPath, ['-e', call], { env: { ...env, ...metrics }, encoding: 'utf8' });
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { service: 'snipstream-test', code: 'WORKER_NOT_STARTED', Failures: 1 },
      { answer: null },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
