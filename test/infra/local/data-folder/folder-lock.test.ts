import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../infra/local/data-folder/folder-lock.ts';

const moduleUrl = new URL('../../../../infra/local/data-folder/folder-lock.ts', import.meta.url).href;

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'snipstream-lock-'))));
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

/** A process that takes the lock and keeps it; `said` is "in", or the sentence with which it was refused. */
async function startHolder(): Promise<{ child: ChildProcess; said: string }> {
  const program = `const { lockFolder } = await import(${JSON.stringify(moduleUrl)});
    try {
      const lock = await lockFolder(${JSON.stringify(folder)});
      await lock.announce('http://127.0.0.1:4000/graphql', 'da2-key');
      console.log('in');
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.message);
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
}

const takenBy = (pid: number | undefined): string =>
  `A host runs on the data folder ${folder} already: process ${pid} at http://127.0.0.1:4000/graphql.`;

describe('the lock of a data folder', () => {
  it('is held by one of four that start at once; the others say who holds it', async () => {
    const all = await Promise.all([startHolder(), startHolder(), startHolder(), startHolder()]);
    const [holder, ...others] = all.filter(({ said }) => said === 'in');
    expect(others).toEqual([]);
    const refused = all.filter(({ said }) => said !== 'in').map(({ said }) => said);
    expect(refused).toHaveLength(3);
    for (const said of refused) expect(said).toContain(`${folder} already: process ${holder?.child.pid}`);
  });

  it.skipIf(process.platform === 'win32')('stays with a process that was stopped', async () => {
    const { child } = await startHolder();
    child.kill('SIGSTOP');
    await expect(lockFolder(folder)).rejects.toThrow(takenBy(child.pid));
    child.kill('SIGCONT');
    await expect(lockFolder(folder)).rejects.toThrow(takenBy(child.pid));
  });

  it('goes with a process that was killed', async () => {
    const { child } = await startHolder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder)).release();
    expect(existsSync(join(folder, 'host.lock'))).toBe(false);
  });

  it.each([
    ['a number that lives on as another program', JSON.stringify({ pid: process.ppid, url: null })],
    ['a URL where another program answers', JSON.stringify({ pid: process.ppid, url: 'http://127.0.0.1:1/graphql' })],
    ['nothing', ''],
    ['garbage', 'garbage'],
  ])('is free when host.lock, left behind, holds %s', async (_what, text) => {
    writeFileSync(join(folder, 'host.lock'), text);
    await (await lockFolder(folder)).release();
  });

  it('is free again once it was released', async () => {
    for (let time = 0; time < 3; time++) await (await lockFolder(folder)).release();
  });
});
