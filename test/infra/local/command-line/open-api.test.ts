import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newFolder, startTestHost } from '../../../support/hosts/test-host.ts';

const file = fileURLToPath(new URL('../../../../infra/local/command-line/command-line.ts', import.meta.url));

function folderOfItsOwn(): string {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function generate(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { ...process.env, API_URL: undefined, API_KEY: undefined };
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

/** The last line of what was said: where the file lies. */
const fileIn = (err: string): string => err.trimEnd().split('\n').at(-1) ?? '';

describe('the command line on this machine', () => {
  it('starts a host for the call when none runs, and leaves code, file and list behind', async () => {
    const folder = folderOfItsOwn();
    const made = await generate('python', 'implement binary search', '--data', folder, '--model', 'cookbook');
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('Starting a host for this call') });
    expect(made.out).toContain('def binary_search(');
    expect(readFileSync(fileIn(made.err), 'utf8')).toBe(made.out);

    const listed = await generate('--list', '--data', folder);
    expect(listed.out).toMatch(/^[0-9a-f-]{36} {2}.* COMPLETED {2}PYTHON {5}implement binary search\n$/);
    const shown = await generate('--show', listed.out.slice(0, 36), '--data', folder);
    expect(shown.out).toBe(made.out);
  });

  it('asks the host that runs on the data folder', async () => {
    const dataFolder = folderOfItsOwn();
    const host = await startTestHost({}, { dataFolder, apiKey: 'da2-of-its-own' });
    onTestFinished(host.close);
    const { out, err, code } = await generate('js', 'fizzbuzz', '--data', dataFolder);
    expect(code).toBe(0);
    expect(err).not.toContain('Starting a host');
    expect(err).toContain(`Asking for JavaScript at ${host.url}\n`);
    expect(readFileSync(fileIn(err), 'utf8')).toBe(out);
  });

  it('fails with the words of the model when that has no such code', async () => {
    const { out, err, code } = await generate(
      'python',
      'an operating system',
      '--data',
      folderOfItsOwn(),
      '--model',
      'cookbook',
    );
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toContain('snipstream: The model answered without code: The cookbook, which is no AI, knows');
  });
});
