import { Metrics } from '@aws-lambda-powertools/metrics';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meterCost } from '../../../functions/generate-snippet/meter-cost.ts';
import { countSpent } from '../../../functions/generate-snippet/models/count-spent.ts';
import type { CodeModel, CodeRequest } from '../../../functions/generate-snippet/models/code-model.ts';
import { tellCosts } from '../../../functions/generate-snippet/models/tell-costs.ts';

const request: CodeRequest = {
  ...{ id: 'x', language: 'PYTHON', instruction: 'sort', parentCode: null, model: 'one' },
  ...{ options: {}, continuing: null },
};

describe('the metric EstimatedCost', () => {
  const printed: Record<string, unknown>[] = [];
  const createMetrics = () => {
    const made = new Metrics({ namespace: 'Snipstream', serviceName: 'snipstream-test' });
    vi.spyOn(made['console' as never] as Console, 'log').mockImplementation((line: string) => {
      printed.push(JSON.parse(line));
    });
    return made;
  };
  const hear = meterCost((model) => (model === 'one' ? { input: 2, output: 10 } : null), createMetrics);
  afterEach(() => {
    printed.length = 0;
    vi.restoreAllMocks();
  });

  it('is in dollars, for each model and for all of them', () => {
    hear('one', { inputTokens: 600, outputTokens: 1_200 });
    expect(printed).toHaveLength(1);
    const { _aws: sent, ...values } = printed[0] as { _aws: { CloudWatchMetrics: { Dimensions: string[][] }[] } };
    expect(values).toEqual({ service: 'snipstream-test', model: 'one', EstimatedCost: 0.0132 });
    expect(sent.CloudWatchMetrics[0]?.Dimensions).toEqual([['service'], ['service', 'model']]);
  });

  it('says nothing of a model whose price is not known', () => {
    hear('other', { inputTokens: 600, outputTokens: 1_200 });
    expect(printed).toEqual([]);
  });

  it('counts an answer that failed once it had begun, and every attempt, as all of them are paid for', async () => {
    const failing: CodeModel = {
      async *answer() {
        yield { kind: 'text', text: 'x'.repeat(3_000) };
        throw new Error('cut');
      },
    };
    const model = countSpent(tellCosts(failing, hear));
    const ask = async (): Promise<void> => {
      for await (const _event of model.answer(request, new AbortController().signal));
    };
    await expect(ask()).rejects.toThrow('cut');
    await expect(ask()).rejects.toThrow('cut');
    const { inputTokens, outputTokens } = model.spent;
    expect({ inputTokens, outputTokens }).toEqual({ inputTokens: 604, outputTokens: 2_000 });
    expect(printed.map(({ EstimatedCost }) => EstimatedCost)).toEqual([0.010604, 0.010604]);
  });
});
