import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { FunctionEntry, FunctionName } from '../../../functions/function-manifest.ts';
import { functions } from '../../../functions/function-manifest.ts';
import { deliveries } from '../../../schema/limits/delivery-times.ts';
import { snippetFiles } from '../../../schema/limits/file-and-link-limits.ts';
import type { Config } from '../settings/stack-config.ts';
import type { FailureQueue } from './failure-queue.ts';
import type { FunctionFolders } from './function-assets.ts';
import { metricsEnvironment } from '../watch/metrics.ts';
import { mayApply, mayAsk } from '../models/model-access.ts';
import { pascalCase } from '../names.ts';
import { SnippetFunction } from './snippet-function.ts';

type WorkerConfig = Pick<
  Config,
  'models' | 'price' | 'defaultMaxTokens' | 'repair' | 'fallback' | 'guardrail' | 'partIntervalMs' | 'leaseMs'
>;

export interface FunctionsProps {
  readonly config: WorkerConfig & Pick<Config, 'region' | 'logDays' | 'reservedConcurrency'>;
  readonly folders: FunctionFolders;
  readonly api: GraphqlApi;
  readonly bucket: Bucket;
  readonly failures: FailureQueue;
}

/** MB. */
const memory: Record<FunctionName, number> = {
  // It waits for the model. With the AWS SDK loaded it holds about 70 MB; below this size loading it takes seconds.
  'generate-snippet': 256,
  // It sleeps, and is paid for all the while: the smallest there is.
  'await-snippet': 128,
  // Signs up to 100 links while a caller waits, with the AWS SDK loaded.
  'snippet-file': 256,
  // Nobody waits for it.
  'record-failure': 128,
};

/** The functions of the manifest. Each has only the permissions that it needs. */
export class Functions extends Construct {
  readonly byName: Readonly<Record<FunctionName, Function>>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    const entries = (Object.keys(functions) as FunctionName[]).map((name) => [name, this.#create(name, props)]);
    this.byName = Object.fromEntries(entries) as Record<FunctionName, Function>;
    this.#retryThenGiveUp(props.failures);
    const bucketId = Stack.of(this).getLogicalId(props.bucket.node.defaultChild as CfnBucket);
    Validations.of(this).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${snippetFiles.folder}*]`,
      reason: 'The name of a file holds its time and its words; none can be known beforehand but where they all lie.',
    });
  }

  #create(name: FunctionName, { config, folders, api, bucket, failures }: FunctionsProps): Function {
    const { timeoutSeconds, calls }: FunctionEntry = functions[name];
    const worker = name === 'generate-snippet';
    const mayCall = calls.map((call) => `${api.arn}/types/${call.replace('.', '/fields/')}`);
    const { lambda } = new SnippetFunction(this, pascalCase(name), {
      folder: folders[name],
      timeoutSeconds,
      memory: memory[name],
      logDays: config.logDays,
      reservedConcurrency: worker ? config.reservedConcurrency : undefined,
      environment: {
        API_URL: api.graphqlUrl,
        BUCKET: bucket.bucketName,
        ...metricsEnvironment(this),
        ...(worker ? workerEnvironment(config) : {}),
      },
      may: [
        ...(mayCall.length > 0 ? [new PolicyStatement({ actions: ['appsync:GraphQL'], resources: mayCall })] : []),
        ...this.#mayUse(name, config, bucket, failures),
      ],
    });
    return lambda;
  }

  #mayUse(name: FunctionName, config: FunctionsProps['config'], bucket: Bucket, failures: FailureQueue) {
    const may = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });
    const files = bucket.arnForObjects(`${snippetFiles.folder}*`);
    switch (name) {
      case 'generate-snippet':
        return [
          may(['s3:PutObject', 's3:DeleteObject'], files),
          may(['sqs:SendMessage'], failures.queue.queueArn),
          ...mayAsk(config.models, config.region),
          ...(config.guardrail ? [mayApply(config.guardrail, config.region)] : []),
        ];
      case 'await-snippet':
        return [];
      case 'snippet-file':
        return [may(['s3:GetObject', 's3:DeleteObject'], files)];
      case 'record-failure':
        // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
        return [may(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], failures.queue.queueArn)];
      default:
        return name satisfies never;
    }
  }

  /**
   * Lambda delivers an event up to three times, with pauses of 1 and 2 minutes. Each pause is longer than a lease, so
   * that the lease of the earlier attempt has expired. After the third delivery the event goes to the failure queue.
   */
  #retryThenGiveUp({ queue }: FailureQueue): void {
    new EventInvokeConfig(this, 'Deliveries', {
      function: this.byName['generate-snippet'],
      retryAttempts: deliveries.retryDelaysMs.length,
      maxEventAge: Duration.millis(deliveries.eventAgeMs),
      onFailure: new SqsDestination(queue),
    });
    // One at a time: a snippet whose lease is live must not hold up another.
    this.byName['record-failure'].addEventSource(new SqsEventSource(queue, { batchSize: 1 }));
  }
}

/** See functions/function-config.ts. */
function workerEnvironment({
  models,
  price,
  defaultMaxTokens,
  repair,
  fallback,
  guardrail,
  partIntervalMs,
  leaseMs,
}: WorkerConfig): Record<string, string> {
  const byArn = models.filter(({ id, behind }) => id !== behind).map(({ id, behind }) => `${id}=${behind}`);
  return {
    LEASE_MS: String(leaseMs),
    ...(byArn.length > 0 ? { MODELS_BEHIND: byArn.join(' ') } : {}),
    ...(price ? { MODEL_PRICE: `${models[0]?.id}=${price.input}/${price.output}` } : {}),
    ...(repair ? { REPAIR: 'true' } : {}),
    ...(defaultMaxTokens ? { DEFAULT_MAX_TOKENS: String(defaultMaxTokens) } : {}),
    ...(fallback ? { FALLBACK_MODELS: models.map(({ id }) => id).join(' ') } : {}),
    ...(guardrail ? { GUARDRAIL_ID: guardrail.id, GUARDRAIL_VERSION: guardrail.version } : {}),
    ...(partIntervalMs ? { PART_INTERVAL_MS: String(partIntervalMs) } : {}),
  };
}
