import appsync from '@aws-appsync/eslint-plugin';
import { Linter } from 'eslint';
import { buildSchema, isObjectType } from 'graphql';
import { loadHandlers } from '../../../infra/local/appsync/resolving/evaluate.ts';
import { camelCase } from '../../../infra/aws/names.ts';
import { appsyncLanguage } from '../../../resolvers/eslint-language.js';
import type { Check } from './template-check.ts';
import type { Resource, Synthesized } from './template.ts';
import { appsyncText, at, listOf, named, ofType, plain } from './template.ts';

const RESOLVER = 'AWS::AppSync::Resolver';
const STEP = 'AWS::AppSync::FunctionConfiguration';
const MOST_CODE = 32_768;

const fieldOf = ({ Properties }: Resource): string =>
  `${String(Properties['TypeName'])}.${String(Properties['FieldName'])}`;

/** Each field of the manifest and each root field of the schema has one resolver; each goes where the manifest says. */
export const resolverFaults: Check = ({ template }, { fields, steps, batches, schema }) => {
  const types = buildSchema(`${appsyncText}\n${schema}`).getTypeMap();
  const roots = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
    const type = types[name];
    return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
  });
  const inSchema = (field: string): boolean => {
    const [typeName = '', fieldName = ''] = field.split('.');
    const type = types[typeName];
    return isObjectType(type) && fieldName in type.getFields();
  };
  const resolvers = ofType(template, RESOLVER).map(([, resource]) => resource);
  const found = resolvers.map(fieldOf);
  const expected = new Set([...Object.keys(fields), ...roots]);
  return [
    ...[...expected].filter((field) => !found.includes(field)).map((field) => `${field} has no resolver`),
    ...found.filter((field) => !(field in fields)).map((field) => `${field} is not in the manifest`),
    ...found.filter((field) => !inSchema(field)).map((field) => `${field} is not in the schema`),
    ...found.filter((field, index) => found.indexOf(field) < index).map((field) => `${field} has two resolvers`),
    ...resolvers.flatMap((resolver) => routeFaults(resolver, fields[fieldOf(resolver)])),
    ...ofType(template, STEP).flatMap(([, { Properties }]) => {
      const step = Object.keys(steps).find((name) => camelCase(name) === Properties['Name']);
      const source = step && steps[step];
      if (!source || Properties['DataSourceName'] !== camelCase(source)) return [`a step goes elsewhere: ${step}`];
      return Properties['MaxBatchSize'] === batches[step] ? [] : [`the batch of ${step} is not ${batches[step]}`];
    }),
  ];
};

function routeFaults(resolver: Resource, entry: Parameters<Check>[1]['fields'][string] | undefined): string[] {
  if (!entry) return [];
  const { Kind, DataSourceName } = resolver.Properties;
  const steps = listOf(at(resolver, 'Properties', 'PipelineConfig', 'Functions')).map((step) => String(plain(step)));
  const shown = JSON.stringify(Kind === 'UNIT' ? { source: DataSourceName } : { steps: steps.map(stepNamed) });
  const expected = JSON.stringify(
    'source' in entry ? { source: camelCase(entry.source) } : { steps: entry.steps.map(camelCase) },
  );
  return shown === expected ? [] : [`${fieldOf(resolver)} goes to ${shown} instead of ${expected}`];
}

function stepNamed(reference: string): string {
  const [, name = reference] = /^\$\{Resolvers(\w+)\.FunctionId\}$/.exec(reference) ?? [];
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Every code has its runtime, is short enough, loads, and is of the language that APPSYNC_JS has. */
export const codeFaults: Check = async ({ template }) => {
  const holders = [...ofType(template, RESOLVER), ...ofType(template, STEP)];
  const faults = await Promise.all(
    holders.map(async ([id, { Properties }]) => {
      const code = String(Properties['Code'] ?? '');
      const runtime = `${String(at(Properties, 'Runtime', 'Name'))} ${String(at(Properties, 'Runtime', 'RuntimeVersion'))}`;
      return [
        ...(runtime === 'APPSYNC_JS 1.0.0' ? [] : [`the runtime is ${runtime}`]),
        ...(code.length <= MOST_CODE ? [] : [`the code is ${code.length} long`]),
        ...(await loadHandlers(code).then(
          () => [],
          (error: Error) => [error.message],
        )),
        ...lintFaults(code),
      ].map((fault) => `${named(id)}: ${fault}`);
    }),
  );
  return faults.flat();
};

const linter = new Linter();
const { base } = appsync.configs as { base: { rules: Linter.RulesRecord } };

function lintFaults(code: string): string[] {
  const rules = { ...base.rules, ...appsyncLanguage } as never;
  return linter.verify(code, { plugins: { '@aws-appsync': appsync as never }, rules }).map(({ message }) => message);
}

/** Every data source has what its type needs, a role but for none, and is one that the manifest names. */
export const sourceFaults: Check = ({ template }, { fields, steps }) => {
  const direct = Object.values(fields).flatMap((entry) => ('source' in entry ? [entry.source] : []));
  const expected = new Set([...direct, ...Object.values(steps)].map(camelCase));
  const sources = ofType(template, 'AWS::AppSync::DataSource');
  const names = sources.map(([, { Properties }]) => String(Properties['Name']));
  return [
    ...[...expected].filter((name) => !names.includes(name)).map((name) => `there is no data source ${name}`),
    ...names.filter((name) => !expected.has(name)).map((name) => `nothing uses the data source ${name}`),
    ...sources.filter((source) => !isWhole(source, template)).map(([id]) => `${named(id)} lacks its configuration`),
  ];
};

function isWhole([, { Properties }]: [string, Resource], template: Synthesized['template']): boolean {
  const { Type, ServiceRoleArn, LambdaConfig, DynamoDBConfig } = Properties;
  const name = Properties['Name'];
  if (name === 'none') return Type === 'NONE';
  const role = String(at(ServiceRoleArn, 'Fn::GetAtt', 0));
  if (template.Resources[role]?.Type !== 'AWS::IAM::Role') return false;
  if (name === 'table')
    return Type === 'AMAZON_DYNAMODB' && plain(at(DynamoDBConfig, 'TableName')) === '${StorageSnippetsV2}';
  const lambda = String(plain(at(LambdaConfig, 'LambdaFunctionArn')));
  return Type === 'AWS_LAMBDA' && lambda.toLowerCase() === `\${functions${String(name)}function.arn}`.toLowerCase();
}
