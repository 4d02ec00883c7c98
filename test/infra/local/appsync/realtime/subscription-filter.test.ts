import { describe, expect, it } from 'vitest';
import { eventTest } from '../../../../../infra/local/appsync/realtime/subscription-filter.ts';

const event = {
  id: '1',
  title: 'binary search',
  pages: 10,
  tags: ['new', 'short'],
  done: true,
  author: { name: 'Ann', city: null },
  empty: null,
};

const filterOf = (...entries: [fieldName: string, operator: string, value: unknown][][]) => ({
  filterGroup: entries.map((filters) => ({
    filters: filters.map(([fieldName, operator, value]) => ({ fieldName, operator, value })),
  })),
});

describe('the arguments of a subscription, without a filter of its resolver', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['none', {}, true],
    ['equal', { id: '1', done: true }, true],
    ['one of two unequal', { id: '1', title: 'other' }, false],
    ['another type', { pages: '10' }, false],
    ['null, and the field is null', { empty: null }, true],
    ['null, and the field was not published', { unknown: null }, true],
    ['null, and the field is there', { id: null }, false],
    ['a value, and the field was not published', { unknown: 'x' }, false],
  ])('%s', (_what, args, passes) => {
    expect(eventTest(null, args)(event)).toBe(passes);
  });
});

describe('the filter of a resolver', () => {
  it.each<[string, string, unknown, boolean]>([
    ['id', 'eq', '1', true],
    ['id', 'eq', 1, false],
    ['id', 'ne', '2', true],
    ['id', 'ne', '1', false],
    ['pages', 'le', 10, true],
    ['pages', 'le', 9, false],
    ['pages', 'lt', 10, false],
    ['pages', 'lt', 11, true],
    ['pages', 'ge', 10, true],
    ['pages', 'ge', 11, false],
    ['pages', 'gt', 9, true],
    ['pages', 'gt', 10, false],
    ['pages', 'gt', '9', false],
    ['title', 'gt', 'alpha', true],
    ['empty', 'lt', 1, false],
    ['title', 'contains', 'search', true],
    ['title', 'contains', 'Search', false],
    ['tags', 'contains', 'new', true],
    ['tags', 'contains', 'ne', false],
    ['title', 'notContains', 'tree', true],
    ['title', 'notContains', 'binary', false],
    ['title', 'beginsWith', 'binary', true],
    ['title', 'beginsWith', 'search', false],
    ['id', 'in', ['1', '2'], true],
    ['id', 'in', ['2'], false],
    ['id', 'notIn', ['2'], true],
    ['id', 'notIn', ['1'], false],
    ['pages', 'between', [10, 20], true],
    ['pages', 'between', [1, 10], true],
    ['pages', 'between', [11, 20], false],
    ['tags', 'containsAny', ['old', 'short'], true],
    ['tags', 'containsAny', ['old'], false],
    ['title', 'containsAny', ['tree', 'search'], true],
    ['author.name', 'eq', 'Ann', true],
    ['author.name', 'eq', 'Bob', false],
    ['author.none.deeper', 'eq', 'x', false],
    ['author.city', 'eq', null, true],
    ['unknown', 'eq', 'x', false],
    ['title.length', 'eq', 13, false],
  ])('%s %s %j: %s', (field, operator, value, passes) => {
    expect(eventTest(filterOf([[field, operator, value]]), {})(event)).toBe(passes);
  });

  it('needs all of one entry, and any of the entries', () => {
    const right: [string, string, unknown] = ['id', 'eq', '1'];
    const wrong: [string, string, unknown] = ['id', 'eq', '2'];
    expect(eventTest(filterOf([right, wrong]), {})(event)).toBe(false);
    expect(eventTest(filterOf([wrong], [right]), {})(event)).toBe(true);
    expect(eventTest(filterOf([wrong], [wrong]), {})(event)).toBe(false);
  });

  it('takes the place of the arguments', () => {
    expect(eventTest(filterOf([['id', 'eq', '1']]), { title: 'other' })(event)).toBe(true);
  });

  it.each(['equals', 'EQ', 'constructor', 'toString'])('is refused with the operator %s', (operator) => {
    expect(() => eventTest(filterOf([['id', operator, '1']]), {})).toThrow(
      `operator ${operator}; allowed are eq, ne, `,
    );
  });

  it('is refused with more than 10 filters', () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (): [string, string, unknown][] => [['id', 'eq', '1']]);
    expect(() => eventTest(filterOf(...entries(11)), {})).toThrow('has 11 filters; allowed are 10');
    expect(eventTest(filterOf(...entries(10)), {})(event)).toBe(true);
  });
});
