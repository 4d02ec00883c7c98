import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openBrowser, openPage } from '../support/browser/open-browser.ts';
import type { FedModel } from '../support/fakes/fed-model.ts';
import { createFedModel } from '../support/fakes/fed-model.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { startTestHost } from '../support/hosts/test-host.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../..', import.meta.url));
const installed = join(project, 'node_modules');

/** Where the packages of each React are installed, and its types. */
const reacts = {
  18: { react: 'react-18', 'react-dom': 'react-dom-18', '@types/react': 'react-18-types' },
  19: { react: 'react', 'react-dom': 'react-dom', '@types/react': '@types/react' },
} as const;

let folder: string;
let model: FedModel;
let host: TestHost;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'snipstream-example-'));
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: project });
  model = createFedModel();
  host = await startTestHost({ model });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

function link(from: string, modules: string, name: string): void {
  mkdirSync(join(modules, name, '..'), { recursive: true });
  symlinkSync(join(installed, from), join(modules, name));
}

/** The example with the packed client and one React beside it, as npm would install them. */
async function install(version: keyof typeof reacts): Promise<string> {
  const place = join(folder, String(version));
  const modules = join(place, 'node_modules');
  rmSync(place, { recursive: true, force: true });
  cpSync(join(project, 'client/examples/react'), place, { recursive: true });
  mkdirSync(join(modules, 'snipstream'), { recursive: true });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  await run('tar', ['-xzf', join(folder, tarball), '-C', join(modules, 'snipstream'), '--strip-components=1']);
  for (const name of Object.keys(packageJson.dependencies)) link(name, modules, name);
  for (const [name, from] of Object.entries(reacts[version])) link(from, modules, name);
  return place;
}

/** Builds it with the flags of its own `start`, and serves it. @returns its address */
async function serve(place: string, version: keyof typeof reacts): Promise<string> {
  const { scripts } = (await import(join(place, 'package.json'), { with: { type: 'json' } })).default as {
    scripts: { start: string };
  };
  const [, ...flags] = scripts.start.split(' ').filter((flag) => !/^--serve/.test(flag));
  const { react, 'react-dom': dom } = reacts[version];
  const aliases =
    version === 18 ? [`--alias:react=${join(installed, react)}`, `--alias:react-dom=${join(installed, dom)}`] : [];
  await run(join(installed, '.bin/esbuild'), [...flags, ...aliases], { cwd: place });
  const server = createServer(sirv(place));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/app.html?${new URLSearchParams({ url: host.url, key: host.apiKey })}`;
}

it('is an example of at most 60 lines', () => {
  const lines = readFileSync(join(project, 'client/examples/react/app.tsx'), 'utf8').split('\n');
  expect(lines.filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(60);
});

/** A browser on a busy machine takes its time. */
const patient = { timeout: 30_000 };

describe.each([18, 19] as const)('the example app over the packed client, with React %i', (version) => {
  it('has the types that it needs', async () => {
    const place = await install(version);
    link('@types/react-dom', join(place, 'node_modules'), '@types/react-dom');
    const paths = { react: ['./node_modules/@types/react'], 'react/*': ['./node_modules/@types/react/*'] };
    const compilerOptions = {
      ...{ target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'], module: 'esnext', moduleResolution: 'bundler' },
      ...{ jsx: 'react-jsx', strict: true, noEmit: true, types: [], skipLibCheck: true, preserveSymlinks: true, paths },
    };
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.tsx'] }));
    const compiler = [join(installed, 'typescript/bin/tsc'), '-p', place];
    const { stdout } = await run(process.execPath, compiler, { cwd: place }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it('generates, shows the code as it comes, stops, and opens what it made before', async () => {
    const { page, complaints } = await openPage(browser, await serve(await install(version), version));
    const state = page.getByRole('status');
    const code = page.locator('pre code');
    await page.getByLabel('Model').locator('option').first().waitFor({ state: 'attached' });
    const { calls } = model;
    await page.getByLabel('Instruction').fill(`say one with ${version}`);
    await page.getByRole('button', { name: 'Generate' }).click();
    await model.asked(calls + 1);
    model.say('```python\nprint("one")\n');
    await expect.poll(() => code.textContent(), patient).toContain('print("one")');
    await expect.poll(() => state.textContent()).toBe('streaming');
    model.say('print("two")\n```\n');
    model.end();
    await expect.poll(() => state.textContent(), patient).toBe('completed');
    await expect.poll(() => code.textContent()).toBe('1\tprint("one")\n2\tprint("two")\n');

    await page.getByLabel('Instruction').fill('say three');
    await page.getByRole('button', { name: 'Generate' }).click();
    await model.asked(calls + 2);
    model.say('```python\nprint("three")\n');
    await expect.poll(() => code.textContent(), patient).toContain('three');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => state.textContent(), patient).toBe('cancelled');
    await expect.poll(() => code.textContent()).toContain('three');

    await page.getByRole('button', { name: `say-one-with-${version}` }).click();
    await expect.poll(() => code.textContent(), patient).toContain('print("two")');
    expect(complaints).toEqual([]);
    expect(model.calls).toBe(calls + 2);
    await page.context().close();
  });
});
