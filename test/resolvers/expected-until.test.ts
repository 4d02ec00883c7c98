import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnippetItem } from '../../resolvers/item/snippet-item.ts';
import type { Outcome, ResolverStage } from '../support/hosts/resolver-stage.ts';
import { openResolverStage, stageSettings } from '../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';

const mine = randomUUID();
const UNTIL = Date.parse('2026-11-25T12:00:00.500Z');
const timedOut = { status: 'FAILED', failure: { code: 'TIMED_OUT' }, updatedAt: '2026-11-25T12:00:00.500Z' };
const FIELDS = 'id status code updatedAt completedAt attempts sequence failure { code message modelMessage retryable }';

type Shown = Record<string, unknown> & { status: string };
type Act = (stage: ResolverStage, id: string) => Promise<string>;

const resultOf = ({ data, errorType }: Outcome<{ claim?: string; status?: string }>): string =>
  errorType ?? data?.claim ?? data?.status ?? 'null';
const part = { attempt: mine, sequence: 3, offset: 4, part: 'ef' };
const result = { attempt: mine, sequence: 2, model: 'm', truncated: false };

/** What may happen to a snippet, with what comes of it while something may still come, and afterwards. */
const acts: { name: string; act: Act; before: string; after: string; stored: 'TIMED_OUT' | 'nothing' | 'gone' }[] = [
  {
    name: 'a claim',
    act: async (stage, id) => resultOf(await stage.call('startSnippet', { id, attempt: mine })),
    ...{ before: 'CLAIMED', after: 'ENDED', stored: 'nothing' },
  },
  {
    name: 'a part',
    act: async (stage, id) => resultOf(await stage.call('appendCode', { id, ...part })),
    ...{ before: 'GENERATING', after: 'FAILED', stored: 'nothing' },
  },
  {
    name: 'a renewed lease',
    act: async (stage, id) => resultOf(await stage.call('appendCode', { id, attempt: mine, sequence: 2 })),
    ...{ before: 'GENERATING', after: 'FAILED', stored: 'nothing' },
  },
  {
    name: 'the completion',
    act: async (stage, id) => resultOf(await stage.call('completeSnippet', { id, ...result })),
    ...{ before: 'COMPLETED', after: 'FAILED', stored: 'nothing' },
  },
  {
    name: "the worker's failure",
    act: async (stage, id) => resultOf(await stage.call('failSnippet', { id, attempt: mine, code: 'MODEL_THROTTLED' })),
    ...{ before: 'FAILED', after: 'FAILED', stored: 'TIMED_OUT' },
  },
  {
    name: 'the failure of all deliveries',
    act: async (stage, id) => resultOf(await stage.call('failSnippet', { id, code: 'WORKER_FAILED' })),
    ...{ before: 'FAILED', after: 'FAILED', stored: 'TIMED_OUT' },
  },
  {
    name: 'its cancelling',
    act: async (stage, id) => {
      const query = 'mutation($id: ID!) { done: cancelSnippet(id: $id) { status } }';
      const { data, errorType } = await stage.ask<{ done: Shown | null }>(query, { id });
      return resultOf({ data: data?.done ?? null, errorType, message: null });
    },
    ...{ before: 'CANCELLED', after: 'FAILED', stored: 'nothing' },
  },
  {
    name: 'its deletion',
    act: async (stage, id) => {
      const query = 'mutation($id: ID!) { done: deleteSnippet(id: $id) { status } }';
      const { data, errorType } = await stage.ask<{ done: Shown | null }>(query, { id });
      return resultOf({ data: data?.done ?? null, errorType, message: null });
    },
    ...{ before: 'Conflict', after: 'FAILED', stored: 'gone' },
  },
];

describe.each(runtimeNames)(
  'the last moment at which something may come of a snippet, in the %s runtime',
  (runtime) => {
    let stage: ResolverStage;
    beforeAll(async () => {
      stage = await openResolverStage(runtimes[runtime]);
    });
    beforeEach(() => {
      stage.clock.now = UNTIL - 60_000;
    });
    afterAll(() => stage.snippets.close());

    const overdueLease = { attempt: mine, lease: 1, expectedUntil: UNTIL };
    const seed = (state: Partial<SnippetItem> = {}): Promise<string> => stage.seed({ ...overdueLease, ...state });

    /** As the snippet itself, the list and the status show it. */
    async function shown(id: string): Promise<Shown> {
      const { data } = await stage.ask<{ snippet: Shown; snippets: { items: Shown[] } }>(
        `query($id: ID!) { snippet(id: $id) { ${FIELDS} } snippets(limit: 100) { items { ${FIELDS} } } }`,
        { id },
      );
      const listed = data?.snippets.items.find((item) => item['id'] === id);
      expect(listed, 'the list shows what the snippet shows').toEqual(data?.snippet);
      const { data: status } = await stage.call('snippetStatus', { id });
      expect(status).toBe(data?.snippet.status);
      return data?.snippet ?? { status: 'none' };
    }

    it.each([
      [-1, 'GENERATING'],
      [0, 'GENERATING'],
      [1, 'FAILED'],
    ])('is followed by TIMED_OUT in every read (%i ms after it: %s)', async (after, status) => {
      const id = await seed();
      stage.clock.now = UNTIL + after;
      expect(await shown(id)).toMatchObject(status === 'FAILED' ? timedOut : { status, failure: null });
    });

    it.each(acts)('$name is taken at it: $before', async ({ act, before }) => {
      const id = await seed();
      stage.clock.now = UNTIL;
      expect(await act(stage, id)).toBe(before);
    });

    it.each(acts)(
      '$name a millisecond later changes nothing that was shown: $after',
      async ({ act, after, stored }) => {
        const id = await seed();
        stage.clock.now = UNTIL + 1;
        const seen = await shown(id);
        const kept = await stage.snippets.get(id);
        expect(await act(stage, id)).toBe(after);
        const now = await stage.snippets.get(id);
        if (stored === 'gone') return expect(now).toBeUndefined();
        if (stored === 'nothing') expect(now).toEqual(kept);
        else expect(now).toMatchObject(timedOut);
        expect(await shown(id), 'at once').toEqual(seen);
        stage.clock.now += 86_400_000;
        expect(await act(stage, id), 'again').toBe(after);
        expect(await shown(id), 'a day later').toEqual(seen);
      },
    );

    it('is told to those who watch as the end it is', async () => {
      const id = await seed();
      stage.clock.now = UNTIL + 1;
      stage.published.length = 0;
      await stage.call('appendCode', { id, ...part });
      await stage.call('failSnippet', { id, code: 'WORKER_FAILED' });
      const ends = stage.published.map(({ field, value }) => [field, value]);
      const end = { status: 'FAILED', part: null, failure: { code: 'TIMED_OUT' } };
      expect(ends).toMatchObject([
        ['onSnippetProgress', end],
        ['onSnippetProgress', end],
      ]);
    });

    it('is a claim away from every claim, so that it never comes while a worker is at it', async () => {
      const id = await seed();
      stage.clock.now = UNTIL;
      await stage.call('startSnippet', { id, attempt: mine });
      const { expectedUntil = 0 } = (await stage.snippets.get(id)) ?? {};
      expect(expectedUntil).toBeGreaterThanOrEqual(stage.clock.now + stageSettings.claimMs);
      stage.clock.now = UNTIL - 1_000_000;
      const early = await seed();
      await stage.call('startSnippet', { id: early, attempt: mine });
      expect((await stage.snippets.get(early))?.expectedUntil, 'no claim brings it nearer').toBeGreaterThanOrEqual(
        UNTIL,
      );
    });

    it('is set when the snippet is recorded, and moves by no other call', async () => {
      const id = randomUUID();
      const query = `mutation($id: ID!) {
      generateCode(language: PYTHON, instruction: "x", options: { id: $id, waitSeconds: 0 }) { status } }`;
      await stage.ask(query, { id });
      const until = stage.clock.now + stageSettings.expectedMs;
      expect(await stage.snippets.get(id)).toMatchObject({ status: 'PENDING', expectedUntil: until });
      stage.clock.now += 1_000;
      expect((await stage.ask(query, { id })).data).toMatchObject({ generateCode: { status: 'PENDING' } });
      expect(await stage.snippets.get(id)).toMatchObject({ expectedUntil: until });
      stage.clock.now = until + 1;
      const started = stage.invoked.length;
      expect((await stage.ask(query, { id })).data).toMatchObject({ generateCode: { status: 'FAILED' } });
      expect(stage.invoked.length, 'no worker is started for what has ended').toBe(started);
    });
  },
);
