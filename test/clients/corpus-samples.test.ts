import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import type { LanguageName } from '../../schema/languages.ts';
import { samplesOf } from '../corpus/corpus.ts';

/** For each language a command that only parses the file that is named after it, and that file's name. */
const parsers: Partial<Record<LanguageName, readonly [file: string, command: string, ...words: string[]]>> = {
  BASH: ['sample.sh', 'bash', '-O', 'extglob', '-n'],
  C: ['sample.c', 'gcc', '-std=gnu17', '-fsyntax-only'],
  CPP: ['sample.cpp', 'g++', '-std=gnu++23', '-fsyntax-only'],
  GO: ['sample.go', 'gofmt', '-e'],
  JAVA: ['sample.java', 'javac', '-XDshould-stop.ifNoError=PARSE', '-XDshould-stop.ifError=PARSE'],
  LUA: ['sample.lua', 'luac5.4', '-p'],
  PHP: ['sample.php', 'php', '-l'],
  PYTHON: ['sample.py', 'python3', '-c', 'import ast, sys; ast.parse(open(sys.argv[1]).read())'],
  RUBY: ['sample.rb', 'ruby', '-c'],
  RUST: ['sample.rs', 'rustfmt', '--edition', '2024', '--emit', 'stdout'],
  TOML: ['sample.toml', 'python3', '-c', 'import sys, tomllib; tomllib.load(open(sys.argv[1], "rb"))'],
  XML: ['sample.xml', 'xmllint', '--noout'],
};

/** Needs the compilers of `.ci/run`; a language whose own is missing is skipped. */
describe.each(Object.entries(parsers))('the samples of %s', (language, [file, command, ...words]) => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-samples-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const isMissing = spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0;
  const samples = samplesOf(language as LanguageName).filter(({ isNewer }) => !isNewer);
  const parse = (code: string): void => {
    writeFileSync(join(folder, file), code);
    execFileSync(command, [...words, file], { cwd: folder, stdio: 'pipe' });
  };

  it.skipIf(isMissing).each(samples)('are programs to its own compiler: $name', ({ code }) => {
    parse(code);
  });

  it.skipIf(isMissing)('would be refused with a bracket too many', () => {
    expect(() => parse(`)${samples[0]?.code}`)).toThrow('Command failed');
  });
});

describe.each(['JAVASCRIPT', 'TYPESCRIPT'] as const)('the samples of %s', (language) => {
  it.each(samplesOf(language))('are programs to the compiler of TypeScript: $name', ({ code }) => {
    expect(refusals(code)).toEqual([]);
  });

  it('would be refused with a bracket too many', () => {
    expect(refusals(`)${samplesOf(language)[0]?.code}`)).not.toEqual([]);
  });

  function refusals(code: string): string[] {
    const fileName = `sample.${language === 'JAVASCRIPT' ? 'js' : 'ts'}${/<\/|\/>/.test(code) ? 'x' : ''}`;
    const { diagnostics = [] } = ts.transpileModule(code, { fileName, reportDiagnostics: true });
    return diagnostics.map(
      ({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  }
});
