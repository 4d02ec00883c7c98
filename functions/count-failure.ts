import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FailureName } from '../schema/failure-codes.ts';

/** Counts a snippet that failed: the metric `Failures` by the dimension `code`. */
export function countFailure(code: FailureName, metrics: Metrics = new Metrics()): void {
  metrics.addDimension('code', code);
  metrics.addMetric('Failures', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}
