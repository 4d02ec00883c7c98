import { tokenEstimate } from '../../../schema/limits/quota-limits.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';

/** Hears what one answer of a model cost. */
export type HearCost = (model: string, usage: TokenUsage) => void;

/**
 * Tells what each answer costs as soon as it is over: those that failed, broke off or were stopped too. An answer costs what
 * the model counted; one that had begun and came to no count is estimated from the texts (`tokenEstimate`). One that never
 * began costs nothing, and nothing is told of it.
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
  const { promptTokens, unitsPerToken } = tokenEstimate;
  const read = instruction.length + (parentCode?.length ?? 0) + (continuing?.length ?? 0);
  return {
    inputTokens: promptTokens + Math.ceil(read / unitsPerToken),
    outputTokens: Math.ceil(written / unitsPerToken),
  };
}
