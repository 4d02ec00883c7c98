import type { Language, TaskOptions, TokenUsage } from '../../../schema/types.generated.ts';

/** The request to a model. */
export interface CodeRequest {
  readonly id: string;
  readonly language: Language;
  readonly instruction: string;
  /** The code to refine; null when it is asked for anew. */
  readonly parentCode: string | null;
  readonly model: string;
  readonly options: TaskOptions;
  /** The code of an answer that was cut short, to be continued; null to begin. */
  readonly continuing: string | null;
}

/** What a model says, as it says it: text, a sign of life without text, and once, last, the end. */
export type ModelEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly stopReason: string; readonly usage: TokenUsage | null };

/** The stop reason of an answer that the worker's own deadline ended: what came is kept, and the model is asked no more. */
export const outOfTime = 'out_of_time';

/** A model that answers in text. An answer that did not come to its `end` is no answer. */
export interface CodeModel {
  /**
   * Stops at once when the signal is aborted.
   * @throws GenerationFailure with one of the MODEL_ codes
   */
  answer(request: CodeRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
