import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { TokenPrice } from '../../schema/models/model-facts.ts';
import type { HearCost } from './models/tell-costs.ts';

/**
 * Counts what answers cost as the metric `EstimatedCost`, in US dollars, once for all models and once by the dimension
 * `model`. An answer of a model whose price is not known is not counted. The price is that of the tokens alone.
 * @param priceOf null when no price is known
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
