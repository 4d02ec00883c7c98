import type { TokenUsage } from '../../../schema/types.generated.ts';
import type { CodeModel } from './code-model.ts';

/** A model whose calls are counted, and the tokens it says they cost. */
export interface CountedModel {
  readonly model: CodeModel;
  /** Adds what an answer cost, if the model said so. */
  count(usage: TokenUsage | null): void;
  readonly calls: number;
  /** Null when nothing was counted. */
  readonly usage: TokenUsage | null;
}

export function countCalls(model: CodeModel): CountedModel {
  let calls = 0;
  let usage: TokenUsage | null = null;
  return {
    model: {
      answer(request, signal) {
        calls += 1;
        return model.answer(request, signal);
      },
    },
    count(more) {
      if (!more) return;
      const { inputTokens, outputTokens } = usage ?? { inputTokens: 0, outputTokens: 0 };
      usage = { inputTokens: inputTokens + more.inputTokens, outputTokens: outputTokens + more.outputTokens };
    },
    get calls() {
      return calls;
    },
    get usage() {
      return usage;
    },
  };
}
