import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultQuotas } from '../../schema/limits/quota-limits.ts';

it("the client's README tells the limits that hold when the operator sets none", () => {
  const text = readFileSync(new URL('../../client/README.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  const { key, user } = defaultQuotas;
  const inWords = (count: number): string => count.toLocaleString('en-US');
  expect(text).toContain(
    `share ${key.generations} snippets and ${inWords(key.tokens)} tokens a day, and ${key.running} snippets that run at once; ` +
      `a signed-in user has ${user.generations}, ${inWords(user.tokens)} and ${user.running}.`,
  );
});
