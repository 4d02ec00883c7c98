import { describe, expect, it } from 'vitest';
import { evaluateHandler } from '../../../../../infra/local/appsync/resolving/evaluate-handler.ts';
import { unavailableFunctions } from '../../../../../infra/local/appsync/runtime/unavailable.ts';
import { codeOf } from '../../../../support/hosts/resolver-call.ts';
import figures from '../../../../support/recorded/appsync-recorded.json' with { type: 'json' };

/**
 * What the real EvaluateCode answered, as the tests of localstack/appsync-utils recorded it
 * (https://github.com/localstack/appsync-utils, its `index` and `resolvers` snapshots at commit 8f8ef7f of 2026-08-21).
 */
const recorded: { expression: string; result: Record<string, unknown> }[] = figures.recorded;

/** How a text, or a map with one, is written in those snapshots. */
function printed(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : `{\n  "S": "${(value as { S: string }).S}",\n}`;
}

async function agrees({ expression, result }: (typeof recorded)[number]): Promise<boolean> {
  const { result: value, error } = await evaluateHandler({ code: codeOf(expression), handler: 'request', context: {} });
  if (error) return false;
  return 'text' in result
    ? printed(value) === result['text']
    : JSON.stringify(sorted(value)) === JSON.stringify(result);
}

/** The recorded results have their keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

const query = `({
  operation: 'Query', index: 'nameIndex', select: 'ALL_ATTRIBUTES',
  query: { expression: '#name = :name', expressionNames: { '#name': 'name' },
    expressionValues: { ':name': util.dynamodb.toDynamoDB(ctx.arguments.filter.line) } },
  filter: { expression: '#shift = :shift', expressionNames: { '#shift': 'shift' },
    expressionValues: { ':shift': util.dynamodb.toDynamoDB(ctx.arguments.filter.shift) } },
})`;

describe('The answers that were recorded on AWS', () => {
  it('are given here too: 34 of the 34 of utilities that have a value', async () => {
    const withValue = recorded.filter(({ result }) => !('undefined' in result));
    const agreeing = await Promise.all(withValue.map(agrees));
    const different = withValue.filter((_, index) => !agreeing[index]).map(({ expression }) => expression);
    expect(different).toEqual([]);
    expect(withValue).toHaveLength(34);
  });

  it.each<[what: string, code: string, handler: 'request' | 'response', context: object, expected: object]>([
    [
      'the request of a query, made of its arguments',
      codeOf(query, 'ctx.result.items'),
      'request',
      { arguments: { filter: { line: 'test', shift: 10 } } },
      {
        result: {
          operation: 'Query',
          index: 'nameIndex',
          select: 'ALL_ATTRIBUTES',
          query: {
            expression: '#name = :name',
            expressionNames: { '#name': 'name' },
            expressionValues: { ':name': { S: 'test' } },
          },
          filter: {
            expression: '#shift = :shift',
            expressionNames: { '#shift': 'shift' },
            expressionValues: { ':shift': { N: 10 } },
          },
        },
      },
    ],
    [
      'the items of its result',
      codeOf(query, 'ctx.result.items'),
      'response',
      { result: { items: [{ a: 10 }] } },
      { result: [{ a: 10 }] },
    ],
    ['an error', codeOf('util.error("foo")'), 'request', {}, { error: { message: 'foo' } }],
    ['an unauthorized call', codeOf('util.unauthorized()'), 'request', {}, { error: { message: 'Unauthorized' } }],
  ])('are given here too, of resolvers without RDS 4 of 4: %s', async (_, code, handler, context, expected) => {
    expect(await evaluateHandler({ code, handler, context: context as Record<string, unknown> })).toMatchObject(
      expected,
    );
  });

  const rds = unavailableFunctions.filter((name) => name.startsWith('rds.'));
  it.each(rds)('are not given for RDS, which is not here and says so by name: %s', async (name) => {
    const member = name.slice('rds.'.length);
    const code = `import { ${member} } from '@aws-appsync/utils/rds';
      export function request() { return ${member}({}); }
      export function response() { return null; }`;
    const { error } = await evaluateHandler({ code, handler: 'request', context: {} });
    expect(error?.message).toContain(`${name} is not available on the local host.`);
  });
});
