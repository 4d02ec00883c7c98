import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deliveries } from '../../../schema/limits/delivery-times.ts';

/** Where an event goes that the worker could not be brought to finish, until its snippet is recorded as FAILED. */
export class FailureQueue extends Construct {
  readonly queue: Queue;
  /** What could not even be recorded; somebody has to look at it. */
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
