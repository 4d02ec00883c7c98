import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { fencedBlocks } from '../../support/readme/fenced-blocks.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';
import { clientsFolder } from './install-clients.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const blocks = fencedBlocks(readFileSync(join(root, 'client/examples/README.md'), 'utf8'))
  .filter(({ language }) => language === 'ts')
  .map(({ text }) => text);

/** The one block that imports this package. */
function blockOf(name: string): string {
  const [block = '', ...others] = blocks.filter((text) => text.includes(`from '${name}'`));
  expect([block === '', others]).toEqual([false, []]);
  return block;
}

let host: TestHost;
let api: SnippetClient;
/** In the folder where the clients are installed, so that they are found. */
let folder: string;
beforeAll(async () => {
  host = await startTestHost();
  api = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  folder = mkdtempSync(join(clientsFolder, 'run-'));
});
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true });
});

/** The block with the address and the key of the host, under a name of its own. */
function written(name: string, block: string): string {
  const origin = new URL(host.url).host;
  const text = block.replaceAll('127.0.0.1:4000', origin).replaceAll('da2-…', host.apiKey);
  expect(text).toContain(origin);
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Node 20 has no WebSocket of its own, which a browser has. */
const PLATFORM = `import { WebSocket } from 'ws'; globalThis.WebSocket ??= WebSocket;`;

function start(file: string): { child: ChildProcess; said: () => string } {
  writeFileSync(join(folder, 'platform.mjs'), PLATFORM);
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const child = spawn(process.execPath, ['--import', tsx, '--import', join(folder, 'platform.mjs'), file], {
    cwd: folder,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said };
}

describe('the blocks of client/examples/README.md', () => {
  it.each([
    ['Amplify', 'aws-amplify/api'],
    ['Apollo', 'aws-appsync-subscription-link'],
  ])('%s hears of a snippet that is completed', async (name, imported) => {
    const { said } = start(written(`${name}.ts`, blockOf(imported)));
    await expect
      .poll(
        async () => {
          await api.generateCode({ language: 'PYTHON', instruction: 'fizzbuzz' });
          return said();
        },
        { timeout: 120_000, interval: 500 },
      )
      .toContain('COMPLETED');
    expect(said()).toContain('fizz');
  });

  it.each([
    ['graphql-request', 'graphql-request', 'binary_search'],
    ['urql', '@urql/core', 'fizz'],
  ])('%s has code generated', async (name, imported, code) => {
    const { child, said } = start(written(`${name}.ts`, blockOf(imported)));
    await once(child, 'close');
    expect(said()).toContain('COMPLETED');
    expect(said()).toContain(code);
  });

  it('codegen makes types of the API as it tells itself', async () => {
    const config = written('codegen.ts', blockOf('@graphql-codegen/cli'));
    mkdirSync(join(folder, 'src'), { recursive: true });
    writeFileSync(
      join(folder, 'src', 'ask.ts'),
      `import { graphql } from './gql';
       export const Ask = graphql(\`query Ask($id: ID!) { snippet(id: $id) { id createdAt status code } }\`);`,
    );
    const program = join(clientsFolder, 'node_modules/@graphql-codegen/cli/esm/bin.js');
    const { stdout, stderr } = await run(process.execPath, [program, '--config', config], { cwd: folder });
    const types = readFileSync(join(folder, 'src/gql/graphql.ts'), 'utf8');
    expect(types, stdout + stderr).toContain('export type AskQuery =');
    expect(types).toMatch(/createdAt: string/);
  });

  it('compile in strict mode', async () => {
    const names = [
      'aws-amplify/api',
      'aws-appsync-subscription-link',
      'graphql-request',
      '@urql/core',
      '@graphql-codegen/cli',
    ];
    const files = names.map((name, index) => written(`strict-${index}.ts`, blockOf(name)));
    const compilerOptions = {
      ...{
        target: 'es2023',
        module: 'esnext',
        moduleResolution: 'bundler',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      ...{ lib: ['es2023', 'dom', 'dom.iterable', 'esnext.asynciterable'], types: [] },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });
});
