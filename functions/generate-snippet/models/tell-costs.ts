import { estimatedInputTokens, estimatedTokensOf } from '../../../schema/estimated-tokens.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';

/** Receives the tokens of one answer of a model. */
export type HearCost = (model: string, usage: TokenUsage) => void;

/**
 * Reports the tokens of each answer as soon as it is over, even if it failed, broke off or was stopped. If the model
 * did not count the tokens of an answer that had begun, they are estimated from the texts (`tokenEstimate`). An answer
 * that never began costs nothing and is not reported.
 */
export function tellCosts(model: CodeModel, hear: HearCost): CodeModel {
  return {
    async *answer(request, signal) {
      let begun = false;
      let written = 0;
      let usage: TokenUsage | null = null;
      try {
        for await (const event of model.answer(request, signal)) {
          begun = true;
          if (event.kind === 'text') written += event.text.length;
          if (event.kind === 'end') usage = event.usage;
          yield event;
        }
      } finally {
        if (begun) hear(request.model, usage ?? estimated(request, written));
      }
    },
  };
}

function estimated({ instruction, parentCode, continuing }: CodeRequest, written: number): TokenUsage {
  const read = instruction.length + (parentCode?.length ?? 0) + (continuing?.length ?? 0);
  return { inputTokens: estimatedInputTokens(read), outputTokens: estimatedTokensOf(written) };
}
