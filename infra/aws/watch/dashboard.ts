import { Duration, Stack } from 'aws-cdk-lib';
import type { Alarm, IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  MathExpression,
  PeriodOverride,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FailureName } from '../../../schema/failure-codes.ts';
import { failures } from '../../../schema/failure-codes.ts';
import { apiMetric, failureMetric, snippetMetric } from './metrics.ts';
import type { Price } from '../settings/stack-config.ts';

export interface SnippetDashboardProps {
  readonly apiId: string;
  readonly worker: Function;
  readonly alarms: readonly Alarm[];
  readonly price: Price | null;
}

/** How the deployment is doing, on one page. */
export class SnippetDashboard extends Construct {
  /** Where the page is. */
  readonly url: string;

  constructor(scope: Construct, id: string, { apiId, worker, alarms, price }: SnippetDashboardProps) {
    super(scope, id);
    const sum = (name: Parameters<typeof snippetMetric>[1]) => snippetMetric(this, name, Stats.SUM);
    const spread = (name: Parameters<typeof snippetMetric>[1]) =>
      [50, 90, 99].map((share) => snippetMetric(this, name, Stats.percentile(share)));
    const tokens = { input: sum('InputTokens'), output: sum('OutputTokens') };
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
        [graph('Tokens', [tokens.input, tokens.output]), ...(price ? [costs(tokens, price)] : [])],
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
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: 12 });
}

/** What the tokens come to at the price of the first model. */
function costs(tokens: Readonly<Record<keyof Price, IMetric>>, price: Price): IWidget {
  const usd = new MathExpression({
    expression: `(input * ${price.input} + output * ${price.output}) / 1000000`,
    usingMetrics: { ...tokens },
    label: 'USD for tokens',
  });
  return new SingleValueWidget({
    title: `Estimated cost at ${price.input} and ${price.output} USD for a million tokens`,
    metrics: [usd],
    setPeriodToTimeRange: true,
    width: 12,
    height: 6,
  });
}
