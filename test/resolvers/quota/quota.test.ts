import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import type { Quotas } from '../../../resolvers/quota/limits-of.ts';
import { failures } from '../../../schema/failure-codes.ts';
import type { FailureName } from '../../../schema/failure-codes.ts';
import { givenBack } from '../../../schema/given-back.ts';
import { NO_LIMIT, usageDays } from '../../../schema/limits/quota-limits.ts';
import type { QuotaStage } from '../../support/hosts/quota-stage.ts';
import { openQuotaStage, userOf } from '../../support/hosts/quota-stage.ts';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';

const NOON = Date.parse('2026-11-25T12:00:00.000Z');
const DAY_MS = 86_400_000;
const limit = (of: Partial<Quotas['key']>): Partial<Quotas> => ({ key: { ...noQuotas.key, ...of } });
const spent = { inputTokens: 100, outputTokens: 50 };
const completion = { sequence: 0, model: 'm', truncated: false, usage: spent, spent };
/** What a request of these tests sets aside without a number of its own: 303 to be read and 1,000 to be written. */
const SET_ASIDE = 1_303;

describe.each(runtimeNames)('the quota of an owner, in the %s runtime', (runtime) => {
  let stage: QuotaStage;
  const open = async (quotas: Partial<Quotas>): Promise<void> => {
    stage = await openQuotaStage(quotas, runtimes[runtime]);
    stage.clock.now = NOON;
  };
  beforeEach(() => open(limit({ generations: 2 })));
  afterEach(() => stage.snippets.close());
  const generated = async (): Promise<string> => {
    const { data, message } = await stage.generate();
    if (!data) throw new Error(`generateCode: ${message}`);
    return data.generateCode.id;
  };

  it('lets exactly as many of 100 callers through at once as there is room for', async () => {
    await stage.snippets.close();
    await open(limit({ generations: 7 }));
    const all = await Promise.all(Array.from({ length: 100 }, () => stage.generate()));
    expect(all.filter(({ errorType }) => errorType === null)).toHaveLength(7);
    expect(all.filter(({ errorType }) => errorType === 'QuotaExceeded')).toHaveLength(93);
    expect(stage.invoked.filter(({ name }) => name === 'generate-snippet')).toHaveLength(7);
    expect(await stage.today()).toMatchObject({ asked: 7, used: 7, limit: 7, running: 7 });
  });

  it('meets the calls of one request under many names one by one', async () => {
    const call = (name: string) =>
      `${name}: generateCode(language: PYTHON, instruction: "fizzbuzz", options: { waitSeconds: 0 }) { id }`;
    const names = Array.from({ length: 20 }, (_, index) => `call${index}`);
    const { data, errorType } = await stage.ask<Record<string, object | null>>(
      `mutation { ${names.map(call).join(' ')} }`,
    );
    expect(Object.values(data ?? {}).filter((snippet) => snippet)).toHaveLength(2);
    expect(errorType).toBe('QuotaExceeded');
    expect(stage.invoked.filter(({ name }) => name === 'generate-snippet')).toHaveLength(2);
    expect(await stage.today()).toMatchObject({ asked: 2, used: 2 });
  });

  it('says the limit, what is used and when it resets, before anything is recorded or started', async () => {
    await generated();
    await generated();
    const id = randomUUID();
    const refused = await stage.generate({ id });
    expect(refused).toMatchObject({
      errorType: 'QuotaExceeded',
      message:
        'Your generations of today: 2 of 2 are used, and this request takes 1; there is room again at the latest from 2026-11-26T00:00:00.000Z.',
      errorInfo: { quota: 'GENERATIONS', limit: 2, used: 2, resetsAt: '2026-11-26T00:00:00.000Z' },
    });
    expect(await stage.snippets.get(id)).toBeUndefined();
    expect(stage.invoked).toHaveLength(2);
    stage.clock.now += DAY_MS / 2;
    expect((await stage.generate({ id })).errorType, 'on the next day').toBeNull();
  });

  it('holds for refinements too', async () => {
    const id = await generated();
    const attempt = await stage.begin(id);
    await stage.call('appendCode', { id, attempt, sequence: 1, offset: 0, part: 'x' });
    await stage.call('completeSnippet', { ...completion, id, attempt, sequence: 1 });
    expect((await stage.refine(id)).errorType).toBeNull();
    expect(await stage.refine(id)).toMatchObject({ errorType: 'QuotaExceeded' });
    expect(await stage.today()).toMatchObject({ asked: 2, completed: 1, running: 1, used: 2 });
  });

  it('charges a repeated request once, one after the other and all at once, also at the limit', async () => {
    await generated();
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => stage.generate({ id })));
    expect(all.map(({ errorType }) => errorType)).toEqual(all.map(() => null));
    expect((await stage.generate({ id })).errorType).toBeNull();
    expect(await stage.today()).toMatchObject({ asked: 2, used: 2, running: 2 });
  });

  it('bounds how many run at once, and lets the next in when one ends', async () => {
    await stage.snippets.close();
    await open(limit({ running: 2 }));
    const first = await generated();
    await generated();
    expect(await stage.generate()).toMatchObject({
      errorType: 'QuotaExceeded',
      errorInfo: { quota: 'RUNNING', limit: 2, used: 2, resetsAt: '2026-11-25T14:24:00.000Z' },
    });
    await stage.cancel(first);
    expect((await stage.generate()).errorType).toBeNull();
    expect(await stage.today()).toMatchObject({ asked: 3, used: 3, running: 2, cancelled: 1 });
  });

  it('drops a run that never ended once nothing can come of it, and lets the next in by the same call', async () => {
    await stage.snippets.close();
    await open(limit({ running: 1 }));
    await generated();
    const lastMoment = Date.parse('2026-11-25T14:24:00.000Z');
    stage.clock.now = lastMoment;
    expect((await stage.generate()).errorType).toBe('QuotaExceeded');
    stage.clock.now = lastMoment + 1;
    expect(await stage.today(), 'told before it is dropped').toMatchObject({ asked: 1, failed: 1, running: 0 });
    expect((await stage.generate()).errorType).toBeNull();
    expect(await stage.today()).toMatchObject({ asked: 2, failed: 1, running: 1, used: 2, usedTokens: 2 * SET_ASIDE });
  });

  it('drops all such runs at once, also when the limit is lower by then', async () => {
    await stage.snippets.close();
    await open({
      user: { ...noQuotas.user, running: 1 },
      plans: [{ ...noQuotas.user, group: 'team', running: 3 }],
    });
    for (const hours of [11, 11, 12.5]) {
      stage.clock.now = NOON + hours * 3_600_000;
      await stage.generate({ caller: userOf('ada', ['team']) });
    }
    stage.clock.now = NOON + 2 * DAY_MS;
    const caller = userOf('ada');
    expect((await stage.generate({ caller })).errorType).toBeNull();
    expect(await stage.usage(3, caller)).toMatchObject([
      { day: '2026-11-27', running: 1, failed: 0 },
      { day: '2026-11-26', running: 0, failed: 1 },
      { day: '2026-11-25', running: 0, failed: 2 },
    ]);
    expect((await stage.generate({ caller })).errorType).toBe('QuotaExceeded');
  });

  it('lets a request in that broke off after its claim and comes again late, and counts it once', async () => {
    const id = randomUUID();
    stage.failing.add('steps/record');
    expect((await stage.generate({ id })).errorType).toBe('InternalFailure');
    stage.failing.clear();
    stage.clock.now += DAY_MS;
    expect((await stage.generate({ id })).errorType).toBeNull();
    expect((await stage.generate()).errorType, 'drops nothing that runs again').toBeNull();
    await stage.call('completeSnippet', { ...completion, id, attempt: await stage.begin(id) });
    expect(await stage.usage(2)).toMatchObject([
      { asked: 1, running: 1, used: 1 },
      { asked: 1, completed: 1, failed: 0, running: 0, used: 1, usedTokens: 150 },
    ]);
  });

  it('charges nothing for a repeat after the end, and sets nothing aside for it', async () => {
    const id = await generated();
    await stage.call('completeSnippet', { ...completion, id, attempt: await stage.begin(id) });
    const [ended, item] = [await stage.today(), await stage.snippets.get('quota#public')];
    expect((await stage.generate({ id })).data).toMatchObject({ generateCode: { id, status: 'COMPLETED' } });
    expect(await stage.today()).toEqual(ended);
    expect(await stage.snippets.get('quota#public')).toEqual(item);
  });

  it('sets tokens aside, and replaces them with what was spent in the end', async () => {
    await stage.snippets.close();
    await open(limit({ tokens: SET_ASIDE + 200 }));
    const id = await generated();
    expect(await stage.today()).toMatchObject({ usedTokens: SET_ASIDE, tokenLimit: SET_ASIDE + 200, inputTokens: 0 });
    expect(await stage.generate()).toMatchObject({
      errorType: 'QuotaExceeded',
      errorInfo: { quota: 'TOKENS', limit: SET_ASIDE + 200, used: SET_ASIDE },
    });
    await stage.call('completeSnippet', { ...completion, id, attempt: await stage.begin(id) });
    expect(await stage.today()).toMatchObject({ usedTokens: 150, inputTokens: 100, outputTokens: 50, cost: 0.0002 });
    expect((await stage.generate()).errorType).toBeNull();
  });

  it('refuses on an empty day what asks for more tokens than there are', async () => {
    await stage.snippets.close();
    await open(limit({ tokens: 1_000 }));
    expect(await stage.generate({ maxTokens: 698 })).toMatchObject({ errorInfo: { limit: 1_000, used: 0 } });
    expect((await stage.generate({ maxTokens: 697 })).errorType).toBeNull();
  });

  it('counts a failure and its tokens, and gives back what failed before a model wrote', async () => {
    await stage.snippets.close();
    await open({ user: { ...noQuotas.user, generations: 1 } });
    for (const code of Object.keys(failures) as FailureName[]) {
      const caller = userOf(code);
      const id = randomUUID();
      await stage.generate({ id, caller });
      const attempt = await stage.begin(id);
      await stage.call('failSnippet', { id, attempt, code, spent });
      await stage.call('failSnippet', { id, attempt, code, spent });
      const back = givenBack.includes(code);
      expect(await stage.today(caller), code).toMatchObject({
        asked: 1,
        failed: 1,
        used: back ? 0 : 1,
        usedTokens: 150,
      });
      expect((await stage.generate({ caller })).errorType, code).toBe(back ? null : 'QuotaExceeded');
    }
  });

  it('gives back what could not be started', async () => {
    stage.failing.add('generate-snippet');
    for (let asked = 0; asked < 3; asked++)
      expect((await stage.generate()).data).toMatchObject({ generateCode: { status: 'FAILED' } });
    expect(await stage.today()).toMatchObject({ asked: 3, failed: 3, used: 0, usedTokens: 0, running: 0 });
  });

  it('counts the tokens of a cancelled attempt once it tells them, and until then those set aside', async () => {
    const id = await generated();
    const attempt = await stage.begin(id);
    await stage.cancel(id);
    expect(await stage.today()).toMatchObject({ cancelled: 1, running: 0, used: 1, usedTokens: SET_ASIDE });
    for (let told = 0; told < 2; told++) await stage.call('reportTokens', { id, attempt, spent });
    expect(await stage.today()).toMatchObject({ cancelled: 1, used: 1, usedTokens: 150, inputTokens: 100 });
  });

  it('counts the tokens of an attempt that lost its snippet with those of the one that ended it', async () => {
    const id = await generated();
    const lost = await stage.begin(id);
    stage.clock.now += 60_000;
    const attempt = await stage.begin(id);
    await stage.call('reportTokens', { id, attempt: lost, spent });
    expect((await stage.today()).usedTokens).toBe(SET_ASIDE);
    await stage.call('completeSnippet', { ...completion, id, attempt });
    expect(await stage.today()).toMatchObject({ completed: 1, usedTokens: 300, inputTokens: 200, outputTokens: 100 });
  });

  it('keeps aside what an attempt that broke off without a word may have spent', async () => {
    const id = await generated();
    const silent = await stage.begin(id);
    stage.clock.now += 60_000;
    await stage.call('completeSnippet', { ...completion, id, attempt: await stage.begin(id) });
    expect((await stage.today()).usedTokens).toBe(SET_ASIDE + 150);
    await stage.call('reportTokens', { id, attempt: silent, spent });
    expect((await stage.today()).usedTokens).toBe(300);
  });

  it('counts an end whose counting was cut off when the snippet is delivered again', async () => {
    const id = await generated();
    const row = await stage.snippets.get(id);
    await stage.snippets.put({ ...row, id, status: 'COMPLETED', attempts: 0 });
    await stage.begin(id);
    expect(await stage.today()).toMatchObject({ completed: 1, running: 0, usedTokens: 0 });
  });

  it('settles what is deleted before it ended', async () => {
    const ids = [await generated(), await generated()];
    await stage.ask('mutation { deleteAllSnippets { deleted } }');
    for (const id of ids) expect(await stage.snippets.get(id)).toBeUndefined();
    expect(await stage.today(), 'the counters stay').toMatchObject({ asked: 2, cancelled: 2, running: 0, used: 2 });
    expect((await stage.generate()).errorType).toBe('QuotaExceeded');
  });

  it('counts on the day that was charged, whenever the end comes', async () => {
    stage.clock.now = Date.parse('2026-11-25T23:59:30.000Z');
    const id = await generated();
    stage.clock.now += 60_000;
    await stage.call('completeSnippet', { ...completion, id, attempt: await stage.begin(id) });
    expect(await stage.usage(2)).toMatchObject([
      {
        day: '2026-11-26',
        asked: 0,
        completed: 0,
        used: 0,
        usedTokens: 0,
        cost: 0,
        resetsAt: '2026-11-27T00:00:00.000Z',
      },
      { day: '2026-11-25', asked: 1, completed: 1, used: 1, usedTokens: 150, resetsAt: '2026-11-26T00:00:00.000Z' },
    ]);
  });

  it('tells of up to 31 days and removes the counters of older ones', async () => {
    for (let day = 0; day < usageDays.most + 3; day++) {
      await generated();
      stage.clock.now += DAY_MS;
    }
    stage.clock.now -= DAY_MS;
    const days = await stage.usage(usageDays.most);
    expect(days.map(({ used }) => used)).toEqual(days.map(() => 1));
    expect(new Set(days.map(({ day }) => day)).size).toBe(usageDays.most);
    const item = (await stage.snippets.get('quota#public')) as Record<string, unknown> | undefined;
    const kept = Object.keys(item ?? {}).filter((name) => name.startsWith('used:'));
    expect(kept.length).toBeLessThanOrEqual(usageDays.most + 1);
    await expect(stage.usage(usageDays.most + 1)).rejects.toThrow('days is 32; allowed is 1 to 31.');
  });

  it('has no cost for tokens whose price nobody knows', async () => {
    const id = await generated();
    await stage.call('completeSnippet', { ...completion, model: 'n', id, attempt: await stage.begin(id) });
    expect(await stage.today()).toMatchObject({ usedTokens: 150, cost: null });
  });

  it("is each owner's own, and as large as the plan of a group, the first that holds", async () => {
    await stage.snippets.close();
    const plan = (group: string, generations: number) => ({ ...noQuotas.user, group, generations });
    await open({
      ...{ user: { ...noQuotas.user, generations: 1 }, key: { ...noQuotas.key, generations: 2 } },
      plans: [plan('team', 3), plan('everybody', 4)],
    });
    const ada = userOf('ada', ['everybody', 'team']);
    expect([
      (await stage.today()).limit,
      (await stage.today(userOf('bob'))).limit,
      (await stage.today(ada)).limit,
    ]).toEqual([2, 1, 3]);
    expect((await stage.generate({ caller: userOf('bob') })).errorType).toBeNull();
    expect((await stage.generate({ caller: userOf('bob') })).errorType).toBe('QuotaExceeded');
    for (let asked = 0; asked < 3; asked++) expect((await stage.generate({ caller: ada })).errorType).toBeNull();
    expect((await stage.generate({ caller: ada })).errorType).toBe('QuotaExceeded');
    expect((await stage.generate()).errorType).toBeNull();
  });

  it('has a ceiling above it for everybody together, which charges no owner whom it refuses', async () => {
    await stage.snippets.close();
    await open({ deployment: 7 });
    const callers = Array.from({ length: 40 }, (_, index) => userOf(`user-${index % 4}`));
    const all = await Promise.all(callers.map((caller) => stage.generate({ caller })));
    expect(all.filter(({ errorType }) => errorType === null)).toHaveLength(7);
    expect(all.find(({ errorType }) => errorType !== null)).toMatchObject({
      errorType: 'QuotaExceeded',
      message: expect.stringContaining('The generations of today of this whole deployment: 7 of 7 are used'),
      errorInfo: { quota: 'DEPLOYMENT', limit: 7, used: 7, resetsAt: '2026-11-26T00:00:00.000Z' },
    });
    const days = await Promise.all([0, 1, 2, 3].map((index) => stage.today(userOf(`user-${index}`))));
    expect(days.reduce((sum, { used }) => sum + used, 0)).toBe(7);
    expect(days.reduce((sum, { running }) => sum + running, 0)).toBe(7);
    expect(days.reduce((sum, { usedTokens }) => sum + usedTokens, 0)).toBe(7 * SET_ASIDE);
  });

  it('charges the ceiling of everybody once for a request that is repeated at once', async () => {
    await stage.snippets.close();
    await open({ deployment: 2 });
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => stage.generate({ id })));
    expect(all.map(({ errorType }) => errorType)).toEqual(all.map(() => null));
    expect((await stage.generate()).errorType).toBeNull();
    expect((await stage.generate()).errorType).toBe('QuotaExceeded');
  });

  it('is reached by no field that takes an id or lists', async () => {
    const id = await generated();
    for (const key of ['quota#public', 'quota']) {
      for (const field of ['query { snippet', 'mutation { cancelSnippet', 'mutation { deleteSnippet']) {
        expect((await stage.ask(`${field}(id: "${key}") { id } }`)).errorType).toBe('InvalidInput');
      }
    }
    const { data } = await stage.ask<{ snippets: { items: { id: string }[] } }>('{ snippets { items { id } } }');
    expect(data?.snippets.items.map((item) => item.id)).toEqual([id]);
  });

  it('has no limit by a number that nobody reaches, and tells of none', async () => {
    expect(NO_LIMIT).toBeGreaterThan(1e9);
    await stage.snippets.close();
    await open({});
    await generated();
    expect(await stage.today()).toMatchObject({ used: 1, limit: null, tokenLimit: null });
  });
});
