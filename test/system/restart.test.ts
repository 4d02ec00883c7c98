import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../client/index.ts';
import { eventually } from '../support/hosts/api.ts';
import { newFolder } from '../support/hosts/test-host.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly apiKey: string;
  /** All that it printed, on either stream, until it was ready. */
  readonly printed: string;
}

/** The host as `npm start` runs it, in a process of its own. */
async function start(dataFolder: string): Promise<Started> {
  const { API_URL: _url, API_KEY: _key, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'infra/local/main.ts', '--port', '0', '--data', dataFolder],
    {
      cwd: root,
      env: { ...env, MODEL: 'cookbook' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  child.stderr.on('data', (chunk) => (printed += chunk));
  for await (const line of createInterface({ input: child.stdout })) {
    printed += `${line}\n`;
    if (line.startsWith('curl')) break;
  }
  const url = /GraphQL +(\S+)/.exec(printed)?.[1] ?? '';
  const apiKey = /API key +(\S+)/.exec(printed)?.[1] ?? '';
  return { child, url, apiKey, printed };
}

describe('the host as a process', () => {
  const dataFolder = newFolder();
  afterAll(() => rmSync(dataFolder, { recursive: true }));

  it('finishes after a kill what it had begun, with one file', async () => {
    const first = await start(dataFolder);
    const before = createSnippetClient({ url: first.url, auth: { apiKey: first.apiKey } });
    const id = randomUUID();
    const progress = before.onSnippetProgress(id);
    await progress.ready();
    await before.generateCode({ language: 'JAVASCRIPT', instruction: 'lru cache', options: { id, waitSeconds: 0 } });
    for await (const { part } of progress) if (part !== null) break;
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await start(dataFolder);
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
    const { child, printed } = await start(dataFolder);
    try {
      expect(printed).toMatch(
        /^Snipstream is ready after \d+\.\d s\.\n\n {2}GraphQL {4}http:\/\/127\.0\.0\.1:\d+\/graphql\n {2}Real-time {2}ws:\/\/127\.0\.0\.1:\d+\/graphql\/realtime\n {2}Postman {4}ws:\/\/\S+\n {2}Altair {5}http:\/\/127\.0\.0\.1:\d+\/altair\/\n {2}API key {4}da2-[a-z0-9]{26}\n {2}Data {7}\/.*\n {2}Model {6}cookbook.*\n {2}At once {4}100 generations; .*\n\nPaste this for a first snippet:\n\ncurl .*\n$/,
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
