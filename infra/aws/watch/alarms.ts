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
import { apiMetric, failureMetric } from './metrics.ts';
import { pascalCase } from '../names.ts';

export interface AlarmsProps {
  readonly apiId: string;
  readonly functions: Readonly<Record<FunctionName, Function>>;
  readonly deadLetters: Queue;
  /** Undefined without a firewall. */
  readonly blocked: BlockedRequests | undefined;
  /** Undefined: the alarms are shown and nobody is told. */
  readonly email: string | undefined;
}

/** How many within `watchSeconds` are worth a look, of the failures that the functions record and that are not the caller's. */
const failuresWorthALook: Partial<Record<FailureName, number>> = {
  MODEL_ACCESS_DENIED: 1,
  MODEL_NOT_USABLE: 1,
  MODEL_THROTTLED: 5,
  MODEL_UNAVAILABLE: 5,
  MODEL_TIMED_OUT: 5,
  MODEL_STREAM_INTERRUPTED: 5,
  STORAGE_FAILED: 1,
  WORKER_FAILED: 1,
};

/** What somebody should hear of. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];

  constructor(scope: Construct, id: string, { apiId, functions, deadLetters, blocked, email }: AlarmsProps) {
    super(scope, id);
    for (const [code, atLeast] of Object.entries(failuresWorthALook) as [FailureName, number][]) {
      this.#watch(`Failures${code}`, failureMetric(this, code), atLeast, `Snippets fail with ${code}.`);
    }
    for (const [name, lambda] of Object.entries(functions)) {
      const throttles = lambda.metricThrottles({ statistic: Stats.SUM });
      this.#watch(`Throttles${pascalCase(name)}`, throttles, 1, `${name} is held back: concurrency is used up.`);
    }
    const age = functions['generate-snippet'].metric('AsyncEventAge', { statistic: Stats.MAXIMUM });
    this.#watch('EventAge', age, deliveries.eventAgeAlarmMs, 'Snippets wait long for a worker.');
    const letters = deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM });
    this.#watch('DeadLetters', letters, 1, 'A failure could not be recorded: look into the dead-letter queue.');
    this.#watch('ServerErrors', apiMetric(apiId, '5XXError', Stats.SUM), 1, 'AppSync answered with a 5xx error.');
    for (const [name, metric] of Object.entries(blocked ?? {})) {
      this.#watch(`Blocked${pascalCase(name)}`, metric, 1, 'The firewall blocks an address that asks too much.');
    }
    if (email) this.#tell(email);
  }

  #watch(id: string, metric: Metric, threshold: number, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.all.push(alarm);
  }

  #tell(email: string): void {
    // Without a key: CloudWatch writes to no topic with the key that AWS keeps, and alarms hold names and numbers alone.
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    });
    topic.grantPublish(cloudWatch);
    for (const alarm of this.all) alarm.addAlarmAction(new SnsAction(topic));
  }
}
