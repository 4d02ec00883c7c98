import type { TokenUsage } from '../../schema/types.generated.ts';
import type { Attempt, WorkerDependencies } from './worker-dependencies.ts';

/** An attempt, and what all its answers cost. */
export interface SpentAttempt extends Attempt {
  readonly spent: TokenUsage;
}

/** Tells what an attempt cost whose snippet somebody else ended, or holds. */
export async function tellSpent({ id, attempt, spent }: SpentAttempt, api: WorkerDependencies['api']): Promise<void> {
  await api.call('reportTokens', { id, attempt, spent });
}
