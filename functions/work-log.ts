import { Logger } from '@aws-lambda-powertools/logger';
import type { GenerationFailure } from './generation-failure.ts';

/** A call of a model or of the store that failed, whether or not it is made again. */
export interface FailedCall {
  readonly snippetId: string;
  /** What was called: `model` or `storage`. */
  readonly called: 'model' | 'storage';
  /** Id of the model; for the store, of the one that had answered. */
  readonly model: string;
  readonly failure: GenerationFailure;
  /** The caller's texts, which a service may repeat in what it says: no line shows them. */
  readonly texts: readonly string[];
}

/** Something about a model that who runs this wants to know, though the call went on. */
export interface ModelNote {
  readonly snippetId: string;
  readonly model: string;
  readonly message: string;
  readonly sentence: string;
}

/** Tells who runs this why something went otherwise than it should: one line of JSON each, no instruction and no code. */
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

/** The sentence, or that it cannot be shown because it repeats what it is not to show. At most 500 UTF-16 units. */
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
