import { tokenEstimate } from '../../../schema/limits/quota-limits.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';

/** A model, and what all its answers cost: those that failed, broke off or were stopped too. */
export interface SpentModel extends CodeModel {
  readonly spent: TokenUsage;
}

/**
 * Counts what an attempt spends, in one place for all that it asks. An answer costs what the model counted; one that had
 * begun and came to no count is estimated from the texts (`tokenEstimate`). One that never began costs nothing.
 */
export function countSpent(model: CodeModel): SpentModel {
  const spent = { inputTokens: 0, outputTokens: 0 };
  const add = ({ inputTokens, outputTokens }: TokenUsage): void => {
    spent.inputTokens += inputTokens;
    spent.outputTokens += outputTokens;
  };
  return {
    get spent() {
      return { ...spent };
    },
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
        if (usage) add(usage);
        else if (begun) add(estimated(request, written));
      }
    },
  };
}

function estimated({ instruction, parentCode, continuing }: CodeRequest, written: number): TokenUsage {
  const { promptTokens, unitsPerToken } = tokenEstimate;
  const read = instruction.length + (parentCode?.length ?? 0) + (continuing?.length ?? 0);
  return {
    inputTokens: promptTokens + Math.ceil(read / unitsPerToken),
    outputTokens: Math.ceil(written / unitsPerToken),
  };
}
