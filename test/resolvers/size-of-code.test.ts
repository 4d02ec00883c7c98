import { beforeAll, describe, expect, it } from 'vitest';
import { bundleResolvers } from '../../infra/bundle.ts';
import { countBranches } from '../support/code/count-branches.ts';

/**
 * AppSync refused codes far below 32,000 characters with "Function metadata has exceeded the maximum allowed size", one of
 * about 14 branches (https://github.com/aws/aws-appsync-community/issues/301). Where its limit lies is not known, so that
 * each code stays small: a check more is a step of its own, or a row of a table.
 */
const MOST_BRANCHES = 16;
const MOST_BYTES = 6_000;

/** The codes that hold more, with their figures, which may only go down. */
const marked: Readonly<Record<string, number>> = {
  'Mutation.appendCode': 17,
};

describe('the code of the resolvers, as it is deployed', () => {
  let codes: [name: string, code: string][];
  beforeAll(async () => {
    codes = Object.entries(await bundleResolvers());
  });

  it('has few branches each', () => {
    const counted = codes.map(([name, code]) => [name, countBranches(code)] as const);
    const above = counted.filter(([name, branches]) => branches > (marked[name] ?? MOST_BRANCHES));
    expect(counted.length).toBeGreaterThan(30);
    expect(above).toEqual([]);
  });

  it('has no mark that is no longer needed', () => {
    const branches = Object.fromEntries(codes.map(([name, code]) => [name, countBranches(code)]));
    expect(Object.fromEntries(Object.keys(marked).map((name) => [name, branches[name]]))).toEqual(marked);
  });

  it('has few bytes each', () => {
    const above = codes.filter(([, code]) => Buffer.byteLength(code) > MOST_BYTES).map(([name]) => name);
    expect(above).toEqual([]);
  });
});

describe('The count of branches', () => {
  it.each([
    ['if (a) b(); else c();', 1],
    ['const a = b ? c : d;', 1],
    ['const a = b && c || d ?? e;', 3],
    ['a ||= b; a &&= b; a ??= b;', 3],
    ['const a = b?.c?.[0]?.();', 3],
    ['switch (a) { case 1: case 2: b(); break; default: c(); }', 2],
    ['for (const a of b) c(a); for (const d in e) f(d); for (;;) g();', 3],
    ['while (a) b(); do c(); while (d);', 2],
    ['const { a = 1 } = b; function c(d = 2) {}', 2],
    ['const a = "if (b) c ? d : e"; // a && b', 0],
  ])('of %s is %i', (code, branches) => {
    expect(countBranches(code)).toBe(branches);
  });
});
