import { parseShallowJson } from '../../http/shallow-json.ts';
import { executionLimits } from './execution-limits.ts';

/** A GraphQL request whose query has not been parsed yet. */
export interface QueryRequest {
  readonly query: string;
  readonly variables: Record<string, unknown> | null;
  readonly operationName: string | null;
}

/** Reads the JSON body of a request, or the `data` of a `start`. @returns undefined for what is no such thing */
export function readQueryRequest(json: string): QueryRequest | undefined {
  try {
    return requestIn(parseShallowJson(json, executionLimits.nesting));
  } catch {
    return undefined;
  }
}

/** Reads a request from the query string of a GET; `variables` is JSON. @returns undefined for what is no such thing */
export function readQueryString(search: string): QueryRequest | undefined {
  const parameters = new URLSearchParams(search);
  try {
    const variables = parseShallowJson(parameters.get('variables') ?? 'null', executionLimits.nesting);
    return requestIn({ query: parameters.get('query'), variables, operationName: parameters.get('operationName') });
  } catch {
    return undefined;
  }
}

function requestIn(value: unknown): QueryRequest | undefined {
  if (typeof value !== 'object' || value === null || !('query' in value) || typeof value.query !== 'string') {
    return undefined;
  }
  const variables = 'variables' in value ? value.variables : null;
  const operationName = 'operationName' in value ? value.operationName : null;
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  return {
    query: value.query,
    variables: (variables ?? null) as Record<string, unknown> | null,
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
  };
}
