import { parse, visit } from 'graphql';
import { pascalCase } from '../../../infra/aws/names.ts';
import { authorizationsOf, rootTypes } from '../hosts/schema-texts.ts';
import type { Check } from './template-check.ts';
import type { Template } from './template.ts';
import { at, listOf, named, ofType, plain, propertiesOf } from './template.ts';

interface Permission {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly condition: unknown;
}

/** All that roles may do: inline, and by policies of their own. */
export function permissionsOf(template: Template): Permission[] {
  const inline = ofType(template, 'AWS::IAM::Role').flatMap(([id, { Properties }]) => [
    ...listOf(Properties['Policies']).map((policy) => ({ role: named(id), document: at(policy, 'PolicyDocument') })),
  ]);
  const attached = ofType(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
    listOf(Properties['Roles']).map((role) => ({
      role: String(plain(role)).slice(2, -1),
      document: Properties['PolicyDocument'],
    })),
  );
  return [...inline, ...attached].flatMap(({ role, document }) =>
    listOf(at(document, 'Statement')).flatMap((statement) =>
      listOf(at(statement, 'Action')).flatMap((action) =>
        listOf(at(statement, 'Resource')).map((resource) => ({
          role,
          action: String(action),
          resource: String(plain(resource)),
          condition: plain(at(statement, 'Condition')),
        })),
      ),
    ),
  );
}

/** Permissions that cannot do without a star, and why. */
const stars: Record<string, string> = {
  'xray:PutTraceSegments on *': 'X-Ray has no resources to name',
  'xray:PutTelemetryRecords on *': 'X-Ray has no resources to name',
  's3:PutObject on ${StorageFiles.Arn}/code-output/*': 'the names of files are made later',
  's3:GetObject on ${StorageFiles.Arn}/code-output/*': 'the names of files are made later',
  's3:DeleteObject on ${StorageFiles.Arn}/code-output/*': 'the names of files are made later',
};

/** No action and no resource holds a star but those; no role has policies that AWS writes, but the one that empties the bucket. */
export const starFaults: Check = ({ template }) => {
  const starred = permissionsOf(template)
    .filter(({ action, resource }) => action.includes('*') || resource.includes('*'))
    .filter(({ action, resource }) => !(`${action} on ${resource}` in stars))
    .map(({ role, action, resource }) => `${role} may ${action} on ${resource}`);
  const managed = ofType(template, 'AWS::IAM::Role')
    .filter(([id, { Properties }]) => Properties['ManagedPolicyArns'] && !id.startsWith('CustomS3AutoDeleteObjects'))
    .map(([id]) => `${named(id)} has a policy that AWS writes`);
  const open = ofType(template, 'AWS::IAM::Role').flatMap(([id, { Properties }]) => {
    const condition = at(Properties, 'AssumeRolePolicyDocument', 'Statement', 0, 'Condition');
    const source = plain(at(condition, 'ArnEquals', 'aws:SourceArn'));
    const account = plain(at(condition, 'StringEquals', 'aws:SourceAccount'));
    return [
      ...(id.startsWith('Sources') && source !== '${ApiGraphqlApi.Arn}' ? [`${named(id)} serves other APIs too`] : []),
      ...(!id.startsWith('Custom') && account !== '${AWS::AccountId}'
        ? [`${named(id)} serves other accounts too`]
        : []),
    ];
  });
  return [...starred, ...managed, ...open];
};

/** Each function's role may call the fields that its manifest names, and nobody else any. */
export const internalCallFaults: Check = ({ template }, { functions }) => {
  const found = permissionsOf(template)
    .filter(({ action }) => action.startsWith('appsync:'))
    .map(({ role, action, resource }) => `${role} may ${action} on ${resource}`);
  const expected = Object.entries(functions).flatMap(([name, { calls }]) =>
    calls.map((call) => {
      const [type, field] = call.split('.');
      return `Functions${pascalCase(name)}Role may appsync:GraphQL on \${ApiGraphqlApi.Arn}/types/${type}/fields/${field}`;
    }),
  );
  return [
    ...found.filter((one) => !expected.includes(one)).map((one) => `too much: ${one}`),
    ...expected.filter((one) => !found.includes(one)).map((one) => `not enough: ${one}`),
  ];
};

/** Whoever has the callers' policy may call each root field that is open to everybody, and no other. */
export const callerFaults: Check = ({ template }, { schema }) => {
  const publicFields: string[] = [];
  visit(parse(schema), {
    ObjectTypeDefinition: ({ name: type, fields }) => {
      if (!rootTypes.includes(type.value)) return;
      const open = (fields ?? []).filter((field) => authorizationsOf(field).includes('aws_api_key'));
      publicFields.push(...open.map(({ name }) => `\${ApiGraphqlApi.Arn}/types/${type.value}/fields/${name.value}`));
    },
  });
  const statements = listOf(at(propertiesOf(template, 'AWS::IAM::ManagedPolicy'), 'PolicyDocument', 'Statement'));
  const opened = statements.flatMap((statement) => listOf(at(statement, 'Resource'))).map(plain);
  const actions = statements.flatMap((statement) => listOf(at(statement, 'Action')));
  return [
    ...(JSON.stringify(actions) === '["appsync:GraphQL"]' ? [] : [`callers may ${actions.join(', ')}`]),
    ...opened.filter((one) => !publicFields.includes(String(one))).map((one) => `callers may call ${String(one)}`),
    ...publicFields.filter((one) => !opened.includes(one)).map((one) => `callers may not call ${one}`),
  ];
};

/** The worker may stream from each model: through a profile the profile, and what is behind it through it alone. */
export const modelFaults: Check = ({ template, config }) => {
  const guarding = (resource: string): boolean =>
    !!config.guardrail && resource.endsWith(`:guardrail/${config.guardrail.id}`);
  const asked = permissionsOf(template)
    .filter(({ action }) => action.startsWith('bedrock:'))
    .filter(({ role, action, resource }) => {
      const applies = role === 'FunctionsGenerateSnippetRole' && action === 'bedrock:ApplyGuardrail';
      return !(applies && guarding(resource));
    });
  const others = asked.filter(
    ({ role, action }) => role !== 'FunctionsGenerateSnippetRole' || !action.endsWith('Stream'),
  );
  const missing = config.models.flatMap(({ id, behind: modelId }) => {
    const own = `arn:aws:bedrock:${config.region}:\${AWS::AccountId}:inference-profile/${id}`;
    const profile = id.startsWith('arn:') ? id : own;
    const [prefix = '', ...rest] = modelId.split('.');
    const isProfile = ['us', 'eu', 'au', 'jp', 'apac', 'global'].includes(prefix);
    const model = isProfile ? rest : [prefix, ...rest];
    if (!isProfile && profile === own) {
      return asked.some(({ resource }) => resource.endsWith(`::foundation-model/${id}`))
        ? []
        : [`${id} is not allowed`];
    }
    const behind = asked.filter(({ resource }) => resource.endsWith(`::foundation-model/${model.join('.')}`));
    const throughIt = behind.filter(({ condition }) => profileIn(condition) === profile);
    return [
      ...(asked.some(({ resource }) => resource === profile) ? [] : [`${id} is not allowed`]),
      ...(throughIt.length > (isProfile ? 1 : 0) ? [] : [`nothing behind ${id} is allowed`]),
      ...(behind.every(({ condition }) => profileIn(condition)) ? [] : [`what is behind ${id} is allowed without it`]),
    ];
  });
  return [...others.map(({ role, action }) => `${role} may ${action}`), ...missing];
};

function profileIn(condition: unknown): unknown {
  return at(condition, 'StringEquals', 'bedrock:InferenceProfileArn');
}
