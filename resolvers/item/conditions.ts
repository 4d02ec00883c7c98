import { util } from '@aws-appsync/utils';
import type { Condition } from './change-snippet.ts';

/**
 * Adds to an expression the condition that `expectedUntil` has not passed. Afterwards every read shows the snippet as
 * FAILED, so nothing may change it any more. The expression is joined by AND, and may use `:now` for the current time.
 * Write no unneeded brackets: each pair makes dynalite's parser four times slower.
 */
export function stillExpected(expression: string, names: string[], values: Record<string, unknown>): Condition {
  return {
    expression: `${expression} AND shown.#expectedUntil >= :now`,
    names: ['status', 'expectedUntil', ...names],
    values: { now: util.time.nowEpochMilliSeconds(), ...values },
  };
}

/** Requires that this attempt holds the snippet. */
export function claimedByAttempt(attempt: string): Condition {
  const values = { generating: 'GENERATING', mine: attempt };
  return stillExpected('shown.#status = :generating AND #attempt = :mine', ['attempt'], values);
}

/** Requires that this attempt holds the snippet, and that its last part has this sequence number. */
export function claimedAtSequence(sequence: number, attempt: string): Condition {
  return stillExpected(
    'shown.#status = :generating AND #attempt = :mine AND #sequence = :last',
    ['attempt', 'sequence'],
    { generating: 'GENERATING', mine: attempt, last: sequence },
  );
}

/** Requires that the snippet has not ended, and that no attempt holds it. */
export function claimedByNobody(): Condition {
  const values = { pending: 'PENDING', generating: 'GENERATING' };
  return stillExpected(
    '(shown.#status = :pending OR shown.#status = :generating AND #lease < :now)',
    ['lease'],
    values,
  );
}
