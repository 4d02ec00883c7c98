import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findOllama, ollamaOrigin, startOllama } from '../../../../../infra/local/model-setup/servers/start-ollama.ts';
import { freePort } from '../../../../support/hosts/free-port.ts';
import { newFolder } from '../../../../support/hosts/test-host.ts';

describe('the address of Ollama', () => {
  it.each([
    [undefined, 'http://127.0.0.1:11434'],
    ['', 'http://127.0.0.1:11434'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:5000', 'http://127.0.0.1:5000'],
    [':5000', 'http://127.0.0.1:5000'],
    ['box.local', 'http://box.local:11434'],
    ['http://box.local:5000/', 'http://box.local:5000'],
    ['https://box.local', 'https://box.local'],
    ['http://', 'http://127.0.0.1:11434'],
  ])('for OLLAMA_HOST=%s is %s', (host, origin) => {
    expect(ollamaOrigin(host)).toBe(origin);
  });
});

/** An `ollama` in a folder of its own, which does what the script says. */
function install(script: string): string {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'ollama');
  writeFileSync(program, `#!${process.execPath}\n${script}`);
  chmodSync(program, 0o755);
  return folder;
}

describe.skipIf(process.platform === 'win32')('an Ollama that is installed', () => {
  const start = (folder: string, port: number): Promise<number> =>
    startOllama(
      join(folder, 'ollama'),
      `http://127.0.0.1:${port}`,
      { OLLAMA_HOST: `127.0.0.1:${port}` },
      {
        fetchFrom: fetch,
        signal: new AbortController().signal,
      },
    );

  it('is found on the path, where it is a program', () => {
    const folder = install('');
    const noProgram = newFolder();
    onTestFinished(() => rmSync(noProgram, { recursive: true }));
    mkdirSync(join(noProgram, 'bin'));
    writeFileSync(join(noProgram, 'ollama'), '', { mode: 0o644 });
    expect(findOllama([noProgram, '', folder].join(delimiter))).toBe(join(folder, 'ollama'));
    expect(findOllama(noProgram)).toBeUndefined();
    expect(findOllama(undefined)).toBeUndefined();
  });

  it('is started, and runs on by itself once it answers', async () => {
    const folder = install(`
      if (process.argv[2] !== 'serve') process.exit(3);
      const [, port] = process.env.OLLAMA_HOST.split(':');
      require('http').createServer((_, response) => response.end('{"version":"0.24.0"}')).listen(port, '127.0.0.1');`);
    const port = await freePort();
    const pid = await start(folder, port);
    onTestFinished(() => void process.kill(pid));
    expect(await (await fetch(`http://127.0.0.1:${port}/api/version`)).json()).toEqual({ version: '0.24.0' });
  });

  it('that ends at once is told with its end', async () => {
    const folder = install('process.exit(7)');
    await expect(start(folder, await freePort())).rejects.toThrow(
      /ollama serve` does not answer at http:\/\/127\.0\.0\.1:\d+: it ended with 7\. Start it yourself to see why/,
    );
  });
});
