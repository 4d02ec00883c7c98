import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { TokenPrice } from '../../schema/models/model-facts.ts';
import type { HearCost } from './models/tell-costs.ts';

/**
 * Counts the cost of answers in US dollars as the metric `EstimatedCost`, once for all models and once by the
 * dimension `model`. It covers only the price of tokens, and skips answers of models whose price is not known.
 * @param priceOf returns null if the price is not known
 */
export function meterCost(
  priceOf: (model: string) => TokenPrice | null,
  createMetrics: () => Metrics = () => new Metrics(),
): HearCost {
  return (model, { inputTokens, outputTokens }) => {
    const price = priceOf(model);
    if (!price) return;
    const metrics = createMetrics();
    // Two sets of dimensions: alarms cannot add up the metrics of several models by a search.
    metrics.addDimensions({}).addDimensions({ model });
    const cost = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
    metrics.addMetric('EstimatedCost', MetricUnit.NoUnit, cost);
    metrics.publishStoredMetrics();
  };
}
