import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import { givenBack } from '../../../schema/given-back.ts';
import { hasEnded } from '../../../schema/has-ended.ts';
import type { FailureName } from '../../../schema/failure-codes.ts';
import type { UsageDay } from '../../../schema/types.generated.ts';
import type { QuotaStage } from '../../support/hosts/quota-stage.ts';
import { openQuotaStage, userOf } from '../../support/hosts/quota-stage.ts';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';

const BEFORE_MIDNIGHT = Date.parse('2026-11-25T23:58:00.000Z');
const LIMIT = 3;
const SET_ASIDE = 1_303;
const TOKENS = { inputTokens: 100, outputTokens: 50 };
const SPENT = TOKENS.inputTokens + TOKENS.outputTokens;

/** What is seen of one snippet from outside, whatever the counters say. */
interface Seen {
  readonly id: string;
  /** The day on which it was let in; undefined: it never was. */
  day?: string;
  /** The attempts that began, and those of them that told their tokens. */
  readonly begun: string[];
  readonly told: Set<string>;
  outcome?: 'completed' | 'failed' | 'cancelled';
  isGivenBack: boolean;
  /** It was deleted before it ended, so that what its attempts told went with it. */
  isCutOff: boolean;
  isGone: boolean;
}

const steps = ['claim-quota', 'record', 'start-worker', 'settle-quota', 'read-recorded', null] as const;
const codes = [
  'MODEL_REFUSED',
  'MODEL_THROTTLED',
  'MODEL_ACCESS_DENIED',
  'WORKER_FAILED',
] as const satisfies FailureName[];
const which = fc.nat({ max: 4 });
const isCut = fc.boolean();
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), which, killed: fc.constantFrom(...steps) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('begin' as const), which, killed: isCut }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('complete' as const), which, killed: isCut }) },
  fc.record({ do: fc.constant('fail' as const), which, killed: isCut, code: fc.constantFrom(...codes) }),
  fc.record({ do: fc.constant('cancel' as const), which, killed: isCut }),
  fc.record({ do: fc.constant('report' as const), which, attempt: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.constant({ do: 'delete all' as const }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 60_000) }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** An owner of its own, and what is seen of its snippets while it does one thing after the other. */
function mixOf(stage: QuotaStage) {
  const caller = userOf(randomUUID());
  const all = Array.from({ length: 5 }, (): Seen => {
    return { id: randomUUID(), begun: [], told: new Set(), isGivenBack: false, isCutOff: false, isGone: false };
  });
  const mutate = (field: string, id: string) =>
    stage.ask(`mutation ($id: ID!) { ${field}(id: $id) { id } }`, { id }, caller);

  /** Does something while a step breaks off, as if the work were killed ahead of what it writes. */
  async function killedAt<Value>(step: string | null, work: () => Promise<Value>): Promise<Value> {
    if (step) stage.failing.add(`steps/${step}`);
    try {
      return await work();
    } finally {
      stage.failing.clear();
    }
  }

  async function look(seen: Seen): Promise<void> {
    const item = await stage.snippets.get(seen.id);
    if (!item || seen.outcome || !hasEnded(item)) return;
    const outcomes = { COMPLETED: 'completed', FAILED: 'failed', CANCELLED: 'cancelled' } as const;
    seen.outcome = outcomes[item.status as keyof typeof outcomes];
    seen.isGivenBack = givenBack.some((code) => code === item.failure?.code);
  }

  async function end(seen: Seen, field: 'completeSnippet' | 'failSnippet', rest: object, killed: boolean) {
    const attempt = seen.begun.at(-1);
    if (!attempt || seen.outcome) return;
    const call = { id: seen.id, attempt, spent: TOKENS, ...rest };
    await killedAt(killed ? 'settle-quota' : null, () => stage.call(field, call as never));
    await look(seen);
    if (seen.outcome && !seen.isGone) seen.told.add(attempt);
  }

  async function act(action: Action): Promise<void> {
    if (action.do === 'wait') {
      stage.clock.now += action.ms;
      return;
    }
    if (action.do === 'delete all') {
      const there = await Promise.all(all.map(async (seen) => (await stage.snippets.get(seen.id)) !== undefined));
      // An end whose counting was cut off is delivered again long before somebody deletes it.
      for (const { id, outcome } of all) if (outcome) await stage.call('startSnippet', { id, attempt: randomUUID() });
      await stage.ask('mutation { deleteAllSnippets { deleted } }', {}, caller);
      for (const [index, seen] of all.entries()) {
        if (!there[index]) continue;
        seen.isGone = true;
        seen.isCutOff = !seen.outcome;
        seen.outcome ??= 'cancelled';
      }
      return;
    }
    const seen = all[action.which];
    if (!seen || seen.isGone) return;
    switch (action.do) {
      case 'ask': {
        const day = new Date(stage.clock.now).toISOString().slice(0, 10);
        const { errorType } = await killedAt(action.killed, () => stage.generate({ id: seen.id, caller }));
        const isRecorded = (await stage.snippets.get(seen.id)) !== undefined;
        if (isRecorded || (action.killed === 'record' && errorType === 'InternalFailure')) seen.day ??= day;
        break;
      }
      case 'begin': {
        const attempt = randomUUID();
        const before = (await stage.snippets.get(seen.id))?.attempts;
        await killedAt(action.killed ? 'settle-quota' : null, () =>
          stage.call('startSnippet', { id: seen.id, attempt }),
        );
        if ((await stage.snippets.get(seen.id))?.attempts !== before) seen.begun.push(attempt);
        break;
      }
      case 'complete':
        await end(seen, 'completeSnippet', { sequence: 0, model: 'm', truncated: false, usage: TOKENS }, action.killed);
        break;
      case 'fail':
        await end(seen, 'failSnippet', { code: action.code }, action.killed);
        break;
      case 'cancel':
        await killedAt(action.killed ? 'settle-quota' : null, () => mutate('cancelSnippet', seen.id));
        break;
      case 'report': {
        const attempt = seen.begun[action.attempt];
        if (!attempt) return;
        await stage.call('reportTokens', { id: seen.id, attempt, spent: TOKENS });
        seen.told.add(attempt);
        break;
      }
      case 'delete':
        if (seen.outcome) await stage.call('startSnippet', { id: seen.id, attempt: randomUUID() });
        if ((await mutate('deleteSnippet', seen.id)).errorType === null) seen.isGone = true;
        return;
    }
    await look(seen);
  }

  /** What a host does with all that is left: it delivers again what may be cut off, until it ended. */
  async function settle(): Promise<void> {
    stage.clock.now += 60_001;
    for (const seen of all) {
      const { data } = await stage.call('startSnippet', { id: seen.id, attempt: randomUUID() });
      const { claim } = data as { claim: string };
      if (claim === 'ENDED' || claim === 'GONE') continue;
      if (claim === 'CLAIMED') seen.begun.push('');
      await stage.call('failSnippet', { id: seen.id, code: 'WORKER_FAILED' });
      stage.clock.now += 60_001;
      await stage.call('failSnippet', { id: seen.id, code: 'WORKER_FAILED' });
      await look(seen);
    }
    stage.clock.now += 2 * 3_600_000 + 60 * 60_000;
  }

  /** What the counters of a day have to be. */
  function happened(day: string): Partial<UsageDay> {
    const asked = all.filter((seen) => seen.day === day);
    const ended = (outcome: Seen['outcome']) => asked.filter((seen) => (seen.outcome ?? 'failed') === outcome).length;
    const counted = asked.filter(({ isCutOff }) => !isCutOff);
    const told = counted.reduce((sum, seen) => sum + (seen.outcome ? seen.told.size : 0), 0);
    const aside = asked.filter((seen) => seen.isCutOff || !seen.outcome || seen.begun.length > seen.told.size).length;
    return {
      ...{ asked: asked.length, running: 0, used: asked.filter(({ isGivenBack }) => !isGivenBack).length },
      ...{ completed: ended('completed'), failed: ended('failed'), cancelled: ended('cancelled') },
      ...{ inputTokens: told * TOKENS.inputTokens, outputTokens: told * TOKENS.outputTokens },
      usedTokens: told * SPENT + aside * SET_ASIDE,
    };
  }
  return { act, settle, happened, usage: () => stage.usage(2, caller) };
}

describe.each(runtimeNames)('whatever is asked, cut off, repeated and deleted, in the %s runtime', (runtime) => {
  let stage: QuotaStage;
  beforeAll(async () => {
    stage = await openQuotaStage({ user: { ...noQuotas.user, generations: LIMIT } }, runtimes[runtime]);
  });
  afterAll(() => stage.snippets.close());

  it('the counters of each day are what happened, once all is settled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async (actions) => {
        stage.clock.now = BEFORE_MIDNIGHT;
        const mix = mixOf(stage);
        for (const action of actions) await mix.act(action);
        await mix.settle();
        const days = await mix.usage();
        expect(days.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25']);
        for (const day of days) {
          expect(day).toMatchObject(mix.happened(day.day));
          expect(day.used).toBeLessThanOrEqual(LIMIT);
        }
      }),
      { numRuns: 40 },
    );
  });
});
