import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';
import type { Answer, TestHost } from '../../support/hosts/test-host.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';

const id = randomUUID();

describe.each(runtimeNames)('a host refuses, in the %s runtime,', (runtime) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost({ other: runtimes[runtime] });
  });
  afterAll(() => host.close());

  const generate = (args: string) => `mutation { generateCode(${args}) { id } }`;
  const python = (text: string, options = '') =>
    generate(`language: PYTHON, instruction: ${JSON.stringify(text)}${options}`);
  const wait = (seconds: number) => python('x', `, options: { waitSeconds: ${seconds} }`);

  it.each([
    [
      'a blank instruction',
      python(' \n\t'),
      'instruction is blank; allowed is 1 to 4000 UTF-16 units, not only white space.',
    ],
    [
      'an instruction of no length',
      python(''),
      'instruction is blank; allowed is 1 to 4000 UTF-16 units, not only white space.',
    ],
    [
      'an instruction over 4,000 UTF-16 units',
      python('😀'.repeat(2_000) + 'x'),
      'instruction is 4001 UTF-16 units long; allowed is up to 4000.',
    ],
    ...[
      ['a control character', '\u0007', 'a control character'],
      ['a turn of the direction of writing', '\u202e', 'a character that turns the direction of writing'],
      ['the first tag character', '\u{e0000}', 'a character of the tag block'],
      ['a letter in tag characters', '\u{e0041}', 'a character of the tag block'],
      ['the last tag character', '\u{e007f}', 'a character of the tag block'],
    ].map(([what, character, name]): [string, string, string] => [
      `an instruction with ${what}`,
      python(`fizzbuzz${character}`),
      `instruction is a text with ${name}; allowed is text that shows all it says.`,
    ]),
    ['waitSeconds 26', wait(26), 'options.waitSeconds is 26; allowed is 0 to 25.'],
    ['waitSeconds -1', wait(-1), 'options.waitSeconds is -1; allowed is 0 to 25.'],
    [
      'a chosen id that is none',
      python('x', ', options: { id: "mine" }'),
      'options.id is "mine"; allowed is a lower-case UUID.',
    ],
    [
      'a blank stop sequence',
      python('x', ', options: { stopSequences: [" "] }'),
      'options.stopSequences is with " ", a text of 1 UTF-16 units; allowed is 1 to 100 units each, not only white space.',
    ],
    ['limit 0', '{ snippets(limit: 0) { nextToken } }', 'limit is 0; allowed is 1 to 100.'],
    ['limit 101', '{ snippets(limit: 101) { nextToken } }', 'limit is 101; allowed is 1 to 100.'],
    [
      'a broken nextToken',
      '{ snippets(nextToken: "abc") { nextToken } }',
      'nextToken is "abc"; allowed is null, or as the page before gave it for the same list.',
    ],
    [
      'an empty nextToken',
      '{ snippets(nextToken: "") { nextToken } }',
      'nextToken is ""; allowed is null, or as the page before gave it.',
    ],
    ['a bad id to read', '{ snippet(id: "X") { id } }', 'id is "X"; allowed is a lower-case UUID.'],
    [
      'an id in capitals',
      `{ snippet(id: "${id.toUpperCase()}") { id } }`,
      `id is "${id.toUpperCase()}"; allowed is a lower-case UUID.`,
    ],
    ['a bad id to cancel', 'mutation { cancelSnippet(id: "") { id } }', 'id is ""; allowed is a lower-case UUID.'],
    ['a bad id to delete', 'mutation { deleteSnippet(id: "1") { id } }', 'id is "1"; allowed is a lower-case UUID.'],
  ])('%s', async (_what, query, message) => {
    const { status, errors } = await ask(host, query);
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ errorType: 'InvalidInput', message, data: null, errorInfo: null }]);
  });

  it('the nextToken of another list', async () => {
    for (const text of ['one', 'two']) await ask(host, python(text, ', options: { waitSeconds: 0 }'));
    const first = await ask<{ snippets: { nextToken: string } }>(host, '{ snippets(limit: 1) { nextToken } }');
    const token = first.data?.snippets.nextToken ?? '';
    expect(token).not.toBe('');
    const query = 'query($t: String) { snippets(language: PYTHON, nextToken: $t) { nextToken } }';
    const { errors } = await ask(host, query, { t: token });
    expect(errors).toMatchObject([
      { errorType: 'InvalidInput', message: expect.stringMatching(/^nextToken is ".+"; allowed is /) },
    ]);
  });

  it('an unknown language, written in the query', async () => {
    expect((await ask(host, generate('language: KLINGON, instruction: "x"'))).errors).toMatchObject([
      {
        path: null,
        message:
          "Validation error of type WrongType: argument 'language' with value 'EnumValue{name='KLINGON'}' is not a valid 'Language' @ 'generateCode'",
      },
    ]);
  });

  it('an unknown language, in a variable', async () => {
    const query = 'mutation($language: Language!) { generateCode(language: $language, instruction: "x") { id } }';
    const answer: Answer = await ask(host, query, { language: 'KLINGON' });
    expect(answer).toMatchObject({
      status: 200,
      errors: [
        {
          path: null,
          message:
            "Variable 'language' has an invalid value. Invalid input for Enum 'Language'. No value found for name 'KLINGON'",
        },
      ],
    });
  });
});
