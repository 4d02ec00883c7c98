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

/** What was asked, and where: what an error can be told with. */
export interface ErrorContext {
  /** The field that was asked for, such as `generateCode`. */
  readonly operation: string;
  /** Of the API, without what may be secret in a URL. */
  readonly address: string;
  /** The credential as the caller knows it, such as "the key in auth.apiKey". */
  readonly credential: string;
}

/**
 * Base of every error of this client. The message says what is wrong and what to do, with the address and the argument. It is fit for
 * any log: it holds no variables and no bodies.
 */
export abstract class SnipstreamError extends Error {
  abstract override readonly name: SnipstreamErrorName;
  /** The field that was asked for, such as `generateCode`. */
  readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.operation = operation;
  }
}

/** The API refused. */
export class RefusedError extends SnipstreamError {
  override readonly name: RefusalName;
  /** The API's own sentence. It names the argument and its value, of an instruction only the length. */
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
  /** The API's own sentence. */
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

/** An answer came that is none of this API's. */
export class BadAnswerError extends SnipstreamError {
  override readonly name = 'BadAnswer';
  /** The HTTP status; null when it came over the WebSocket. */
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

/** One entry of an `errors` list as AppSync writes it; everything may be missing. */
export interface ErrorEntry {
  readonly errorType?: unknown;
  readonly message?: unknown;
  readonly path?: unknown;
}

const ours = ['InvalidInput', 'Conflict', 'NotFound', 'QuotaExceeded', 'InternalFailure'] as const;

/** What an entry of `errors` means, over HTTP and over the WebSocket alike. */
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

/** Whether the same call, if safe to repeat, may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof BadAnswerError) return error.status !== null && error.status >= 500;
  if (!(error instanceof SnipstreamError)) return false;
  return error.name === 'NetworkFailure' || error.name === 'Throttled' || error.name === 'InternalFailure';
}
