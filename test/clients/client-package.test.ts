import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import packageJson from '../../package.json' with { type: 'json' };
import type { FakeApi } from '../support/fakes/fake-api.ts';
import { data, startFakeApi } from '../support/fakes/fake-api.ts';
import { aSnippet } from '../support/fakes/snippets.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../..', import.meta.url));
const installed = join(project, 'node_modules');
let folder: string;

/** A project of somebody who installed the package: its tarball unpacked, its dependencies beside it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'snipstream-package-'));
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: project });
  const [tarball = ''] = readdirSync(folder);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'snipstream'), { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '-C', join(modules, 'snipstream'), '--strip-components=1']);
  for (const name of [...Object.keys(packageJson.dependencies), '@types/node', '@types/ws', 'react', '@types/react']) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(join(installed, name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const consumers = {
  NodeNext: { module: 'nodenext', lib: ['es2023'], types: ['node'] },
  bundler: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [] },
  // Knows nothing of `exports`.
  node10: { module: 'esnext', moduleResolution: 'node10', lib: ['es2023', 'dom'], types: [] },
};

const program = `
import { createSnippetClient, SnipstreamError, type Snippet } from 'snipstream';

const { apiUrl, report } = globalThis as unknown as { apiUrl: string; report: (shown: string[]) => void };

async function main(): Promise<string[]> {
  const client = createSnippetClient({ url: apiUrl, auth: { apiKey: 'key' } });
  const shown: string[] = [];
  try {
    const made: Snippet = await client.generateCode({ language: 'PYTHON', instruction: 'hello', options: { waitSeconds: 5 } });
    shown.push(made.code ?? '', made.usage?.outputTokens.toFixed() ?? 'no usage');
    for await (const snippet of client.snippets({ language: 'PYTHON' })) shown.push(snippet.fileName);
    for await (const { part, snippet } of client.streamCode({ language: 'PYTHON', instruction: 'hello' })) {
      shown.push(part, snippet?.status ?? '');
    }
  } catch (error) {
    if (error instanceof SnipstreamError && error.name === 'QuotaExceeded') shown.push(error.operation);
    else throw error;
  }
  return shown;
}

void main().then(report);
`;
/** The platform's own parts, as its own types have them, are good enough for the client. */
const platforms = {
  NodeNext: `import { WebSocket } from 'ws';`,
  bundler: 'const { WebSocket } = globalThis;',
  node10: 'const { WebSocket } = globalThis;',
};
/** What stands under paths of its own. */
const stores = `
import type { SnippetClient } from 'snipstream';
import { createSnippetStore, type SnippetState } from 'snipstream/store';
import { useSnippet } from 'snipstream/react';

export const stateOf = (client: SnippetClient): SnippetState => createSnippetStore(client).state;
export const useCode = (): string => useSnippet().code;
`;
const ownParts = `
import { createSnippetClient } from 'snipstream';
createSnippetClient({ url: '', auth: async () => ({ token: '' }), fetch: globalThis.fetch, WebSocket });
`;

const report = ['pass', 'no usage', aSnippet().fileName, 'pass', 'COMPLETED'];

const startApi = (): Promise<FakeApi> =>
  startFakeApi(({ field }) =>
    data(field, field === 'snippets' ? { items: [aSnippet()], nextToken: null } : aSnippet({ code: 'pass' })),
  );

const mistakes = [
  ['a misspelt field', 'made.code', 'made.cod', /Property 'cod' does not exist/],
  [
    'a wrong language',
    "'PYTHON', instruction",
    "'PYTHONN', instruction",
    /'"PYTHONN"' is not assignable to type 'Language'/,
  ],
  ['a wrong option', 'waitSeconds', 'waitSecond', /'waitSecond' does not exist/],
  ['a missing variable', "language: 'PYTHON', instruction: 'hello', options", 'options', /missing|not assignable/],
  ['an error that there is not', "'QuotaExceeded'", "'QuotaExceded'", /no overlap/],
] as const;

/** What the compiler has to say against the program, and against it with each of the mistakes. */
async function compile(consumer: keyof typeof consumers): Promise<{ right: string[]; wrong: string[][] }> {
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'own-parts.ts'), platforms[consumer] + ownParts);
  writeFileSync(join(folder, 'stores.ts'), stores);
  mistakes.forEach(([, right, wrong], index) => {
    expect(program).toContain(right);
    writeFileSync(join(folder, `mistake-${index}.ts`), program.replace(right, wrong));
  });
  const compilerOptions = { target: 'es2023', strict: true, outDir: 'out', ...consumers[consumer] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const compiler = [join(installed, 'typescript/bin/tsc'), '-p', folder];
  const { stdout } = await run(process.execPath, compiler, { cwd: folder }).catch((error: { stdout: string }) => error);
  const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
  const wrong = mistakes.map((_, index) => errors.filter((line) => line.startsWith(`mistake-${index}.ts`)));
  return { right: errors.filter((line) => !line.startsWith('mistake-')), wrong };
}

describe.each(['NodeNext', 'bundler', 'node10'] as const)(
  'the package, used by a %s project in strict mode',
  (consumer) => {
    it('compiles, declarations and all, and refuses a mistake', async () => {
      const { right, wrong } = await compile(consumer);
      expect(right).toEqual([]);
      mistakes.forEach(([name, , , message], index) => {
        expect(wrong[index], name).toEqual([expect.stringMatching(message)]);
      });
    });
  },
);

describe('the package', () => {
  it('runs in Node: generates, lists, streams', async () => {
    const api = await startApi();
    await compile('NodeNext');
    const begin = `globalThis.apiUrl = '${api.url}'; globalThis.report = (shown) => console.log(JSON.stringify(shown)); await import('./out/program.js');`;
    writeFileSync(join(folder, 'begin.js'), begin);
    const { stdout } = await run(process.execPath, [join(folder, 'begin.js')]);
    expect(JSON.parse(stdout)).toEqual(report);
  });

  it('runs as a browser bundle, where there is nothing of Node', async () => {
    const api = await startApi();
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: folder, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
    });
    const ofBrowsers = {
      AbortController,
      AbortSignal,
      btoa,
      clearTimeout,
      crypto,
      fetch,
      Headers,
      setTimeout,
      TextEncoder,
      URL,
      WebSocket,
    };
    const shown = await new Promise((resolve) => {
      runInNewContext(outputFiles[0]?.text ?? '', { ...ofBrowsers, apiUrl: api.url, report: resolve });
    });
    expect(JSON.parse(JSON.stringify(shown))).toEqual(report);
  });

  it('holds the client, its types and the licence, and nothing of the hosts', async () => {
    const listed = await run('tar', ['-tzf', join(folder, `snipstream-${packageJson.version}.tgz`)]);
    const files = listed.stdout.trim().split('\n');
    const others = files.filter((file) => !/^package\/dist\/(client|schema)\//.test(file));
    expect(others.filter((file) => !/^package\/(LICENSE|README\.md|package\.json)$/.test(file))).toEqual([]);
    expect(files).toContain('package/dist/client/index.d.ts');
    expect(files.filter((file) => file.includes('command-line'))).toEqual([]);
  });
});
