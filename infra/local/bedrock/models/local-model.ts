/** A Converse request that was checked. */
export interface ConverseRequest {
  /** Empty when there is none. */
  readonly system: string;
  readonly messages: readonly Message[];
  readonly inferenceConfig: InferenceConfig;
  readonly requestMetadata: Readonly<Record<string, string>>;
}

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

export interface InferenceConfig {
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly stopSequences?: readonly string[];
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * What a model says, in order: once `start` when it has taken the request, text, reasoning or a sign of life without
 * either, and once, last, the end.
 */
export type ModelEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reasoning'; readonly text: string }
  | { readonly kind: 'alive' }
  /** `stopReason` is one of Converse where it has one that says the same; `usage` is null when the model does not tell. */
  | { readonly kind: 'end'; readonly stopReason: string; readonly usage: Usage | null };

/** A model on this machine, or one that speaks for it. */
export interface LocalModel {
  /** What a snippet says it was made by. */
  readonly name: string;
  /**
   * Streams the answer. An answer that did not come to its `end` is none. Stops when the signal is aborted, which is
   * when the caller has gone away.
   * @throws LocalModelError
   */
  converse(request: ConverseRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
  /** Frees what the model holds. */
  close?(): Promise<void>;
}

/**
 * Bedrock's exceptions and their HTTP status
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html#API_runtime_ConverseStream_Errors).
 */
export const bedrockExceptions = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ModelErrorException: 424,
  ModelNotReadyException: 429,
  ModelStreamErrorException: 424,
  ModelTimeoutException: 408,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 400,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  ValidationException: 400,
} as const;

export type BedrockException = keyof typeof bedrockExceptions;

interface RefusalDetails extends ErrorOptions {
  readonly retryAfter?: string | undefined;
}

/** A model's refusal, as the exception of Bedrock that says the same. The message is shown to the caller. */
export class LocalModelError extends Error {
  override readonly name = 'LocalModelError';
  readonly exception: BedrockException;
  /** When to ask again, as `Retry-After` says it. */
  readonly retryAfter: string | undefined;

  constructor(exception: BedrockException, message: string, details: RefusalDetails = {}) {
    super(message, details);
    this.exception = exception;
    this.retryAfter = details.retryAfter;
  }
}
