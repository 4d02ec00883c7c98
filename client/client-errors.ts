/** The kinds of errors. Each is the literal `name` of an error. */
export type SnipstreamErrorName =
  | RefusalName
  /** The credential is missing, wrong or expired, or does not allow this call. */
  | 'Unauthorized'
  /** The API could not be reached or did not answer in time. `cause` is the error of the platform. */
  | 'NetworkFailure'
  /** The answer does not come from this API. It is not JSON, or it does not fit the schema. */
  | 'BadAnswer';

/** The error types that the API itself uses. */
export type RefusalName =
  /** An argument is out of its bounds. */
  | 'InvalidInput'
  /** The id belongs to another request, or the snippet's status does not allow the call. */
  | 'Conflict'
  /** There is no such snippet, or it belongs to somebody else. */
  | 'NotFound'
  /** The caller's quota for the day is used up. */
  | 'QuotaExceeded'
  /** There were too many requests at the same time. */
  | 'Throttled'
  /** The API failed. Nothing is wrong with the request. */
  | 'InternalFailure'
  /** The API does not understand the request. This happens if client and API have different versions. */
  | 'BadRequest';

/** The circumstances of an error: which operation, at which address, with which credential. */
export interface ErrorContext {
  /** The name of the field, such as `generateCode`. */
  readonly operation: string;
  /** The address of the API, without the parts of a URL that may be secret. */
  readonly address: string;
  /** The credential as the caller knows it, such as "the key in auth.apiKey". */
  readonly credential: string;
}

/**
 * The base class of every error of this client. The message says what is wrong and what to do, and names the address
 * and the argument. It may be logged, because it contains neither variables nor bodies.
 */
export abstract class SnipstreamError extends Error {
  abstract override readonly name: SnipstreamErrorName;
  /** The name of the field, such as `generateCode`. */
  readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.operation = operation;
  }
}

/** The API refused. */
export class RefusedError extends SnipstreamError {
  override readonly name: RefusalName;
  /** The message of the API. It names the argument and its value. Of an instruction it names only the length. */
  readonly detail: string;

  constructor({ operation, address }: Pick<ErrorContext, 'operation' | 'address'>, name: RefusalName, detail: string) {
    super(operation, `The API at ${address} refused ${operation}: ${reasonOf(name, detail)} (${name}).`);
    this.name = name;
    this.detail = detail;
  }
}

/** The API does not accept the credential. */
export class UnauthorizedError extends SnipstreamError {
  override readonly name = 'Unauthorized';
  /** The message of the API. */
  readonly detail: string;

  constructor({ operation, address, credential }: ErrorContext, detail: string) {
    super(operation, `The API at ${address} does not accept ${credential}, or not for ${operation}.`);
    this.detail = detail;
  }
}

/** No answer came. */
export class NetworkError extends SnipstreamError {
  override readonly name = 'NetworkFailure';

  constructor({ operation, address }: Pick<ErrorContext, 'operation' | 'address'>, cause: unknown) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    const what = isLate
      ? `${address} has not answered ${operation} in time`
      : `Nobody answers ${operation} at ${address}`;
    super(operation, `${what}: check that the API runs there and that nothing keeps this program from it.`, { cause });
  }
}

/** The answer did not come from this API. */
export class BadAnswerError extends SnipstreamError {
  override readonly name = 'BadAnswer';
  /** The HTTP status, or null for an answer over the WebSocket. */
  readonly status: number | null;

  constructor({ operation, address }: Pick<ErrorContext, 'operation' | 'address'>, status: number | null) {
    const message =
      status !== null && status >= 500
        ? `${address} answered ${operation} with HTTP ${status}: try again in a moment.`
        : `What answers ${operation} at ${address} is no Snipstream API (HTTP ${status ?? 'upgraded'}): check url.`;
    super(operation, message);
    this.status = status;
  }
}

const reasons: Readonly<Record<RefusalName, string>> = {
  InvalidInput: 'an argument is out of its bounds; `detail` says which',
  Conflict: 'the id belongs to another request, or the status of the snippet does not allow it',
  NotFound: 'there is no such snippet, or it is not yours',
  QuotaExceeded: 'the quota for today is used up',
  Throttled: 'too many requests come at once; try again in a moment',
  InternalFailure: 'something failed there and nothing is wrong with the request; try again in a moment',
  BadRequest: 'it does not know such a request, as when client and API are of different versions',
};

/** Of the API's sentence about an argument, its name and what is allowed, without the value. */
function reasonOf(name: RefusalName, detail: string): string {
  const [argument] = /^[\w.]+(?= is )/.exec(detail) ?? [];
  const at = detail.lastIndexOf('; allowed is ');
  if (name !== 'InvalidInput' || argument === undefined || at < 0) return reasons[name];
  return `${argument} is out of its bounds; ${detail.slice(at + 2).replace(/\.$/, '')}`;
}

/** One entry of AppSync's `errors` list. Any of its fields may be missing. */
export interface ErrorEntry {
  readonly errorType?: unknown;
  readonly message?: unknown;
  readonly path?: unknown;
}

const ours = ['InvalidInput', 'Conflict', 'NotFound', 'QuotaExceeded', 'InternalFailure'] as const;

/** Converts an entry of `errors` to an error of this client. It serves both HTTP and the WebSocket. */
export function errorOf(asked: ErrorContext, entry: ErrorEntry): SnipstreamError {
  const type = typeof entry.errorType === 'string' ? entry.errorType : '';
  const detail = typeof entry.message === 'string' ? entry.message : type;
  const own = ours.find((name) => name === type);
  if (own) return new RefusedError(asked, own, detail);
  if (/unauthorized|notauthorized|signature|authenticationtoken|unrecognizedclient/i.test(type)) {
    return new UnauthorizedError(asked, detail);
  }
  if (/throttl|limitexceeded|toomany|maxsubscriptions/i.test(type)) {
    return new RefusedError(asked, 'Throttled', detail);
  }
  return new RefusedError(asked, Array.isArray(entry.path) ? 'InternalFailure' : 'BadRequest', detail);
}

/** Whether a repetition of the same call may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof BadAnswerError) return error.status !== null && error.status >= 500;
  if (!(error instanceof SnipstreamError)) return false;
  return error.name === 'NetworkFailure' || error.name === 'Throttled' || error.name === 'InternalFailure';
}
