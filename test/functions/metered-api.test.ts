import { Metrics } from '@aws-lambda-powertools/metrics';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meterApi } from '../../functions/metered-api.ts';
import type { SnippetApi } from '../../functions/snippet-api.ts';

describe('what the functions count', () => {
  const printed: Record<string, unknown>[] = [];
  const metrics = () => {
    const made = new Metrics({ namespace: 'Snipstream', serviceName: 'snipstream-test' });
    vi.spyOn(made['console' as never] as Console, 'log').mockImplementation((line: string) => {
      printed.push(JSON.parse(line));
    });
    return made;
  };
  afterEach(() => {
    printed.length = 0;
    vi.restoreAllMocks();
  });

  const answering = (status: string): SnippetApi => ({ call: async () => ({ status }) as never });
  const mine = { id: 'x', attempt: 'y' };

  it('a generation with its duration, time to the first part and tokens', async () => {
    const beganAt = performance.now();
    const api = meterApi(answering('COMPLETED'), metrics());
    await api.call('appendCode', { ...mine, sequence: 1, offset: 0, part: 'a' });
    await api.call('appendCode', { ...mine, sequence: 2, offset: 1, part: 'b' });
    const usage = { inputTokens: 3, outputTokens: 4 };
    await api.call('completeSnippet', { ...mine, sequence: 2, model: 'm', truncated: false, usage });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatchObject({ service: 'snipstream-test', Generations: 1, InputTokens: 3, OutputTokens: 4 });
    const passed = performance.now() - beganAt;
    expect(printed[0]?.['Duration']).toSatisfy((ms: number) => ms > 0 && ms <= passed);
    expect(printed[0]?.['TimeToFirstPart']).toSatisfy((ms: number) => ms > 0 && ms <= passed);
  });

  it.each([
    ['PASSED', null, { Checked: 1, Faulty: 0, Repaired: 0 }],
    ['PASSED', true, { Checked: 1, Faulty: 0, Repaired: 1 }],
    ['FAULTY', false, { Checked: 1, Faulty: 1, Repaired: 0 }],
    ['NOT_CHECKED', null, { Checked: 0, Faulty: 0, Repaired: 0 }],
  ] as const)('a code that is %s, repaired: %s', async (state, repaired, counted) => {
    const check = { state, faults: [], repaired };
    const api = meterApi(answering('COMPLETED'), metrics());
    await api.call('completeSnippet', { ...mine, sequence: 1, model: 'm', truncated: false, check });
    expect(printed).toMatchObject([counted]);
  });

  it('a failure by its code', async () => {
    await meterApi(answering('FAILED'), metrics()).call('failSnippet', { ...mine, code: 'MODEL_THROTTLED' });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatchObject({ service: 'snipstream-test', code: 'MODEL_THROTTLED', Failures: 1 });
  });

  it('a first part that came before a failure apart from it, so that it has no code', async () => {
    const api = meterApi(answering('FAILED'), metrics());
    await api.call('appendCode', { ...mine, sequence: 1, offset: 0, part: 'a' });
    await api.call('failSnippet', { ...mine, code: 'MODEL_THROTTLED' });
    expect(printed).toHaveLength(2);
    expect(printed[0]).toHaveProperty('TimeToFirstPart');
    expect(printed[0]).not.toHaveProperty('code');
    expect(printed[1]).toMatchObject({ code: 'MODEL_THROTTLED', Failures: 1 });
    expect(printed[1]).not.toHaveProperty('TimeToFirstPart');
  });

  it.each([{ part: null }, { part: '' }, {}])('no first part where %j has none', async (sent) => {
    const api = meterApi(answering('COMPLETED'), metrics());
    await api.call('appendCode', { ...mine, sequence: 1, offset: 0, ...sent });
    await api.call('completeSnippet', { ...mine, sequence: 1, model: 'm', truncated: false });
    expect(printed).toHaveLength(1);
    expect(printed[0]).not.toHaveProperty('TimeToFirstPart');
  });

  it.each([null, 'COMPLETED', true, {}])('nothing of an answer without a status, as %j', async (answer) => {
    const api = meterApi({ call: async () => answer as never }, metrics());
    await expect(api.call('completeSnippet', { ...mine, sequence: 1, model: 'm', truncated: false })).resolves.toBe(
      answer,
    );
    await api.call('reportTokens', { ...mine, spent: { inputTokens: 1, outputTokens: 1 } });
    expect(printed).toEqual([]);
  });

  it('nothing of other calls that say how a snippet ended', async () => {
    for (const status of ['COMPLETED', 'FAILED']) {
      const api = meterApi(answering(status), metrics());
      await api.call('keepAnswer', {
        ...mine,
        sequence: 1,
        model: 'm',
        modelCalls: 1,
        check: { state: 'PASSED', faults: [] },
      });
      await api.call('appendCode', { ...mine, sequence: 0 });
    }
    expect(printed).toEqual([]);
  });

  it('nothing of a snippet that had ended otherwise', async () => {
    const api = meterApi(answering('CANCELLED'), metrics());
    await api.call('completeSnippet', { ...mine, sequence: 1, model: 'm', truncated: false });
    await api.call('failSnippet', { ...mine, code: 'MODEL_THROTTLED' });
    expect(printed).toEqual([]);
  });
});
