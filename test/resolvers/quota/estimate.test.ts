import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import type { Quotas } from '../../../resolvers/quota/limits-of.ts';
import type { Estimate } from '../../../schema/types.generated.ts';
import type { QuotaStage } from '../../support/hosts/quota-stage.ts';
import { openQuotaStage, userOf } from '../../support/hosts/quota-stage.ts';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';

const NOON = Date.parse('2026-11-25T12:00:00.000Z');
const ofKey = (of: Partial<Quotas['key']>): Partial<Quotas> => ({ key: { ...noQuotas.key, ...of } });
const everything = `model inputTokens maxOutputTokens leastCost mostCost generationsLeft tokensLeft runningLeft resetsAt
  refusal { quota limit used resetsAt message }`;

describe.each(runtimeNames)('the estimate of a request, in the %s runtime', (runtime) => {
  let stage: QuotaStage;
  const open = async (quotas: Partial<Quotas>): Promise<void> => {
    stage = await openQuotaStage(quotas, runtimes[runtime]);
    stage.clock.now = NOON;
  };
  beforeEach(() => open({}));
  afterEach(() => stage.snippets.close());
  const reopen = async (quotas: Partial<Quotas>): Promise<void> => {
    await stage.snippets.close();
    await open(quotas);
  };
  const ask = (options: object = {}, caller = userOf('ada')) =>
    stage.ask<{ estimate: Estimate | null }>(
      `query ($options: GenerationOptions) {
        estimate(language: PYTHON, instruction: "fizzbuzz", options: $options) { ${everything} } }`,
      { options },
      caller,
    );
  const estimate = async (options: object = {}, caller?: Parameters<typeof ask>[1]): Promise<Estimate> => {
    const { data, message } = await ask(options, caller);
    if (!data?.estimate) throw new Error(`estimate: ${message}`);
    return data.estimate;
  };

  it('tells the model, tokens and price range, and no limit where there is none', async () => {
    expect(await estimate()).toEqual({
      ...{ model: 'm', inputTokens: 303, maxOutputTokens: 1_000, leastCost: 0.000303, mostCost: 0.002303 },
      ...{ generationsLeft: null, tokensLeft: null, runningLeft: null },
      ...{ resetsAt: '2026-11-26T00:00:00.000Z', refusal: null },
    });
  });

  it('follows the options, and has no price where nobody knows it', async () => {
    expect(await estimate({ model: 'n', maxTokens: 10 })).toMatchObject({
      ...{ model: 'n', inputTokens: 303, maxOutputTokens: 10, leastCost: null, mostCost: null },
    });
  });

  it('records nothing, starts nothing and is charged to nobody', async () => {
    await reopen({ user: { ...noQuotas.user, generations: 1 }, deployment: 1 });
    const id = randomUUID();
    for (let asked = 0; asked < 3; asked++) expect(await estimate({ id })).toMatchObject({ generationsLeft: 1 });
    expect(stage.invoked).toEqual([]);
    for (const key of [id, 'quota', 'quota#ada']) expect(await stage.snippets.get(key), key).toBeUndefined();
    expect((await stage.generate({ caller: userOf('ada') })).errorType).toBeNull();
  });

  const full: [quota: string, quotas: Partial<Quotas>, left: Partial<Estimate>][] = [
    ['GENERATIONS', ofKey({ generations: 1 }), { generationsLeft: 0 }],
    ['TOKENS', ofKey({ tokens: 2_000 }), { tokensLeft: 697 }],
    ['RUNNING', ofKey({ running: 1 }), { runningLeft: 0 }],
    ['DEPLOYMENT', { deployment: 1 }, { generationsLeft: null, tokensLeft: null, runningLeft: null }],
  ];
  it.each(full)('says of %s what the refusal itself says', async (quota, quotas, left) => {
    await reopen(quotas);
    const key = { mode: 'API_KEY', identity: null } as const;
    expect((await stage.generate()).errorType).toBeNull();
    const told = await estimate({}, key);
    expect(told).toMatchObject({ ...left, refusal: { quota } });
    const refused = await stage.generate();
    expect(refused).toMatchObject({ errorType: 'QuotaExceeded', message: told.refusal?.message });
    const { limit, used, resetsAt } = told.refusal ?? {};
    expect(refused.errorInfo).toEqual({ quota, limit, used, resetsAt });
  });

  it('counts no run that the request itself would drop, however many', async () => {
    await reopen(ofKey({ running: 3 }));
    const key = { mode: 'API_KEY', identity: null } as const;
    for (let asked = 0; asked < 3; asked++) await stage.generate();
    expect(await estimate({}, key)).toMatchObject({ runningLeft: 0, refusal: { quota: 'RUNNING', used: 3 } });
    stage.clock.now += 86_400_000;
    expect(await estimate({}, key)).toMatchObject({ runningLeft: 3, refusal: null });
    expect((await stage.generate()).errorType).toBeNull();
    expect(await stage.usage(2)).toMatchObject([
      { asked: 1, running: 1, failed: 0 },
      { asked: 3, running: 0, failed: 3 },
    ]);
    expect(await estimate({}, key)).toMatchObject({ runningLeft: 2 });
  });

  it('of a request that repeats one is nothing, also at the limit', async () => {
    await reopen({ user: { ...noQuotas.user, generations: 1 } });
    const id = randomUUID();
    await stage.generate({ id, caller: userOf('ada') });
    expect(await estimate()).toMatchObject({ inputTokens: 303, refusal: { quota: 'GENERATIONS' } });
    expect(await estimate({ id })).toMatchObject({ inputTokens: 0, maxOutputTokens: 0, mostCost: 0, refusal: null });
  });

  it('is refused as the request is', async () => {
    expect(await ask({ model: 'x' })).toMatchObject({ errorType: 'InvalidInput' });
    const id = randomUUID();
    await stage.generate({ id });
    expect(await ask({ id })).toMatchObject({ errorType: 'Conflict' });
  });

  it('of a refinement counts the code that is refined, which has to be there and your own', async () => {
    const refinement = (id: string, caller?: Parameters<typeof ask>[1]) =>
      stage.ask(
        `query ($id: ID!) { estimateRefinement(id: $id, instruction: "fizzbuzz") { inputTokens refusal { quota } } }`,
        { id },
        caller,
      );
    const id = await stage.seed({ status: 'COMPLETED', parts: ['x'.repeat(3_000)] });
    expect((await refinement(id)).data).toEqual({ estimateRefinement: { inputTokens: 1_303, refusal: null } });
    expect(await refinement(id, userOf('ada'))).toMatchObject({ errorType: 'NotFound' });
    expect(await refinement(randomUUID())).toMatchObject({ errorType: 'NotFound' });
    expect(await refinement(await stage.seed({ parts: [] }))).toMatchObject({ errorType: 'Conflict' });
  });
});
