import type { Manifest } from './template-check.ts';
import type { Resource, Template } from './template.ts';
import { at, named } from './template.ts';

/** The resource whose logical id is this, the hash left away. */
function find(template: Template, name: string): Resource {
  const [, resource] = Object.entries(template.Resources).find(([id]) => named(id) === name) ?? [];
  if (!resource) throw new Error(`There is no ${name}.`);
  return resource;
}

const resolver = 'ApiGraphqlApiQuerySnippet';
const worker = 'FunctionsGenerateSnippetFunction';

/** The first statement of a role's policy of that name. */
function statement(template: Template, role: string, policy: string, index = 0): Record<string, unknown> {
  const policies = find(template, role).Properties['Policies'] as Record<string, unknown>[];
  const document = policies.find(({ PolicyName }) => PolicyName === policy)?.['PolicyDocument'];
  return at(document, 'Statement', index) as Record<string, unknown>;
}

function remove(template: Template, name: string): void {
  const [id] = Object.entries(template.Resources).find(([key]) => named(key) === name) ?? [];
  if (!id) throw new Error(`There is no ${name}.`);
  delete template.Resources[id];
}

type Harm = (template: Template, manifest: Manifest) => void;

const set =
  (name: string, values: Record<string, unknown>): Harm =>
  (template) =>
    void Object.assign(find(template, name).Properties, values);

/** Changes the schema that is deployed. */
const define =
  (change: (text: string) => string): Harm =>
  (template) => {
    const { Properties } = find(template, 'ApiGraphqlApiSchema');
    Properties['Definition'] = change(String(Properties['Definition']));
  };

/** What is done to the stack or to the manifest, and a word of the sentence that has to come of it. */
export const harms: Record<string, [harm: Harm, sentence: string]> = {
  'a resolver for a field that is not there': [
    set(resolver, { FieldName: 'snipet' }),
    'Query.snipet is not in the schema',
  ],
  'a field without a resolver': [(template) => remove(template, resolver), 'Query.snippet has no resolver'],
  'two resolvers for one field': [
    (template) => {
      template.Resources['Another'] = structuredClone(find(template, resolver));
    },
    'Query.snippet has two resolvers',
  ],
  'a field in the manifest alone': [
    (_, { fields }) => {
      fields['Query.nothing'] = { source: 'none' };
    },
    'Query.nothing has no resolver',
  ],
  'a field in the schema alone': [
    (_, manifest) => {
      Object.assign(manifest, { schema: manifest.schema.replace('snippetStatus(', 'snippetState(') });
    },
    'Query.snippetState has no resolver',
  ],
  'another data source in the manifest': [
    (_, { fields }) => {
      fields['Query.snippet'] = { source: 'none' };
    },
    'instead of {"source":"none"}',
  ],
  'a batch size that is lost': [
    set('ResolversSignLink', { MaxBatchSize: undefined }),
    'the batch of sign-link is not 100',
  ],
  'steps in another order': [
    (template) => {
      const steps = at(
        find(template, 'ApiGraphqlApiMutationGenerateCode'),
        'Properties',
        'PipelineConfig',
        'Functions',
      );
      (steps as unknown[]).reverse();
    },
    'Mutation.generateCode goes to',
  ],
  'a step that goes to another source': [set('ResolversRecord', { DataSourceName: 'none' }), 'a step goes elsewhere'],
  'a resolver without a runtime': [set(resolver, { Runtime: undefined }), 'the runtime is undefined'],
  'a runtime that is not there': [
    set(resolver, { Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '2.0.0' } }),
    'the runtime is APPSYNC_JS 2.0.0',
  ],
  'code that is broken': [set(resolver, { Code: 'export function request( {' }), 'SyntaxError'],
  'code without a response': [
    set(resolver, { Code: 'export function request() {}' }),
    'exports no function "response"',
  ],
  'code of another language': [
    (template) => {
      find(template, resolver).Properties['Code'] += '\nexport async function more() {}';
    },
    'Async',
  ],
  'code that is too long': [
    (template) => {
      find(template, resolver).Properties['Code'] += `\n// ${'x'.repeat(32_768)}`;
    },
    'long',
  ],
  'a name of a data source that is not there': [
    set(resolver, { DataSourceName: 'tabel' }),
    'tabel, which is not there',
  ],
  'a data source without its configuration': [
    set('SourcesGenerateSnippet', { LambdaConfig: undefined }),
    'SourcesGenerateSnippet lacks its configuration',
  ],
  'a data source without a role': [set('SourcesTable', { ServiceRoleArn: undefined }), 'SourcesTable lacks'],
  'a reference to nothing': [set('FunctionsDeliveries', { FunctionName: { Ref: 'Nothing' } }), 'Nothing is not there'],
  'a schema that does not parse': [
    set('ApiGraphqlApiSchema', { Definition: 'type Query { snippet: Snipet }' }),
    'the schema is broken',
  ],
  'a schema with a description': [
    define((text) => text.replace('enum SnippetStatus {', '"How it is going." $&')),
    'the schema holds the string "How it is going."',
  ],
  'a schema with a comment': [define((text) => `# All of it.\n${text}`), 'the schema holds a comment'],
  'a schema that lets everybody call what is internal': [
    define((text) => text.replace('): SnippetTask @aws_iam', '): SnippetTask')),
    'the schema is not the one of the project',
  ],
  'no limit on depth': [set('ApiGraphqlApi', { QueryDepthLimit: undefined }), '16 deep'],
  'one way in too few': [set('ApiGraphqlApi', { AdditionalAuthenticationProviders: [] }), 'key, IAM and users'],
  'a log of everything': [
    (template) => {
      Object.assign(at(find(template, 'ApiGraphqlApi'), 'Properties', 'LogConfig') as object, {
        ExcludeVerboseContent: false,
      });
    },
    'no keys and no instructions',
  ],
  'a log for ever': [set('FunctionsSnippetFileLog', { RetentionInDays: undefined }), 'all logs end'],
  'a key for a year': [set('ApiGraphqlApiDefaultApiKey', { Expires: 1_827_000_000 }), 'the key ends'],
  'another lease for the resolvers': [
    set('ApiGraphqlApi', { EnvironmentVariables: { SETTINGS_01: '{"leaseMs":1}' } }),
    'resolvers know where they run',
  ],
  'another table for the resolvers': [
    set('ApiGraphqlApi', { EnvironmentVariables: { SETTINGS_01: '{}', TABLE: 'Snippets' } }),
    'resolvers know their table',
  ],
  'a key that goes with the half-year': [
    (template) => {
      find(template, 'ApiGraphqlApiDefaultApiKey').DeletionPolicy = 'Delete';
    },
    'there is one key, which outlives',
  ],
  'a firewall before nothing': [(template) => remove(template, 'FirewallAssociation'), 'the firewall stands'],
  'an old runtime': [set(worker, { Runtime: 'nodejs20.x' }), 'generate-snippet: its runtime is wrong'],
  'a time-out that is not the manifest’s': [set(worker, { Timeout: 3 }), 'its timeout is wrong'],
  'a function with another’s role': [
    (template) => {
      find(template, worker).Properties['Role'] = find(template, 'FunctionsSnippetFileFunction').Properties['Role'];
    },
    'its role is wrong',
  ],
  'a function with another’s code': [
    (template) => {
      find(template, worker).Properties['Code'] = find(template, 'FunctionsSnippetFileFunction').Properties['Code'];
    },
    'its code is wrong',
  ],
  'a function that does not know its bucket': [
    (template) => {
      delete (at(find(template, worker), 'Properties', 'Environment', 'Variables') as { BUCKET?: unknown }).BUCKET;
    },
    'its environment is wrong',
  ],
  'a function in the manifest alone': [
    (_, { functions }) => {
      functions['format-snippet'] = { file: 'format-snippet.ts', timeoutSeconds: 3, calls: [] };
    },
    'there is no function format-snippet',
  ],
  'an action with a star': [
    (template) => void Object.assign(statement(template, 'SourcesTableRole', 'Source'), { Action: 'dynamodb:*' }),
    'SourcesTableRole may dynamodb:*',
  ],
  'a resource that is a star': [
    (template) => void Object.assign(statement(template, 'FunctionsSnippetFileRole', 'Work'), { Resource: '*' }),
    'may s3:DeleteObject on *',
  ],
  'a policy that AWS writes': [
    set('FunctionsSnippetFileRole', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
    'a policy that AWS writes',
  ],
  'a data source that serves other APIs': [
    (template) => {
      const document = find(template, 'SourcesTableRole').Properties['AssumeRolePolicyDocument'];
      delete (at(document, 'Statement', 0) as { Condition?: unknown }).Condition;
    },
    'serves other APIs too',
  ],
  'a log role that serves other accounts': [
    (template) => {
      const document = find(template, 'ApiLogRole').Properties['AssumeRolePolicyDocument'];
      delete (at(document, 'Statement', 0) as { Condition?: unknown }).Condition;
    },
    'ApiLogRole serves other accounts too',
  ],
  'callers that may call what is internal': [
    (template) => {
      const document = find(template, 'CallersPolicy').Properties['PolicyDocument'];
      const { Resource } = at(document, 'Statement', 0) as { Resource: unknown[] };
      Resource.push({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['ApiGraphqlApi7E3125EF', 'Arn'] }, '/types/Mutation/*']] });
    },
    'callers may call ${ApiGraphqlApi.Arn}/types/Mutation/*',
  ],
  'a public field that callers may not call': [
    (_, manifest) => {
      const internal = '): SnippetTask @aws_iam';
      Object.assign(manifest, { schema: manifest.schema.replace(internal, `${internal} @aws_api_key`) });
    },
    'callers may not call ${ApiGraphqlApi.Arn}/types/Mutation/fields/startSnippet',
  ],
  'an internal field for a function that does not need it': [
    (template) => {
      const work = structuredClone(statement(template, 'FunctionsRecordFailureRole', 'Work'));
      const policies = find(template, 'FunctionsSnippetFileRole').Properties['Policies'] as unknown[];
      policies.push({ PolicyName: 'More', PolicyDocument: { Statement: [work] } });
    },
    'too much: FunctionsSnippetFileRole',
  ],
  'a call in the manifest that is not allowed': [
    (_, { functions }) => {
      functions['await-snippet'] = { file: 'await-snippet.ts', timeoutSeconds: 27, calls: ['Query.snippet'] };
    },
    'not enough: FunctionsAwaitSnippetRole',
  ],
  'a model that may be asked past its profile': [
    (template) => {
      delete statement(template, 'FunctionsGenerateSnippetRole', 'Work', 4)['Condition'];
    },
    'is allowed without it',
  ],
  'a profile without its models': [
    (template) => {
      Object.assign(statement(template, 'FunctionsGenerateSnippetRole', 'Work', 4), { Resource: [] });
    },
    'nothing behind us.anthropic.claude-haiku-5-5',
  ],
  'no key to show': [
    (template) => {
      delete template.Outputs['ApiKey'];
    },
    'no output ApiKey',
  ],
};
