import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { watchSeconds } from '../../../schema/limits/delivery-times.ts';
import type { FailureName } from '../../../schema/failure-codes.ts';

const NAMESPACE = 'Snipstream';

/** The metrics of the functions. Times are in milliseconds, and costs in US dollars. */
export type MetricName =
  | 'Generations'
  | 'EstimatedCost'
  | 'TimeToFirstPart'
  | 'Duration'
  | 'InputTokens'
  | 'OutputTokens'
  | 'Checked'
  | 'Faulty'
  | 'Repaired';

/**
 * Tells Powertools where its metrics go: every one has the dimension `service`, which keeps two stacks apart.
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/metrics/
 */
export function metricsEnvironment(scope: Construct): Record<string, string> {
  return { POWERTOOLS_METRICS_NAMESPACE: NAMESPACE, POWERTOOLS_SERVICE_NAME: serviceOf(scope) };
}

/** A metric of this stack's functions, over `watchSeconds`. */
export function snippetMetric(scope: Construct, metricName: MetricName, statistic: string): Metric {
  const dimensionsMap = { service: serviceOf(scope) };
  return new Metric({
    namespace: NAMESPACE,
    metricName,
    statistic,
    dimensionsMap,
    period: Duration.seconds(watchSeconds),
  });
}

/** How many snippets failed this way, over `watchSeconds`. */
export function failureMetric(scope: Construct, code: FailureName): Metric {
  return new Metric({
    namespace: NAMESPACE,
    metricName: 'Failures',
    statistic: Stats.SUM,
    dimensionsMap: { service: serviceOf(scope), code },
    period: Duration.seconds(watchSeconds),
  });
}

/** What the answers of one model cost in US dollars, over `watchSeconds`. */
export function modelCostMetric(scope: Construct, model: string): Metric {
  return snippetMetric(scope, 'EstimatedCost', Stats.SUM).with({
    dimensionsMap: { service: serviceOf(scope), model },
    label: model,
  });
}

/** The same metric over a day. */
export function dayOf(metric: Metric): Metric {
  return metric.with({ period: Duration.days(1) });
}

/** A metric that AppSync keeps of an API. */
export function apiMetric(apiId: string, metricName: '4XXError' | '5XXError' | 'Latency', statistic: string): Metric {
  return new Metric({ namespace: 'AWS/AppSync', metricName, statistic, dimensionsMap: { GraphQLAPIId: apiId } });
}

/** Requests that a firewall blocked, over 5 minutes. https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html */
export function blockedMetric(scope: Construct, webAcl: string): Metric {
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    statistic: Stats.SUM,
    dimensionsMap: { WebACL: webAcl, Rule: 'ALL', Region: Stack.of(scope).region },
    period: Duration.minutes(5),
  });
}

function serviceOf(scope: Construct): string {
  return Stack.of(scope).stackName;
}
