import type { ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules from '../.dependency-cruiser.cjs';

/** Imports that must not be, each between two files of its own, and the rule that says so. */
const wrong: readonly [importer: string, imported: string, rule: string][] = [
  ['schema/a.ts', 'resolvers/a.ts', 'schema-knows-nobody'],
  ['schema/b.ts', 'client/b.ts', 'schema-knows-nobody'],
  ['schema/c.ts', 'infra/c.ts', 'schema-knows-nobody'],
  ['client/d.ts', 'resolvers/d.ts', 'client-knows-the-schema'],
  ['client/e.ts', 'functions/e.ts', 'client-knows-the-schema'],
  ['client/f.ts', 'infra/local/f.ts', 'client-knows-the-schema'],
  ['resolvers/g.ts', 'infra/local/g.ts', 'resolvers-know-no-host'],
  ['resolvers/h.ts', 'infra/aws/h.ts', 'resolvers-know-no-host'],
  ['resolvers/i.ts', 'client/i.ts', 'resolvers-know-no-host'],
  ['resolvers/j.ts', 'functions/j.ts', 'resolvers-know-of-functions-the-manifest-alone'],
  ['functions/k.ts', 'infra/bundle.ts', 'functions-know-no-host'],
  ['functions/l.ts', 'resolvers/l.ts', 'functions-know-no-host'],
  ['functions/m.ts', 'client/m.ts', 'functions-know-no-host'],
  ['infra/aws/n.ts', 'infra/local/n.ts', 'hosts-do-not-know-each-other'],
  ['infra/local/o.ts', 'infra/aws/o.ts', 'hosts-do-not-know-each-other'],
  ['infra/p.ts', 'infra/aws/p.ts', 'what-hosts-share-knows-none'],
  ['infra/local/q.ts', 'client/q.ts', 'the-command-line-alone-uses-the-client'],
  ['infra/aws/r.ts', 'client/r.ts', 'the-command-line-alone-uses-the-client'],
  ['infra/local/s.ts', 'test/s.ts', 'nobody-knows-the-tests'],
];

const right: readonly [importer: string, imported: string][] = [
  ['client/aa.ts', 'schema/wire/aa.ts'],
  ['resolvers/bb.ts', 'functions/function-manifest.ts'],
  ['functions/cc.ts', 'schema/cc.ts'],
  ['infra/aws/dd.ts', 'infra/bundle.ts'],
  ['infra/local/command-line/ee.ts', 'client/ee.ts'],
  ['test/ff.ts', 'infra/local/ff.ts'],
];

/** Two files and three that need each other, once by value and once by type alone. */
const circles = [
  ['functions/two-x.ts', 'functions/two-y.ts'],
  ['client/three-x.ts', 'client/three-y.ts', 'client/three-z.ts'],
];

const { forbidden = [], options } = rules;

describe('the rules on who may know whom', () => {
  const project = mkdtempSync(join(tmpdir(), 'snipstream-rules-'));
  afterAll(() => rmSync(project, { recursive: true }));
  const found: { from: string; rule: string }[] = [];
  const rulesOn = (file: string): string[] => found.filter(({ from }) => from === file).map(({ rule }) => rule);

  /** Writes two files, the first of which imports the second; every other one a type alone. */
  let count = 0;
  function link(importer: string, imported: string): void {
    for (const file of [importer, imported]) mkdirSync(join(project, dirname(file)), { recursive: true });
    const path = `${'../'.repeat(importer.split('/').length - 1)}${imported}`;
    const use = count++ % 2 === 0 ? `import { value } from '${path}';` : `import type { Type } from '${path}';`;
    writeFileSync(join(project, importer), `${use}\nexport const value = 1;\nexport type Type = 1;\n`, { flag: 'a' });
    writeFileSync(join(project, imported), '', { flag: 'a' });
  }

  beforeAll(async () => {
    for (const [importer, imported] of [...wrong, ...right]) link(importer, imported);
    for (const circle of circles) {
      circle.forEach((file, index) => link(file, circle[(index + 1) % circle.length] ?? ''));
    }
    const rooms = ['schema', 'resolvers', 'functions', 'client', 'infra', 'test'];
    const { output } = await cruise(rooms, { ...options, baseDir: project, validate: true, ruleSet: { forbidden } });
    const { summary } = output as ICruiseResult;
    found.push(...summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })));
  });

  it.each(wrong)('forbid %s to know %s', (importer, _imported, rule) => {
    expect(rulesOn(importer)).toEqual([rule]);
  });

  it.each(right)('let %s know %s', (importer) => {
    expect(rulesOn(importer)).toEqual([]);
  });

  it.each(circles)('forbid a circle from %s and on', (...files) => {
    expect(files.filter((file) => file).flatMap(rulesOn)).toContain('no-circles');
  });

  it('are all held by this test', () => {
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});
