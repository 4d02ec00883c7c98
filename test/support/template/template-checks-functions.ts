import { readConfig } from '../../../functions/function-config.ts';
import { pascalCase } from '../../../infra/aws/names.ts';
import type { Check } from './template-check.ts';
import { at, ofType, plain } from './template.ts';

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
