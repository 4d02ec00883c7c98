import { offeredModel } from '../../../infra/offered-model.ts';
import { settingsOf } from '../../../resolvers/request/resolver-settings.ts';
import type { Check } from './template-check.ts';
import type { Template } from './template.ts';
import { at, listOf, now, ofType, plain, propertiesOf } from './template.ts';

const sentencesOf = (right: Record<string, boolean>): string[] =>
  Object.entries(right).flatMap(([sentence, holds]) => (holds ? [] : [`not so: ${sentence}`]));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Three ways in; limits, log, traces; a key that ends within a year. */
export const apiFaults: Check = ({ template, config }) => {
  const api = propertiesOf(template, 'AWS::AppSync::GraphQLApi');
  const keyExpires = Number(propertiesOf(template, 'AWS::AppSync::ApiKey')['Expires']);
  const keys = ofType(template, 'AWS::AppSync::ApiKey');
  const keyDays = (keyExpires - +now / 1000) / 86_400;
  const others = listOf(api['AdditionalAuthenticationProviders']).map((way) => at(way, 'AuthenticationType'));
  const environment = api['EnvironmentVariables'] as Record<string, string>;
  const firewall = ofType(template, 'AWS::WAFv2::WebACLAssociation').map(([, { Properties }]) => Properties);
  const logs = ofType(template, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
  return sentencesOf({
    'key, IAM and users may call':
      api['AuthenticationType'] === 'API_KEY' && same(others, ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS']),
    'users are those of the pool':
      plain(at(api, 'AdditionalAuthenticationProviders', 1, 'UserPoolConfig', 'UserPoolId')) === '${UsersPool}',
    'the key ends in 7 to 364 days': keyDays >= 7 && keyDays < 365,
    'there is one key, which outlives its place in the template':
      keys.length === 1 && keys.every(([, { DeletionPolicy }]) => DeletionPolicy === 'RetainExceptOnCreate'),
    'queries are 16 deep at most': api['QueryDepthLimit'] === 16,
    'a request runs 1,000 resolvers at most': api['ResolverCountLimit'] === 1_000,
    'the schema is told as configured': api['IntrospectionConfig'] === (config.introspection ? 'ENABLED' : 'DISABLED'),
    'there are traces': api['XrayEnabled'] === true,
    'there is a log': plain(at(api, 'LogConfig', 'CloudWatchLogsRoleArn')) === '${ApiLogRole.Arn}',
    'it holds no keys and no instructions': at(api, 'LogConfig', 'ExcludeVerboseContent') === true,
    'all logs end': logs.length === 5 && logs.every((log) => log['RetentionInDays'] === config.logDays),
    'resolvers know where they run': same(settingsOf(environment), {
      leaseMs: config.leaseMs,
      expectedMs: 5_700_000,
      claimMs: 960_000,
      fileDays: config.fileDays,
      maxAttempts: 3,
      quotas: config.quotas,
      models: config.models.map((model) => offeredModel(model, config.region, config.defaultMaxTokens)),
      defaultModel: config.models[0]?.id,
    }),
    'resolvers know their table': plain(environment['TABLE']) === '${StorageSnippetsV2}',
    'the firewall stands as configured':
      firewall.length === Number(config.firewall) &&
      firewall.every(({ ResourceArn }) => plain(ResourceArn) === '${ApiGraphqlApi.Arn}'),
  });
};

/** Every Ref, GetAtt, DependsOn and name of a data source leads somewhere. */
export const referenceFaults: Check = ({ template }) => {
  const sources = ofType(template, 'AWS::AppSync::DataSource').map(([, { Properties }]) => Properties['Name']);
  const dangling = referencesIn([template.Resources, template.Outputs]).filter(
    (id) => !(id in template.Resources) && !id.startsWith('AWS::'),
  );
  const homeless = Object.entries(template.Resources).flatMap(([id, { Properties }]) => {
    const name = Properties?.['DataSourceName'];
    return name !== undefined && !sources.includes(name) ? [`${id} goes to ${String(name)}, which is not there`] : [];
  });
  return [...dangling.map((id) => `${id} is not there`), ...homeless];
};

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    if (name === 'Ref') return [String(inside)];
    if (name === 'Fn::GetAtt') return [String(at(inside, 0))];
    if (name === 'DependsOn') return listOf(inside).map(String);
    return referencesIn(inside);
  });
}

/** What somebody needs for the first request, and to look at how it went. */
export const outputFaults: Check = ({ template }: { template: Template }) => {
  const needed = [
    'ApiUrl',
    'RealtimeUrl',
    'ApiKey',
    'BucketName',
    'UserPoolId',
    'UserPoolClientId',
    'CallerPolicyArn',
    'Region',
    'DashboardUrl',
  ];
  return needed.filter((name) => !template.Outputs[name]?.Value).map((name) => `there is no output ${name}`);
};
