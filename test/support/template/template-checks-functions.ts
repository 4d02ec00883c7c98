import { readConfig } from '../../../functions/function-config.ts';
import { pascalCase } from '../../../infra/aws/names.ts';
import type { Check } from './template-check.ts';
import { at, listOf, ofType, plain, propertiesOf } from './template.ts';

const RUNTIME = 'nodejs24.x';

/** Every function of the manifest is there, as it says, with its code, and finds what it reads in its environment. */
export const functionFaults: Check = ({ template, functionCodes, uploaded }, { functions }) => {
  const lambdas = ofType(template, 'AWS::Lambda::Function');
  return Object.entries(functions).flatMap(([name, { timeoutSeconds }]) => {
    const start = `Functions${pascalCase(name)}Function`;
    const [, lambda] = lambdas.find(([id]) => id.startsWith(start)) ?? [];
    if (!lambda) return [`there is no function ${name}`];
    const { Properties } = lambda;
    const code = uploaded(String(at(Properties, 'Code', 'S3Key'))).toString();
    const wrong = {
      runtime: Properties['Runtime'] !== RUNTIME,
      architecture: JSON.stringify(Properties['Architectures']) !== '["arm64"]',
      handler: Properties['Handler'] !== 'index.handler',
      timeout: Properties['Timeout'] !== timeoutSeconds,
      tracing: at(Properties, 'TracingConfig', 'Mode') !== 'Active',
      log: plain(at(Properties, 'LoggingConfig', 'LogGroup')) !== `\${Functions${pascalCase(name)}Log}`,
      role: plain(Properties['Role']) !== `\${Functions${pascalCase(name)}Role.Arn}`,
      code: code !== functionCodes[name],
      environment: !canReadConfig(at(Properties, 'Environment', 'Variables')),
    };
    return Object.entries(wrong).flatMap(([what, isWrong]) => (isWrong ? [`${name}: its ${what} is wrong`] : []));
  });
};

/** What Lambda itself puts into the environment. */
const lambdasOwn = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'ASIA',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
};

function canReadConfig(variables: unknown): boolean {
  const { API_URL, ...others } = plain(variables) as Record<string, string>;
  if (API_URL !== '${ApiGraphqlApi.GraphQLUrl}' || others['BUCKET'] !== '${StorageFiles}') return false;
  try {
    readConfig({ ...lambdasOwn, ...others, API_URL: 'https://api.example/graphql' });
    return true;
  } catch {
    return false;
  }
}

/** Events of the worker are tried three times in 15 minutes, then recorded as failed, at last kept to be looked at. */
export const queueFaults: Check = ({ template }) => {
  const deliveries = propertiesOf(template, 'AWS::Lambda::EventInvokeConfig');
  const source = propertiesOf(template, 'AWS::Lambda::EventSourceMapping');
  const queues = ofType(template, 'AWS::SQS::Queue').map(([, { Properties }]) => Properties);
  const queue = queues.find((properties) => properties['RedrivePolicy']);
  const policies = ofType(template, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) => Properties);
  const lambda = ofType(template, 'AWS::Lambda::Function').find(([id]) => id.startsWith('FunctionsRecordFailure'))?.[1];
  const secured = policies.filter((policy) =>
    listOf(at(policy, 'PolicyDocument', 'Statement')).some(
      (statement) =>
        at(statement, 'Effect') === 'Deny' && at(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false',
    ),
  );
  const right = {
    'the worker is tried three times': at(deliveries, 'MaximumRetryAttempts') === 2,
    'its events live an hour': at(deliveries, 'MaximumEventAgeInSeconds') === 3_600,
    'deliveries are the worker’s': plain(at(deliveries, 'FunctionName')) === '${FunctionsGenerateSnippetFunction}',
    'what failed goes to the queue':
      plain(at(deliveries, 'DestinationConfig', 'OnFailure', 'Destination')) === '${FailuresQueue.Arn}',
    'the queue feeds record-failure':
      plain(at(source, 'EventSourceArn')) === '${FailuresQueue.Arn}' &&
      plain(at(source, 'FunctionName')) === '${FunctionsRecordFailureFunction}' &&
      at(source, 'BatchSize') === 1,
    'it delivers ten times': at(queue, 'RedrivePolicy', 'maxReceiveCount') === 10,
    'then to the dead letters':
      plain(at(queue, 'RedrivePolicy', 'deadLetterTargetArn')) === '${FailuresDeadLetters.Arn}',
    'two minutes apart, which is not below the consumer’s time':
      queue?.['VisibilityTimeout'] === 120 && 120 >= Number(lambda?.Properties['Timeout']),
    'dead letters stay 14 days': queues.some((properties) => properties['MessageRetentionPeriod'] === 1_209_600),
    'both are encrypted':
      queues.length === 2 && queues.every((properties) => properties['SqsManagedSseEnabled'] === true),
    'both refuse a connection without TLS': secured.length === 2,
  };
  return Object.entries(right).flatMap(([sentence, holds]) => (holds ? [] : [`not so: ${sentence}`]));
};
