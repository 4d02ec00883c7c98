import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calls } from '../../functions/api-documents.ts';
import type { Publication } from '../../infra/local/appsync/realtime/publication.ts';
import type { SnippetItem } from '../../resolvers/item/snippet-item.ts';
import { givenBack } from '../../schema/given-back.ts';
import type { ResolverStage } from '../support/hosts/resolver-stage.ts';
import { userOf } from '../support/hosts/quota-stage.ts';
import { openResolverStage, stageSettings } from '../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';

const mine = randomUUID();
const others = randomUUID();
const later = Date.now() + 3_600_000;
const MAX_ATTEMPTS = stageSettings.maxAttempts;

const states = {
  pending: { status: 'PENDING', attempts: 0, sequence: 0, parts: [] },
  'mine, live': { status: 'GENERATING', attempt: mine, lease: later },
  'mine, ran out': { status: 'GENERATING', attempt: mine, lease: 1 },
  "another's, live": { status: 'GENERATING', attempt: others, lease: later },
  "another's, ran out": { status: 'GENERATING', attempt: others, lease: 1 },
  completed: { status: 'COMPLETED', attempt: mine, completedAt: '2026-11-23T01:45:09.000Z' },
  failed: { status: 'FAILED', attempt: mine, failure: { code: 'MODEL_REFUSED', message: 'No.', retryable: false } },
  cancelled: { status: 'CANCELLED', attempt: mine },
  gone: null,
} as const satisfies Record<string, Partial<SnippetItem> | null>;
type State = keyof typeof states;

const answer = {
  model: 'm',
  usage: { inputTokens: 1, outputTokens: 2 },
  modelCalls: 1,
  check: { state: 'FAULTY', faults: [{ line: 1, column: 3, message: 'A ")" is missing.' }], repaired: null },
} as const;

const calls = {
  startSnippet: { field: 'startSnippet', variables: { attempt: mine } },
  'appendCode with a part': {
    field: 'appendCode',
    variables: { attempt: mine, sequence: 3, offset: 4, part: 'ef' },
  },
  'appendCode without a part': { field: 'appendCode', variables: { attempt: mine, sequence: 2 } },
  keepAnswer: { field: 'keepAnswer', variables: { attempt: mine, sequence: 2, ...answer } },
  completeSnippet: {
    field: 'completeSnippet',
    variables: { attempt: mine, sequence: 2, model: 'm', truncated: false, usage: { inputTokens: 1, outputTokens: 2 } },
  },
  'failSnippet by the worker': { field: 'failSnippet', variables: { attempt: mine, code: 'MODEL_THROTTLED' } },
  'failSnippet by nobody': { field: 'failSnippet', variables: { code: 'WORKER_FAILED' } },
} as const satisfies Record<string, { field: keyof Calls; variables: object }>;
type Call = keyof typeof calls;

/** What comes back (a claim, a status, or an errorType), the status that is stored then, and the event. */
type Expected = readonly [result: string, stored: string | null, event: string | null];

const progress = 'onSnippetProgress';
const completed = 'onSnippetCompleted';
const ended = (event: string | null) =>
  ({
    completed: ['COMPLETED', 'COMPLETED', event],
    failed: ['FAILED', 'FAILED', event],
    cancelled: ['CANCELLED', 'CANCELLED', event],
    gone: ['NotFound', null, null],
  }) as const;
const lost = (stored: string) => ['AttemptLost', stored, null] as const;
const appended = {
  pending: lost('PENDING'),
  'mine, live': ['GENERATING', 'GENERATING', progress],
  'mine, ran out': ['GENERATING', 'GENERATING', progress],
  "another's, live": lost('GENERATING'),
  "another's, ran out": lost('GENERATING'),
  ...ended(progress),
} as const;

const table: Record<Call, Record<State, Expected>> = {
  startSnippet: {
    pending: ['CLAIMED', 'GENERATING', null],
    'mine, live': ['CLAIMED', 'GENERATING', null],
    'mine, ran out': ['CLAIMED', 'GENERATING', null],
    "another's, live": ['HELD', 'GENERATING', null],
    "another's, ran out": ['CLAIMED', 'GENERATING', null],
    completed: ['ENDED', 'COMPLETED', null],
    failed: ['ENDED', 'FAILED', null],
    cancelled: ['ENDED', 'CANCELLED', null],
    gone: ['GONE', null, null],
  },
  'appendCode with a part': appended,
  'appendCode without a part': appended,
  keepAnswer: {
    pending: lost('PENDING'),
    'mine, live': ['GENERATING', 'GENERATING', null],
    'mine, ran out': ['GENERATING', 'GENERATING', null],
    "another's, live": lost('GENERATING'),
    "another's, ran out": lost('GENERATING'),
    ...ended(null),
  },
  completeSnippet: {
    pending: lost('PENDING'),
    'mine, live': ['COMPLETED', 'COMPLETED', completed],
    'mine, ran out': ['COMPLETED', 'COMPLETED', completed],
    "another's, live": lost('GENERATING'),
    "another's, ran out": lost('GENERATING'),
    ...ended(completed),
  },
  'failSnippet by the worker': {
    pending: lost('PENDING'),
    'mine, live': ['FAILED', 'FAILED', progress],
    'mine, ran out': ['FAILED', 'FAILED', progress],
    "another's, live": lost('GENERATING'),
    "another's, ran out": lost('GENERATING'),
    ...ended(progress),
  },
  'failSnippet by nobody': {
    pending: ['FAILED', 'FAILED', progress],
    'mine, live': lost('GENERATING'),
    'mine, ran out': ['FAILED', 'FAILED', progress],
    "another's, live": lost('GENERATING'),
    "another's, ran out": ['FAILED', 'FAILED', progress],
    ...ended(progress),
  },
};

const rows = Object.entries(table).flatMap(([call, expectations]) =>
  Object.entries(expectations).map(([state, expected]) => ({ call: call as Call, state: state as State, expected })),
);

describe.each(runtimeNames)('the states of a snippet under the internal mutations, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  beforeAll(async () => {
    stage = await openResolverStage(runtimes[runtime]);
  });
  afterAll(() => stage.snippets.close());

  async function seed(state: Partial<SnippetItem> | null): Promise<string> {
    return state ? stage.seed(state) : randomUUID();
  }

  async function givesBack(id: string): Promise<boolean> {
    const code = (await stage.snippets.get(id))?.failure?.code;
    return givenBack.some((one) => one === code);
  }

  async function perform(call: Call, id: string): Promise<{ result: string; answer: unknown; events: Publication[] }> {
    const { field, variables } = calls[call];
    stage.published.length = 0;
    const { data, errorType } = await stage.call(field, { id, ...variables });
    const answer = data as { claim?: string; status?: string } | null;
    return { result: errorType ?? answer?.claim ?? answer?.status ?? 'null', answer, events: [...stage.published] };
  }

  it.each(rows)('$call on $state: $expected', async ({ call, state, expected: [result, stored, event] }) => {
    const id = await seed(states[state]);
    const before = await stage.snippets.get(id);
    const first = await perform(call, id);
    const once = await stage.snippets.get(id);
    const again = await perform(call, id);
    const twice = await stage.snippets.get(id);

    expect(first.result).toBe(result);
    expect(once?.status ?? null).toBe(stored);
    expect(first.events.map(({ field }) => field)).toEqual(event ? [event] : []);
    if (first.events[0]) expect(first.events[0].value).toMatchObject({ id, owner: 'public', status: once?.status });

    expect(again.result, 'repeated after a lost answer').toBe(result);
    expect(again.events.map(({ value }) => value)).toEqual(first.events.map(({ value }) => value));
    expect(twice?.parts).toEqual(once?.parts);
    expect(twice?.sequence).toEqual(once?.sequence);
    expect(twice?.status).toBe(once?.status);
    const changes = first.result === result && !['AttemptLost', 'HELD', 'ENDED', 'GONE', 'NotFound'].includes(result);
    if (!changes || ['completed', 'failed', 'cancelled'].includes(state)) expect(twice).toEqual(before);
  });

  /** The fields that settle whatever end they meet; a part and a kept answer leave that to them. */
  const settling: readonly string[] = ['startSnippet', 'completeSnippet', 'failSnippet'];
  const outcomes: Readonly<Record<string, string>> = { COMPLETED: 'completed', FAILED: 'failed' };

  const there = rows.filter(({ state }) => state !== 'gone');
  it.each(there)('$call on $state counts an end once, and nothing else', async ({ call, state, expected }) => {
    stage.clock.now = Date.now();
    const caller = userOf(randomUUID());
    const { data } = await stage.ask<{ generateCode: { id: string } }>(
      'mutation { generateCode(language: PYTHON, instruction: "x", options: { waitSeconds: 0 }) { id } }',
      {},
      caller,
    );
    const id = data?.generateCode.id ?? '';
    const row = await stage.snippets.get(id);
    const { [state]: seeded } = states;
    await stage.snippets.put({ ...row, sequence: 2, parts: ['ab', 'cd'], attempts: 1, ...seeded, id });
    const used = async () => {
      const query = '{ usage(days: 1) { asked completed failed cancelled running used } }';
      return (await stage.ask<{ usage: object[] }>(query, {}, caller)).data?.usage[0];
    };
    const open = { asked: 1, completed: 0, failed: 0, cancelled: 0, running: 1, used: 1 };
    expect(await used()).toEqual(open);
    const [, stored] = expected;
    const isSettled = settling.includes(calls[call].field) && stored !== 'GENERATING' && stored !== 'PENDING';
    await perform(call, id);
    const back = (await givesBack(id)) ? 1 : 0;
    const counted = { ...open, running: 0, used: 1 - back, [outcomes[`${stored}`] ?? 'cancelled']: 1 };
    for (const time of ['once', 'twice']) {
      expect(await used(), time).toEqual(isSettled ? counted : open);
      await perform(call, id);
    }
  });

  it('keeps the parts in order, and begins again at offset 0 with the sequence going on', async () => {
    const id = await seed(states['mine, live']);
    await perform('appendCode with a part', id);
    expect(await stage.snippets.get(id)).toMatchObject({ sequence: 3, parts: ['ab', 'cd', 'ef'] });
    const { data } = await stage.call('appendCode', { id, attempt: mine, sequence: 4, offset: 0, part: 'new' });
    expect(data).toMatchObject({ sequence: 4, offset: 0, part: 'new' });
    expect(await stage.snippets.get(id)).toMatchObject({ sequence: 4, parts: ['new'] });
  });

  it('keeps the size of a completed code, null from a worker that does not tell it', async () => {
    for (const codeBytes of [4, undefined]) {
      const id = await seed(states['mine, live']);
      await stage.call('completeSnippet', { id, ...calls.completeSnippet.variables, codeBytes });
      expect((await stage.snippets.get(id))?.codeBytes ?? null).toBe(codeBytes ?? null);
    }
  });

  it('counts a new attempt, and keeps the sequence and the parts until its first one takes their place', async () => {
    const id = await seed(states["another's, ran out"]);
    const { answer } = await perform('startSnippet', id);
    expect(answer).toMatchObject({
      claim: 'CLAIMED',
      sequence: 2,
      instruction: 'x',
      objectKey: `code-output/2026-11-23/x-${id}.py`,
    });
    expect(await stage.snippets.get(id)).toMatchObject({
      attempts: 2,
      parts: ['ab', 'cd'],
      sequence: 2,
      attempt: mine,
    });
    await stage.call('appendCode', { id, attempt: mine, sequence: 3, offset: 0, part: 'new' });
    expect(await stage.snippets.get(id)).toMatchObject({ sequence: 3, parts: ['new'] });
  });

  it('hands to the next attempt what one kept before it broke off, with the code as it is shown', async () => {
    const id = await seed(states['mine, ran out']);
    expect((await perform('startSnippet', id)).answer).toMatchObject({ claim: 'CLAIMED', kept: null });
    await perform('keepAnswer', id);
    stage.clock.now += stageSettings.leaseMs + 1;
    const { data } = await stage.call('startSnippet', { id, attempt: others });
    expect(data).toMatchObject({ claim: 'CLAIMED', kept: { code: 'abcd', ...answer } });
  });

  it('asks for no repair in the last attempt, after which nobody would finish', async () => {
    const options = { repair: true };
    const attempts = async (begun: number) =>
      (await perform('startSnippet', await seed({ ...states["another's, ran out"], options, attempts: begun }))).answer;
    expect(await attempts(MAX_ATTEMPTS - 2)).toMatchObject({ claim: 'CLAIMED', options });
    expect(await attempts(MAX_ATTEMPTS - 1)).toMatchObject({ claim: 'CLAIMED', options: { repair: false } });
  });

  it('counts an attempt once that claims again, as it lost the answer', async () => {
    const id = await seed(states.pending);
    await perform('startSnippet', id);
    const claimed = await stage.snippets.get(id);
    expect(claimed).toMatchObject({ attempts: 1, attempt: mine });
    expect((await perform('startSnippet', id)).answer).toMatchObject({ claim: 'CLAIMED', instruction: 'x' });
    expect(await stage.snippets.get(id)).toEqual(claimed);
  });

  it('is exhausted after three attempts whose leases ran out, and held while the third one lives', async () => {
    const spent = { attempts: MAX_ATTEMPTS };
    expect((await perform('startSnippet', await seed({ ...states["another's, ran out"], ...spent }))).result).toBe(
      'EXHAUSTED',
    );
    expect((await perform('startSnippet', await seed({ ...states["another's, live"], ...spent }))).result).toBe('HELD');
    expect((await perform('startSnippet', await seed({ ...states['mine, live'], ...spent }))).result).toBe('CLAIMED');
  });

  it('refuses a part that leaves a gap', async () => {
    const id = await seed({ ...states['mine, live'], sequence: 1, parts: ['ab'] });
    expect((await perform('appendCode with a part', id)).result).toBe('InvalidInput');
    expect(await stage.snippets.get(id)).toMatchObject({ sequence: 1, parts: ['ab'] });
  });
});
