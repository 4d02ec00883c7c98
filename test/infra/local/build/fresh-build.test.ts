import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputsFile, isFresh, stampOf } from '../../../../infra/local/build/fresh-build.mjs';
import { newFolder } from '../../../support/hosts/test-host.ts';

const project = fileURLToPath(new URL('../../../..', import.meta.url));

describe('the build of the host', () => {
  let folder: string;
  let source: string;
  let inputs: string;
  beforeEach(() => {
    folder = newFolder();
    source = join(folder, 'source.ts');
    inputs = join(folder, 'inputs.json');
    writeFileSync(source, 'one');
    writeFileSync(inputs, JSON.stringify({ [source]: stampOf(source) }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is fresh while its sources are what they were', () => {
    expect(isFresh(inputs)).toBe(true);
  });

  const changes: [string, () => void][] = [
    ['is longer', () => writeFileSync(source, 'longer')],
    ['is older, as after the checkout of an earlier state', () => utimesSync(source, 1, 1)],
    ['is gone', () => rmSync(source)],
  ];
  it.each(changes)('is stale when a source %s', (_change, change) => {
    change();
    expect(isFresh(inputs)).toBe(false);
  });

  it.each([
    ['is gone', () => rmSync(inputs)],
    ['was cut off', () => writeFileSync(inputs, '{"a":')],
    ['names nothing', () => writeFileSync(inputs, '{}')],
  ] as const)('is stale when the list of its sources %s', (_change, change) => {
    change();
    expect(isFresh(inputs)).toBe(false);
  });

  it('is fresh once it is made', () => {
    expect(isFresh()).toBe(true);
  });

  it('was made of the host, the resolvers, the functions, the page and the installed packages', () => {
    const files = Object.keys(JSON.parse(readFileSync(inputsFile, 'utf8')));
    expect(files).toEqual(
      expect.arrayContaining([
        'infra/local/main.ts',
        'resolvers/steps/generation/record.ts',
        'functions/generate-snippet/handler.ts',
        'infra/bundle.ts',
        'client/web/page.tsx',
        'node_modules/.package-lock.json',
      ]),
    );
  });
});

describe('npm start', () => {
  it('builds in a fresh clone, runs from that, and builds again when a source was changed or does not compile', () => {
    const clone = newFolder();
    for (const room of ['schema', 'resolvers', 'functions', 'infra', 'client', 'package.json', 'tsconfig.json']) {
      cpSync(join(project, room), join(clone, room), { recursive: true, filter: (file) => !file.includes('/recipes') });
    }
    symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'));
    mkdirSync(join(clone, 'data'));
    const start = () =>
      execFileSync(process.execPath, ['infra/local/start.mjs', '--help'], {
        cwd: clone,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const options = join(clone, 'infra/local/command-line/host-options.ts');
    try {
      expect(start()).toContain('--data');
      const built = () => readFileSync(join(clone, 'dist/host/inputs.json'), 'utf8');
      const first = built();
      start();
      expect(built()).toBe(first);

      const text = readFileSync(options, 'utf8');
      writeFileSync(options, text.replaceAll('npm start --', 'npm start now --'));
      expect(start()).toContain('npm start now --');

      writeFileSync(options, `${text}}`);
      expect(start).toThrow('host-options.ts');
      writeFileSync(options, text);
      expect(start()).toContain('npm start --');
    } finally {
      rmSync(clone, { recursive: true });
    }
  });
});
