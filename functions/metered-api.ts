import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Calls } from './api-documents.ts';
import { countFailure } from './count-failure.ts';
import type { SnippetApi } from './snippet-api.ts';

/**
 * The API, counting what passes through: generations and their duration, time to the first part, tokens, checks and what
 * they came to, failures by code. Times count from `startSnippet` of this worker, in milliseconds. The host says where metrics go
 * (https://docs.aws.amazon.com/powertools/typescript/latest/features/metrics/).
 */
export function meterApi(api: SnippetApi, metrics: Metrics = new Metrics()): SnippetApi {
  const beganAt = performance.now();
  let begun = false;

  const countPart = (): void => {
    if (begun) return;
    begun = true;
    metrics.addMetric('TimeToFirstPart', MetricUnit.Milliseconds, performance.now() - beganAt);
  };
  const countCompletion = ({ usage, check }: Calls['completeSnippet']['in']): void => {
    metrics.addMetric('Generations', MetricUnit.Count, 1);
    metrics.addMetric('Duration', MetricUnit.Milliseconds, performance.now() - beganAt);
    if (usage) {
      metrics.addMetric('InputTokens', MetricUnit.Count, usage.inputTokens);
      metrics.addMetric('OutputTokens', MetricUnit.Count, usage.outputTokens);
    }
    // All three each time, also as 0, so that their averages are shares.
    metrics.addMetric('Checked', MetricUnit.Count, Number(!!check && check.state !== 'NOT_CHECKED'));
    metrics.addMetric('Faulty', MetricUnit.Count, Number(check?.state === 'FAULTY'));
    metrics.addMetric('Repaired', MetricUnit.Count, Number(check?.repaired === true));
    metrics.publishStoredMetrics();
  };
  return {
    async call(field, variables) {
      const answer = await api.call(field, variables);
      const status = answer && typeof answer === 'object' && 'status' in answer ? answer.status : null;
      if (field === 'appendCode' && 'part' in variables && variables.part) countPart();
      if (field === 'completeSnippet' && status === 'COMPLETED')
        countCompletion(variables as Calls['completeSnippet']['in']);
      if (field === 'failSnippet' && status === 'FAILED') {
        // What is stored already is not the failure's, and would get its dimension.
        if (begun) metrics.publishStoredMetrics();
        countFailure((variables as Calls['failSnippet']['in']).code, metrics);
      }
      return answer;
    },
  };
}
