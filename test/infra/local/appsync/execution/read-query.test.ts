import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { executionLimits } from '../../../../../infra/local/appsync/execution/execution-limits.ts';
import { createQueryReader } from '../../../../../infra/local/appsync/execution/read-query.ts';

const schema = buildSchema('type Query { a: Int }');

describe('a query that was understood', () => {
  const reader = () => createQueryReader(schema, executionLimits);
  /** About 12,000 tokens, 6 MB by the reader's reckoning. */
  const large = (number: number) => `{ ${Array.from({ length: 4_000 }, (_, n) => `b${number}_${n}: a`).join(' ')} }`;

  it('is kept while others are small, and given up when they fill 64 MB, the one first that was asked longest ago', () => {
    const read = reader();
    const [first, hot] = [read('{ a }'), read('{ a a }')];
    expect(first).toHaveProperty('read');
    for (let number = 0; number < 8; number += 1) read(large(number));
    const same = (query: string, reading: typeof first) =>
      'read' in reading && Object.is(Object.values(read(query))[0], reading.read);
    expect([same('{ a a }', hot), same('{ a }', first)]).toEqual([true, true]);
    for (let number = 8; number < 30; number += 1) {
      read(large(number));
      read('{ a a }');
    }
    expect([same('{ a a }', hot), same('{ a }', first)]).toEqual([true, false]);
  });

  it('is not kept when it was refused', () => {
    const read = reader();
    const refused = read('{ b }');
    expect(refused).toHaveProperty('refusal');
    expect(Object.values(read('{ b }'))[0]).not.toBe(Object.values(refused)[0]);
  });
});
