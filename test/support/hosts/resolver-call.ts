import type { DataSource } from '../../../infra/local/appsync/sources/data-source.ts';
import type { ResolverInput, ResolverOutcome } from '../../../infra/local/appsync/resolving/field-resolver.ts';
import { createUnitResolver } from '../../../infra/local/appsync/resolving/resolve.ts';
import { noneSource } from '../../../infra/local/appsync/sources/data-source.ts';

/** A call of `Query.snippet` with the API key; `parts` replaces what the test is about. */
export function resolverInput(parts: Partial<ResolverInput> = {}): ResolverInput {
  return {
    args: {},
    source: null,
    identity: null,
    request: { headers: { 'x-api-key': 'da2-key' }, domainName: null },
    info: {
      fieldName: 'snippet',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: ['id', 'usage/inputTokens'],
      selectionSetGraphQL: '{ id usage { inputTokens } }',
    },
    authType: 'API Key Authorization',
    ...parts,
  };
}

/** Code whose request handler hands `asked` to the source and whose response handler returns `answered`. */
export function codeOf(asked: string, answered = 'ctx.result'): string {
  return `
    import { util, extensions, runtime } from '@aws-appsync/utils';
    import * as ddb from '@aws-appsync/utils/dynamodb';
    export function request(ctx) { return ${asked}; }
    export function response(ctx) { return ${answered}; }`;
}

/** What a resolver answers whose value is the expression; the clock shows `now`. */
export function evaluate(expression: string, input = resolverInput(), now = 0): Promise<ResolverOutcome> {
  const code = codeOf(`({ payload: ${expression} })`);
  return createUnitResolver({ name: 'test', code, source: noneSource, env: {}, now: () => now }).resolve(input);
}

/** A source that keeps what it was asked and gives the same answer to everybody. */
export function recordingSource(answer: Awaited<ReturnType<DataSource['invoke']>>): DataSource & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    invoke: async (request) => {
      asked.push(request);
      return answer;
    },
  };
}
