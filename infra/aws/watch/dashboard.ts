import { Duration, Stack } from 'aws-cdk-lib';
import type { Alarm, IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  PeriodOverride,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FailureName } from '../../../schema/failure-codes.ts';
import { failures } from '../../../schema/failure-codes.ts';
import { apiMetric, failureMetric, modelCostMetric, snippetMetric } from './metrics.ts';

export interface SnippetDashboardProps {
  readonly apiId: string;
  readonly worker: Function;
  readonly alarms: readonly Alarm[];
  /** The models whose price is known, as callers name them. */
  readonly pricedModels: readonly string[];
}

/** The dashboard of the deployment. */
export class SnippetDashboard extends Construct {
  /** Where the page is. */
  readonly url: string;

  constructor(scope: Construct, id: string, { apiId, worker, alarms, pricedModels }: SnippetDashboardProps) {
    super(scope, id);
    const sum = (name: Parameters<typeof snippetMetric>[1]) => snippetMetric(this, name, Stats.SUM);
    const spread = (name: Parameters<typeof snippetMetric>[1]) =>
      [50, 90, 99].map((share) => snippetMetric(this, name, Stats.percentile(share)));
    const codes = Object.keys(failures) as FailureName[];
    const dashboard = new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(1),
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [
          graph('Generations', [sum('Generations')]),
          graph(
            'Failures',
            codes.map((code) => failureMetric(this, code).with({ label: code })),
          ),
        ],
        [graph('Time to first part (ms)', spread('TimeToFirstPart')), graph('Duration (ms)', spread('Duration'))],
        [graph('Syntax of the code', [sum('Checked'), sum('Faulty'), sum('Repaired')])],
        [graph('Tokens of completed generations', [sum('InputTokens'), sum('OutputTokens')])],
        ...(pricedModels.length > 0 ? [this.#costs(pricedModels)] : []),
        [
          graph('API', [apiMetric(apiId, '4XXError', Stats.SUM), apiMetric(apiId, '5XXError', Stats.SUM)]),
          graph('Workers at once', [worker.metric('ConcurrentExecutions', { statistic: Stats.MAXIMUM })]),
        ],
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24 })],
      ],
    });
    const { region } = Stack.of(this);
    this.url = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboard.dashboardName}`;
  }

  /** What the tokens of all answers come to, of those that failed too. */
  #costs(models: readonly string[]): IWidget[] {
    const byModel = models.map((model) => modelCostMetric(this, model));
    const total = snippetMetric(this, 'EstimatedCost', Stats.SUM).with({ label: 'USD' });
    return [
      graph('Estimated cost by model (USD)', byModel),
      new SingleValueWidget({
        title: 'Estimated cost of all answers (USD)',
        metrics: [total],
        setPeriodToTimeRange: true,
        width: 12,
        height: 6,
      }),
    ];
  }
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: 12 });
}
