/** The kinds of refusal and failure a caller can meet; each is the literal `name` of the error. */
export type SnipstreamErrorName =
  | RefusalName
  /** No credential, an expired or a wrong one, or one that may not make this call. */
  | 'Unauthorized'
  /** The API could not be reached, or did not answer in time. `cause` has what the platform says. */
  | 'NetworkFailure'
  /** What answered does not speak this API: no JSON, or a shape that the schema does not allow. */
  | 'BadAnswer';

/** The refusals that the API words itself. */
export type RefusalName =
  /** An argument is out of its bounds. */
  | 'InvalidInput'
  /** The id belongs to another request, or the snippet's status does not allow the call. */
  | 'Conflict'
  /** No such snippet, or not yours. */
  | 'NotFound'
  /** The caller's quota for the day is used up. */
  | 'QuotaExceeded'
  /** Too many requests at once. */
  | 'Throttled'
  /** The API could not do it; nothing is wrong with the request. */
  | 'InternalFailure'
  /** The API does not know the request, as when client and API are of different versions. */
  | 'BadRequest';

/** Base of every error of this client. The message is operation and name, fit for any log: no variables, no bodies. */
export abstract class SnipstreamError extends Error {
  abstract override readonly name: SnipstreamErrorName;
  /** The field that was asked for, such as `generateCode`. */
  readonly operation: string;

  constructor(operation: string, name: SnipstreamErrorName, options?: ErrorOptions) {
    super(`${operation}: ${name}`, options);
    this.operation = operation;
  }
}

/** The API refused. */
export class RefusedError extends SnipstreamError {
  override readonly name: RefusalName;
  /** The API's own sentence. It names the argument and its value, of an instruction only the length. */
  readonly detail: string;

  constructor(operation: string, name: RefusalName, detail: string) {
    super(operation, name);
    this.name = name;
    this.detail = detail;
  }
}

/** The API does not accept the credential. */
export class UnauthorizedError extends SnipstreamError {
  override readonly name = 'Unauthorized';
  /** The API's own sentence. */
  readonly detail: string;

  constructor(operation: string, detail: string) {
    super(operation, 'Unauthorized');
    this.detail = detail;
  }
}

/** No answer came. */
export class NetworkError extends SnipstreamError {
  override readonly name = 'NetworkFailure';

  constructor(operation: string, cause: unknown) {
    super(operation, 'NetworkFailure', { cause });
  }
}

/** An answer came that is none of this API's. */
export class BadAnswerError extends SnipstreamError {
  override readonly name = 'BadAnswer';
  /** The HTTP status; null when it came over the WebSocket. */
  readonly status: number | null;

  constructor(operation: string, status: number | null) {
    super(operation, 'BadAnswer');
    this.status = status;
  }
}

/** One entry of an `errors` list as AppSync writes it; everything may be missing. */
export interface ErrorEntry {
  readonly errorType?: unknown;
  readonly message?: unknown;
  readonly path?: unknown;
}

const ours = ['InvalidInput', 'Conflict', 'NotFound', 'QuotaExceeded', 'InternalFailure'] as const;

/** What an entry of `errors` means, over HTTP and over the WebSocket alike. */
export function errorOf(operation: string, entry: ErrorEntry): SnipstreamError {
  const type = typeof entry.errorType === 'string' ? entry.errorType : '';
  const detail = typeof entry.message === 'string' ? entry.message : type;
  const own = ours.find((name) => name === type);
  if (own) return new RefusedError(operation, own, detail);
  if (/unauthorized|notauthorized|signature|authenticationtoken|unrecognizedclient/i.test(type)) {
    return new UnauthorizedError(operation, detail);
  }
  if (/throttl|limitexceeded|toomany|maxsubscriptions/i.test(type)) {
    return new RefusedError(operation, 'Throttled', detail);
  }
  return new RefusedError(operation, Array.isArray(entry.path) ? 'InternalFailure' : 'BadRequest', detail);
}

/** Whether the same call, if safe to repeat, may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof BadAnswerError) return error.status !== null && error.status >= 500;
  if (!(error instanceof SnipstreamError)) return false;
  return error.name === 'NetworkFailure' || error.name === 'Throttled' || error.name === 'InternalFailure';
}
