import type { TokenUsage } from '../../schema/types.generated.ts';
import type { Attempt, WorkerDependencies } from './worker-dependencies.ts';

/** An attempt, and the tokens of all its answers. */
export interface SpentAttempt extends Attempt {
  readonly spent: TokenUsage;
}

/** Reports the tokens of an attempt whose snippet was ended or claimed by somebody else. */
export async function tellSpent({ id, attempt, spent }: SpentAttempt, api: WorkerDependencies['api']): Promise<void> {
  await api.call('reportTokens', { id, attempt, spent });
}
