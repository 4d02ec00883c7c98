import { describe, expect, it } from 'vitest';
import { shelfSchema as sdl } from '../../../../support/hosts/shelf-schema.ts';
import { createSmallApi, failing, keyCaller } from '../../../../support/hosts/small-api.ts';

describe('what a mutation pushes', () => {
  it('has the names of the schema, and only what the mutation selected', async () => {
    const api = createSmallApi(sdl, {
      'Mutation.put': () => ({ id: '1', title: 'T', kind: 'RED', book: { title: 'B', pages: 1 } }),
    });
    const answer = await api.ask(
      'mutation { mine: put(id: 1) { key: id ...F } } fragment F on Shelf { b: book { t: title } }',
    );
    expect(answer).toEqual({ data: { mine: { key: '1', b: { t: 'B' } } } });
    expect(api.published).toEqual([{ field: 'onPut', value: { id: '1', book: { title: 'B' } } }]);
  });

  it('is nothing when the field failed', async () => {
    const api = createSmallApi(sdl, { 'Mutation.fail': () => failing('no'), 'Mutation.put': () => ({ id: '1' }) });
    await api.ask('mutation { fail { id } put(id: 1) { id } }');
    expect(api.published).toEqual([{ field: 'onPut', value: { id: '1' } }]);
  });
});

describe('a subscription', () => {
  const ask = (query: string, answers = {}, request = {}) =>
    createSmallApi(sdl, answers).subscribe({ query, caller: keyCaller, headers: {}, domainName: null, ...request });

  it('shows a subscriber its own selection, with null for what was not published', async () => {
    const result = await ask('subscription { mine: onPut { __typename key: id title book { pages } } }');
    if (!result.ok) throw new Error('It was refused.');
    expect(result.subscription.render({ id: '1', kind: 'RED' })).toEqual({
      data: { mine: { __typename: 'Shelf', key: '1', title: null, book: null } },
    });
  });

  it('does not render what would be longer than an event may be', async () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, n) => `t${n}: title`).join(' ');
    const title = 'x'.repeat(24 * 1024);
    const fits = await ask(`subscription { onPut { ${aliases(9)} } }`);
    const tooLong = await ask(`subscription { onPut { ${aliases(4_000)} } }`);
    if (!fits.ok || !tooLong.ok) throw new Error('It was refused.');
    expect(fits.subscription.render({ title })?.data).toMatchObject({ onPut: { t8: title } });
    expect(tooLong.subscription.render({ title })).toBe(undefined);
  });

  it('says which nulls may not be, all of them', async () => {
    const result = await ask('subscription { onPut { id book { title pages } } }');
    if (!result.ok) throw new Error('It was refused.');
    const words = (type: string, field: string) =>
      `Cannot return null for non-nullable type: '${type}' within parent 'Book' (/onPut/book/${field})`;
    expect(result.subscription.render({ id: '1', book: {} })).toEqual({
      data: { onPut: { id: '1', book: null } },
      errors: [
        { message: words('String', 'title'), path: ['onPut', 'book', 'title'] },
        { message: words('Int', 'pages'), path: ['onPut', 'book', 'pages'] },
      ],
    });
    expect(result.subscription.render({ kind: 'RED' })).toEqual({
      data: { onPut: null },
      errors: [
        {
          message: "Cannot return null for non-nullable type: 'ID' within parent 'Shelf' (/onPut/id)",
          path: ['onPut', 'id'],
        },
      ],
    });
  });

  it('takes an argument with a variable that was not given as null', async () => {
    const result = await ask('subscription($k: Kind) { onPut(kind: $k) { id } }');
    expect(result).toMatchObject({ ok: true, subscription: { args: { kind: null }, filter: null } });
  });

  it.each([
    [
      'a field for others',
      'subscription { onSecret { id } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' },
    ],
    [
      'a nested field for others',
      'subscription { onPut { hidden } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access hidden on type Shelf' },
    ],
    [
      'a deep field for others',
      'subscription { onPut { next { book { hidden } } } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access hidden on type Book' },
    ],
    [
      'a query',
      '{ size }',
      { errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel' },
    ],
    [
      'a mutation',
      'mutation { fail { id } }',
      { errorType: 'UnsupportedOperation', message: 'mutation not supported through the realtime channel' },
    ],
    [
      'an unknown field',
      'subscription { onPut { cover } }',
      {
        message: "Validation error of type FieldUndefined: Field 'cover' in type 'Shelf' is undefined @ 'onPut/cover'",
      },
    ],
    [
      'a missing variable',
      'subscription($id: ID!) { onPut(id: $id) { id } }',
      { message: "Variable 'id' has coerced Null value for NonNull type 'ID!'" },
    ],
  ])('is refused: %s', async (_what, query, error) => {
    expect(await ask(query)).toMatchObject({ ok: false, errors: [error] });
  });

  it('is refused by its resolver', async () => {
    const answers = { 'Subscription.onPut': () => failing('id is wrong', 'InvalidInput') };
    expect(await ask('subscription { onPut { id } }', answers)).toEqual({
      ok: false,
      errors: [{ errorType: 'InvalidInput', message: 'id is wrong' }],
    });
  });
});
