/** The error of a data source. A response handler reads it as `ctx.error`. */
export interface SourceError {
  type: string;
  message: string;
}

export interface SourceAnswer {
  result: unknown;
  error?: SourceError;
}

/**
 * A data source of resolvers. If it fails, it answers with an `error`. If the request object itself is wrong, it
 * throws {@link RequestFault}.
 */
export interface DataSource {
  invoke(request: unknown): Promise<SourceAnswer>;
  /** BatchInvoke: one answer per request, same order. */
  invokeBatch?(requests: readonly unknown[]): Promise<SourceAnswer[]>;
}

/** A request object that no source understands. It ends the resolver with the errorType `MappingTemplate`. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
}

/** The request as an object; anything else has no operation. */
export function fieldsOf(request: unknown): Record<string, unknown> {
  return isObject(request) ? request : {};
}

/** The field at a path like `$[key]`. Throws `RequestFault` in AppSync's words when there is none. */
export function required(fields: Record<string, unknown>, name: string, path = '$'): unknown {
  const value = fields[name];
  if (value === undefined || value === null) throw new RequestFault(`Value for field '${path}[${name}]' not found.`);
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The source that goes nowhere: the result is the request's payload. */
export const noneSource: DataSource = {
  invoke: async (request) => ({ result: fieldsOf(request).payload ?? null }),
};
