import { Logger } from '@aws-lambda-powertools/logger';
import type { GenerationFailure } from './generation-failure.ts';

/** A failed call of a model or of the storage, whether or not it is repeated. */
export interface FailedCall {
  readonly snippetId: string;
  /** What was called: `model` or `storage`. */
  readonly called: 'model' | 'storage';
  /** The id of the model. For a call of the storage it is the model that wrote the code. */
  readonly model: string;
  readonly failure: GenerationFailure;
  /** The texts of the caller. A service may repeat them in its message, and the log must not contain them. */
  readonly texts: readonly string[];
}

/** A remark about a call of a model that did not fail, for the operator. */
export interface ModelNote {
  readonly snippetId: string;
  readonly model: string;
  readonly message: string;
  readonly sentence: string;
}

/**
 * Logs for the operator what went wrong. Each entry is one line of JSON, and contains neither an instruction nor code.
 */
export interface WorkLog {
  failedCall(call: FailedCall): void;
  note(note: ModelNote): void;
}

/** What an error of an AWS client knows of the answer. */
interface ServiceError {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

const LONGEST_SENTENCE = 500;
/** So many units of a caller's text in a row are no chance. */
const REPEATED_UNITS = 24;

/** On AWS the lines go to the function's log group (https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/). */
export function createWorkLog(logger: Pick<Logger, 'warn'> = new Logger({ serviceName: 'snipstream' })): WorkLog {
  return {
    failedCall({ snippetId, called, model, failure, texts }) {
      const { name, $metadata = {} } = serviceError(failure);
      logger.warn(`A call of the ${called} failed.`, {
        ...{ snippetId, model, failure: failure.code, errorName: name },
        ...{ status: $metadata.httpStatusCode ?? null, requestId: $metadata.requestId ?? null },
        sentence: withoutTexts(failure.reason ?? failure.message, texts),
      });
    },
    note({ message, ...about }) {
      logger.warn(message, about);
    },
  };
}

function serviceError(failure: GenerationFailure): ServiceError & { name: string } {
  return failure.cause instanceof Error ? failure.cause : failure;
}

/**
 * Returns the sentence, cut to 500 UTF-16 units. If it repeats one of the texts, it returns a sentence that says so
 * instead.
 */
export function withoutTexts(sentence: string, texts: readonly string[]): string {
  const repeats = texts.some((text) => repeatsAny(sentence, text));
  return repeats ? 'The sentence is not shown: it repeats the request.' : sentence.slice(0, LONGEST_SENTENCE);
}

function repeatsAny(sentence: string, text: string): boolean {
  if (text.length <= REPEATED_UNITS) return text.trim().length > 3 && sentence.includes(text);
  for (let at = 0; at + REPEATED_UNITS <= text.length; at += 1) {
    if (sentence.includes(text.slice(at, at + REPEATED_UNITS))) return true;
  }
  return false;
}
