import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deliveries } from '../../../schema/limits/delivery-times.ts';

/** Receives the events that the worker could not finish. Each stays here until its snippet is recorded as FAILED. */
export class FailureQueue extends Construct {
  readonly queue: Queue;
  /** Receives the events that could not even be recorded as failed. An operator has to look at them. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safe, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      // Longer than a lease, so that the next delivery finds it over.
      visibilityTimeout: Duration.millis(deliveries.visibilityMs),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: deliveries.receives },
    });
  }
}
