import type { TokenUsage } from '../../../schema/types.generated.ts';
import type { CodeModel } from './code-model.ts';
import { tellCosts } from './tell-costs.ts';

/** A model, and what all its answers cost: those that failed, broke off or were stopped too. */
export interface SpentModel extends CodeModel {
  readonly spent: TokenUsage;
}

/** Counts what an attempt spends, in one place for all that it asks; what an answer costs, `tellCosts` says. */
export function countSpent(model: CodeModel): SpentModel {
  const spent = { inputTokens: 0, outputTokens: 0 };
  const { answer } = tellCosts(model, (_, { inputTokens, outputTokens }) => {
    spent.inputTokens += inputTokens;
    spent.outputTokens += outputTokens;
  });
  return {
    get spent() {
      return { ...spent };
    },
    answer,
  };
}
