import type { Language, TaskOptions, TokenUsage } from '../../schema/types.generated.ts';

/** What a model is asked. */
export interface CodeRequest {
  readonly id: string;
  readonly language: Language;
  readonly instruction: string;
  readonly model: string;
  readonly options: TaskOptions;
}

/** What a model says, as it says it: text, a sign of life without text, and once, last, the end. */
export type ModelEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly stopReason: string; readonly usage: TokenUsage | null };

/** A model that answers in text. An answer that did not come to its `end` is no answer. */
export interface CodeModel {
  /**
   * Stops at once when the signal is aborted.
   * @throws GenerationFailure with one of the MODEL_ codes
   */
  answer(request: CodeRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
