import { Aws } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { BlockedRequests } from '../api/firewall.ts';
import type { FunctionName } from '../../../functions/function-manifest.ts';
import type { FailureName } from '../../../schema/failure-codes.ts';
import { deliveries } from '../../../schema/limits/delivery-times.ts';
import { apiMetric, dayOf, failureMetric, snippetMetric } from './metrics.ts';
import { pascalCase } from '../names.ts';

export interface AlarmsProps {
  readonly apiId: string;
  readonly functions: Readonly<Record<FunctionName, Function>>;
  readonly deadLetters: Queue;
  /** Undefined without a firewall. */
  readonly blocked: BlockedRequests | undefined;
  /** USD in a day; undefined when no price is known, so that nothing is estimated. */
  readonly costPerDay: number | undefined;
  /** Undefined: the alarms are shown and nobody is told. */
  readonly email: string | undefined;
}

/** How many within `watchSeconds` are worth a look, of the failures that are not the caller's. */
const failuresWorthALook: Partial<Record<FailureName, number>> = {
  MODEL_ACCESS_DENIED: 1,
  MODEL_NOT_USABLE: 1,
  MODEL_THROTTLED: 5,
  MODEL_UNAVAILABLE: 5,
  MODEL_TIMED_OUT: 5,
  MODEL_STREAM_INTERRUPTED: 5,
  STORAGE_FAILED: 1,
  WORKER_NOT_STARTED: 1,
  WORKER_FAILED: 1,
};

/**
 * So many errors of a function within `watchSeconds` are worth a look: one snippet alone comes to three at most, since a
 * delivery that finds it held by another throws, and the next one comes after a minute or more.
 */
const ERRORS = 4;

/** So many refused requests within `watchSeconds` are more than one person trying things out. */
const CLIENT_ERRORS = 50;

/** What somebody should hear of. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  /** Where the alarms tell of themselves; undefined when nobody is told. */
  readonly topic: Topic | undefined;
  /** By these a deployment that breaks what worked is seen within minutes. */
  readonly ofDeployments: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { apiId, functions, deadLetters, blocked, costPerDay, email } = props;
    for (const [code, atLeast] of Object.entries(failuresWorthALook) as [FailureName, number][]) {
      this.#watch(`Failures${code}`, failureMetric(this, code), atLeast, `Snippets fail with ${code}.`);
    }
    for (const [name, lambda] of Object.entries(functions)) {
      const throttles = lambda.metricThrottles({ statistic: Stats.SUM });
      this.#watch(
        `Throttles${pascalCase(name)}`,
        throttles,
        1,
        `The function ${name} is held back: concurrency is used up.`,
      );
    }
    const errors = Object.entries(functions).map(([name, lambda]) => {
      const metric = lambda.metricErrors({ statistic: Stats.SUM });
      return [
        name,
        this.#watch(`Errors${pascalCase(name)}`, metric, ERRORS, `The function ${name} fails again and again.`),
      ];
    });
    const { 'generate-snippet': workerFails } = Object.fromEntries(errors) as Record<FunctionName, Alarm>;
    const age = functions['generate-snippet'].metric('AsyncEventAge', { statistic: Stats.MAXIMUM });
    this.#watch('EventAge', age, deliveries.eventAgeAlarmMs, 'Snippets wait long for a worker.');
    const letters = deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM });
    this.#watch('DeadLetters', letters, 1, 'A failure could not be recorded: look into the dead-letter queue.');
    const serverErrors = apiMetric(apiId, '5XXError', Stats.SUM);
    const apiFails = this.#watch('ServerErrors', serverErrors, 1, 'AppSync answered with a 5xx error.');
    const clientErrors = apiMetric(apiId, '4XXError', Stats.SUM);
    this.#watch('ClientErrors', clientErrors, CLIENT_ERRORS, 'AppSync refused many requests with a 4xx error.');
    for (const [name, metric] of Object.entries(blocked ?? {})) {
      this.#watch(`Blocked${pascalCase(name)}`, metric, 1, 'The firewall blocks an address that asks too much.');
    }
    if (costPerDay !== undefined) {
      const cost = dayOf(snippetMetric(this, 'EstimatedCost', Stats.SUM));
      this.#watch(
        'CostPerDay',
        cost,
        costPerDay,
        `The tokens of a day come to ${costPerDay} USD or more, by estimate.`,
      );
    }
    this.ofDeployments = [apiFails, workerFails];
    this.topic = email ? this.#tell(email) : undefined;
  }

  #watch(id: string, metric: Metric, threshold: number, alarmDescription: string): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription: `${alarmDescription} What to do: see ${id} in infra/aws/README.md.`,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.all.push(alarm);
    return alarm;
  }

  #tell(email: string): Topic {
    // Without a key: CloudWatch writes to no topic with the key that AWS keeps, and alarms hold names and numbers alone.
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    });
    topic.grantPublish(cloudWatch);
    for (const alarm of this.all) alarm.addAlarmAction(new SnsAction(topic));
    return topic;
  }
}
