import { ESLint } from 'eslint';
import appsync from '@aws-appsync/eslint-plugin';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleResolvers } from '../../infra/bundle.ts';
import { appsyncLanguage } from '../../resolvers/eslint-language.js';

const appsyncRules = (appsync.configs?.['recommended'] as { rules?: object }).rules;

const runtimeImport = "import { runtime } from '@aws-appsync/utils';";
const faults = {
  throw: "export function request() { throw 'x'; }",
  try: 'export function request() { try { return 1; } catch { return 2; } }',
  while: 'export function request() { while (true) { return 1; } }',
  'C-style for': 'export function request() { for (let i = 0; i < 2; i += 1) { return i; } }',
  '++': 'export function request() { let i = 0; i++; return i; }',
  'async function': 'export async function request() { return 1; }',
  class: 'export class Request {}',
  'class expression': 'export const request = () => class {};',
  'regular expression': 'export function request() { return /a/; }',
  'new Date': 'export function request() { return new Date(); }',
  'Date.now': 'export function request() { return Date.now(); }',
  'comparator for sort': 'export function request() { return [1].sort((a, b) => a - b); }',
  'early return of null': `${runtimeImport} export function request() { runtime.earlyReturn(null); }`,
  'early return of nothing': `${runtimeImport} export function request() { runtime.earlyReturn(); }`,
  'early return of what may be null': `${runtimeImport} export function request(ctx) { runtime.earlyReturn(ctx.prev.result); }`,
  fetch: "export function request() { return fetch('x'); }",
};

describe('the code of the resolvers, as it is deployed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-'));
  const lint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['*.js'],
        plugins: { '@aws-appsync': appsync },
        languageOptions: {
          parser: tseslint.parser as never,
          parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder },
        },
        rules: { ...appsyncRules, ...appsyncLanguage } as never,
      },
    ],
  });
  const fileOf = (name: string): string => join(folder, `${name.replaceAll(/[^\w.]/g, '_')}.js`);
  let bundles: Record<string, string>;

  beforeAll(async () => {
    bundles = await bundleResolvers();
    for (const [name, code] of Object.entries({ ...bundles, ...faults })) writeFileSync(fileOf(name), code);
    const compilerOptions = { allowJs: true, noEmit: true, target: 'esnext', module: 'esnext', types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.js'] }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps to the language that APPSYNC_JS has', async () => {
    const files = Object.keys(bundles).map(fileOf);
    const found = (await lint.lintFiles(files)).flatMap(({ filePath, messages }) =>
      messages.map((message) => `${filePath}:${message.line} ${message.message}`),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it.each(Object.keys(faults))('would be caught with %s in it', async (fault) => {
    const [result] = await lint.lintFiles([fileOf(fault)]);
    expect(result?.errorCount).toBeGreaterThan(0);
  });

  it('is at most 32,000 bytes each and imports nothing but the built-in modules', () => {
    for (const [name, code] of Object.entries(bundles)) {
      expect(Buffer.byteLength(code), name).toBeLessThanOrEqual(32_000);
      const imports = [...code.matchAll(/^import .* from "(.*)";$/gm)].map(([, module]) => module);
      expect(
        imports.filter((module) => module !== '@aws-appsync/utils'),
        name,
      ).toEqual([]);
    }
  });

  it('asks for nothing whose answer is not known', () => {
    for (const [name, code] of Object.entries(bundles)) {
      expect(code, name).not.toMatch(/\bauthType\b|selectionSetGraphQL|addResponseHeader|\butils\/dynamodb\b/);
    }
  });
});
