import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { eventually } from '../../support/hosts/api.ts';
import { startHostProcess } from '../../support/hosts/host-process.ts';
import { newFolder } from '../../support/hosts/test-host.ts';

describe('the host as a process', () => {
  const dataFolder = newFolder();
  afterAll(() => rmSync(dataFolder, { recursive: true }));

  it('finishes after a kill what it had begun, with one file', async () => {
    const first = await startHostProcess(dataFolder);
    const before = createSnippetClient({ url: first.url, auth: { apiKey: first.apiKey } });
    const id = randomUUID();
    const progress = before.onSnippetProgress(id);
    await progress.ready();
    await before.generateCode({ language: 'JAVASCRIPT', instruction: 'lru cache', options: { id, waitSeconds: 0 } });
    for await (const { part } of progress) if (part !== null) break;
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await startHostProcess(dataFolder);
    expect(second.apiKey).toBe(first.apiKey);
    const client = createSnippetClient({ url: second.url, auth: { apiKey: second.apiKey } });
    const snippet = await eventually(
      () => client.snippet(id),
      (it) => it !== null && it.status !== 'GENERATING' && it.status !== 'PENDING',
    );
    expect(snippet).toMatchObject({ status: 'COMPLETED', attempts: 2 });
    expect(readFileSync(join(dataFolder, snippet?.objectKey ?? ''), 'utf8')).toBe(snippet?.code);

    second.child.kill('SIGTERM');
    const [status] = await once(second.child, 'exit');
    expect(status).toBe(0);
    expect(existsSync(join(dataFolder, 'host.lock'))).toBe(false);
  });

  it('prints what one needs, a curl line that works when pasted, and nothing else', async () => {
    const { child, printed } = await startHostProcess(dataFolder);
    try {
      expect(printed).toMatch(
        /^Snipstream is ready after \d+\.\d s\.\n\n {2}Page {7}http:\/\/127\.0\.0\.1:\d+\/\n {2}GraphQL {4}http:\/\/127\.0\.0\.1:\d+\/graphql\n {2}Real-time {2}ws:\/\/127\.0\.0\.1:\d+\/graphql\/realtime\n {2}Postman {4}ws:\/\/\S+\n {2}Altair {5}http:\/\/127\.0\.0\.1:\d+\/altair\/\n {2}API key {4}da2-[a-z0-9]{26}\n {2}Data {7}\/.*\n {2}Model {6}cookbook.*\n {2}At once {4}100 generations; .*\n\nPaste this for a first snippet:\n\ncurl .*\n$/,
      );
      const line = printed.split('\n').find((text) => text.startsWith('curl')) ?? '';
      const pasted = spawn('sh', ['-c', line], { stdio: ['ignore', 'pipe', 'ignore'] });
      let answer = '';
      pasted.stdout.on('data', (chunk) => (answer += chunk));
      await once(pasted, 'close');
      expect(JSON.parse(answer).data.generateCode).toMatchObject({ status: 'COMPLETED', model: 'cookbook' });
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });
});
