import { util } from '@aws-appsync/utils';
import type { Condition } from './change-snippet.ts';

/**
 * A condition on the status and the other attributes, and that something may still come of the snippet: after its
 * `expectedUntil` reads show an end, and nothing may change it. The expression may name the time as `:now`; it is a
 * term of an AND. No pair of brackets is written that is not needed: dynalite's parser takes four times as long for each.
 */
export function stillExpected(expression: string, names: string[], values: Record<string, unknown>): Condition {
  return {
    expression: `${expression} AND shown.#expectedUntil >= :now`,
    names: ['status', 'expectedUntil', ...names],
    values: { now: util.time.nowEpochMilliSeconds(), ...values },
  };
}

/** The snippet is this attempt's. */
export function claimedByAttempt(attempt: string): Condition {
  const values = { generating: 'GENERATING', mine: attempt };
  return stillExpected('shown.#status = :generating AND #attempt = :mine', ['attempt'], values);
}

/** The snippet is this attempt's, and its last part has this number. */
export function claimedAtSequence(sequence: number, attempt: string): Condition {
  return stillExpected(
    'shown.#status = :generating AND #attempt = :mine AND #sequence = :last',
    ['attempt', 'sequence'],
    { generating: 'GENERATING', mine: attempt, last: sequence },
  );
}

/** No attempt holds the unfinished snippet now. */
export function claimedByNobody(): Condition {
  const values = { pending: 'PENDING', generating: 'GENERATING' };
  return stillExpected(
    '(shown.#status = :pending OR shown.#status = :generating AND #lease < :now)',
    ['lease'],
    values,
  );
}
