import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionName } from '../../functions/function-manifest.ts';
import { companions, functions } from '../../functions/function-manifest.ts';
import { camelCase, pascalCase } from '../../infra/aws/names.ts';
import { sizesOf } from '../../infra/aws/lambda/function-assets.ts';
import type { FunctionCodes } from '../../infra/bundle.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { readBuild } from '../../infra/local/build/read-build.ts';
import { takeDataFolder } from '../../infra/local/data-folder/data-folder.ts';
import { loadFunctions } from '../../infra/local/wiring/function-bundles.ts';
import type { Synthesized } from '../support/template/template.ts';
import { at, ofType, synthesize } from '../support/template/template.ts';

const names = Object.keys(functions) as FunctionName[];

/** Most KB of each. Loading a bundle is the larger part of a cold start: growth should be seen and wanted. */
const mostKilobytes: Record<FunctionName, number> = {
  'generate-snippet': 640,
  // It counts snippets whose worker was not started, for which it needs Powertools' metrics, as `record-failure` does.
  'await-snippet': 50,
  'snippet-file': 500,
  'record-failure': 50,
};

describe('what is deployed', () => {
  let stack: Synthesized & { dispose(): void };
  beforeAll(async () => {
    stack = await synthesize();
  });
  afterAll(() => stack.dispose());

  it('is, for every field and step, the code that the local host runs, byte for byte', async () => {
    const deployed = Object.fromEntries([
      ...ofType(stack.template, 'AWS::AppSync::Resolver').map(([, { Properties }]) => [
        `${String(Properties['TypeName'])}.${String(Properties['FieldName'])}`,
        Properties['Code'],
      ]),
      ...ofType(stack.template, 'AWS::AppSync::FunctionConfiguration').map(([, { Properties }]) => [
        `steps/${String(Properties['Name'])}`,
        Properties['Code'],
      ]),
    ]);
    const local = Object.entries(readBuild().resolvers).map(([name, code]) => [
      name.replace(/^steps\/(.*)/, (_, step: string) => `steps/${camelCase(step)}`),
      code,
    ]);
    expect(local.length).toBeGreaterThan(20);
    expect(deployed).toEqual(Object.fromEntries(local));
  });

  it('is, for every function, the file that the local host loads, byte for byte', async () => {
    const path = mkdtempSync(join(tmpdir(), 'snipstream-bundles-'));
    const folder = await takeDataFolder(path);
    try {
      const local = await loadFunctions(readBuild().functions, folder, {}, 1);
      for (const name of names) {
        const id = `Functions${pascalCase(name)}Function`;
        const [, lambda] = ofType(stack.template, 'AWS::Lambda::Function').find(([key]) => key.startsWith(id)) ?? [];
        const deployed = stack.uploaded(String(at(lambda, 'Properties', 'Code', 'S3Key')));
        expect(deployed.equals(readFileSync(local[name].file)), name).toBe(true);
      }
    } finally {
      await folder.release();
      rmSync(path, { recursive: true });
    }
  });
});

describe('the bundles of the functions', () => {
  let codes: FunctionCodes;
  beforeAll(async () => {
    codes = await bundleFunctions();
  });

  it.each(names)('stay small: %s', (name) => {
    expect(Buffer.byteLength(codes[name]) / 1024).toBeLessThanOrEqual(mostKilobytes[name]);
  });

  it('are the same whenever they are made, so that a deployment without a change changes nothing', async () => {
    expect(await bundleFunctions()).toEqual(codes);
  });

  it('tell their sizes to whoever builds them', () => {
    const lines = sizesOf(codes).split('\n');
    const all = [...names, ...Object.keys(companions)];
    for (const name of all)
      expect(lines.join('\n')).toMatch(new RegExp(`${name} +\\d+\\.\\d KB +\\d+\\.\\d KB compressed`));
    expect(lines).toHaveLength(all.length);
  });
});
