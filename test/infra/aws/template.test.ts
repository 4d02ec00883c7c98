import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectKeyOf } from '../../../resolvers/request/object-key.ts';
import { checks, currentManifest } from '../../support/template/template-checks.ts';
import { permissionsOf } from '../../support/template/template-checks-roles.ts';
import type { Synthesized } from '../../support/template/template.ts';
import { at, named, ofType, synthesize } from '../../support/template/template.ts';

const profileArn = 'arn:aws:bedrock:ap-southeast-2:123456789012:application-inference-profile/a1b2c3';

const stacks = {
  'for a first try': {},
  'for production': { stage: 'prod', alarmEmail: 'someone@example.com', region: 'eu-central-1', fileDays: '30' },
  'with models of all kinds': {
    region: 'ap-southeast-2',
    models: [
      'global.anthropic.claude-sonnet-4-6',
      'au.anthropic.claude-haiku-5-5',
      'qwen.qwen3-coder-next',
      `${profileArn}=global.anthropic.claude-sonnet-5-5`,
      `${profileArn}2=zai.glm-5`,
    ].join(','),
    defaultMaxTokens: '4000',
    repair: 'true',
    reservedConcurrency: '5',
    partIntervalMs: '1000',
    fallback: 'true',
    guardrail: 'a1b2c3d4e5f6:1',
    firewall: 'true',
  },
};

describe.each(Object.entries(stacks))('the stack %s', (_, settings) => {
  let stack: Synthesized & { dispose(): void };
  beforeAll(async () => {
    stack = await synthesize(settings);
  });
  afterAll(() => stack.dispose());

  it.each(Object.entries(checks))('has %s', async (_name, check) => {
    expect(await check(stack, currentManifest())).toEqual([]);
  });
});

describe('a worker that may fall back and is guarded', () => {
  it('is told the models in their order and the guardrail, which it may apply and no other', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3';
    const models = `us.anthropic.claude-sonnet-4-6,${arn}=qwen.qwen3-coder-next`;
    const stack = await synthesize({
      models,
      fallback: 'true',
      guardrail: 'a1b2c3d4e5f6:1',
      defaultMaxTokens: '4000',
      repair: 'true',
    });
    try {
      const worker = ofType(stack.template, 'AWS::Lambda::Function').find(
        ([id]) => named(id) === 'FunctionsGenerateSnippetFunction',
      );
      expect(at(worker?.[1].Properties, 'Environment', 'Variables')).toMatchObject({
        FALLBACK_MODELS: `us.anthropic.claude-sonnet-4-6 ${arn}`,
        MODELS_BEHIND: `${arn}=qwen.qwen3-coder-next`,
        DEFAULT_MAX_TOKENS: '4000',
        REPAIR: 'true',
        GUARDRAIL_ID: 'a1b2c3d4e5f6',
        GUARDRAIL_VERSION: '1',
      });
      const applied = permissionsOf(stack.template).filter(({ action }) => action === 'bedrock:ApplyGuardrail');
      expect(applied.map(({ role, resource }) => [role, resource])).toEqual([
        ['FunctionsGenerateSnippetRole', 'arn:aws:bedrock:us-east-1:${AWS::AccountId}:guardrail/a1b2c3d4e5f6'],
      ]);
    } finally {
      stack.dispose();
    }
  });
});

describe('a model behind an application inference profile', () => {
  it('is asked through that profile alone, wherever the profile it was made from may send to', async () => {
    const arn = 'arn:aws:bedrock:eu-west-2:123456789012:application-inference-profile/a1b2c3';
    const stack = await synthesize({ region: 'eu-west-2', models: `${arn}=eu.anthropic.claude-haiku-5-5` });
    try {
      const model = (region: string) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-haiku-5-5`;
      const regions = ['central-1', 'north-1', 'south-1', 'south-2', 'west-1', 'west-2', 'west-3'];
      const asked = permissionsOf(stack.template).filter(({ action }) => action.startsWith('bedrock:'));
      const through = { StringEquals: { 'bedrock:InferenceProfileArn': arn } };
      expect(asked.map(({ resource, condition }) => [resource, condition])).toEqual([
        [arn, undefined],
        ...regions.map((region) => [model(`eu-${region}`), through]),
      ]);
    } finally {
      stack.dispose();
    }
  });
});

describe('what roles may do', () => {
  let stack: Synthesized & { dispose(): void };
  beforeAll(async () => {
    stack = await synthesize();
  });
  afterAll(() => stack.dispose());

  const log = (name: string) => [
    `logs:CreateLogStream on \${Functions${name}Log.Arn}`,
    `logs:PutLogEvents on \${Functions${name}Log.Arn}`,
  ];
  // X-Ray has no resources to name, hence the star.
  const traces = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];
  const call = (field: string) => `appsync:GraphQL on \${ApiGraphqlApi.Arn}/types/${field}`;
  // The names of files are made later, hence the star.
  const files = '${StorageFiles.Arn}/code-output/*';
  const haiku = 'anthropic.claude-haiku-5-5';
  const stream = 'bedrock:InvokeModelWithResponseStream on arn:aws:bedrock:';

  it('is exactly this', () => {
    const found: Record<string, string[]> = {};
    for (const { role, action, resource } of permissionsOf(stack.template)) {
      (found[role] ??= []).push(`${action} on ${resource}`);
    }
    for (const list of Object.values(found)) list.sort();
    expect(found).toEqual({
      ApiLogRole: [
        'logs:CreateLogGroup on ${ApiLog.Arn}',
        'logs:CreateLogGroup on arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:/aws/appsync/apis/${ApiGraphqlApi.ApiId}',
        'logs:CreateLogStream on ${ApiLog.Arn}',
        'logs:PutLogEvents on ${ApiLog.Arn}',
      ],
      FunctionsGenerateSnippetRole: [
        call('Mutation/fields/appendCode'),
        call('Mutation/fields/completeSnippet'),
        call('Mutation/fields/failSnippet'),
        call('Mutation/fields/keepAnswer'),
        call('Mutation/fields/reportTokens'),
        call('Mutation/fields/startSnippet'),
        `${stream}us-east-1:\${AWS::AccountId}:inference-profile/us.${haiku}`,
        `${stream}us-east-1::foundation-model/${haiku}`,
        `${stream}us-east-2::foundation-model/${haiku}`,
        `${stream}us-west-2::foundation-model/${haiku}`,
        ...log('GenerateSnippet'),
        `s3:DeleteObject on ${files}`,
        `s3:PutObject on ${files}`,
        'sqs:SendMessage on ${FailuresQueue.Arn}',
        ...traces,
      ],
      FunctionsAwaitSnippetRole: [call('Query/fields/snippetStatus'), ...log('AwaitSnippet'), ...traces],
      FunctionsSnippetFileRole: [
        ...log('SnippetFile'),
        `s3:DeleteObject on ${files}`,
        `s3:GetObject on ${files}`,
        ...traces,
      ],
      FunctionsRecordFailureRole: [
        call('Mutation/fields/failSnippet'),
        ...log('RecordFailure'),
        'sqs:DeleteMessage on ${FailuresQueue.Arn}',
        'sqs:GetQueueAttributes on ${FailuresQueue.Arn}',
        'sqs:ReceiveMessage on ${FailuresQueue.Arn}',
        ...traces,
      ],
      SourcesTableRole: [
        ...['BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem'].map(
          (name) => `dynamodb:${name} on \${StorageSnippetsV2.Arn}`,
        ),
        'dynamodb:Query on ${StorageSnippetsV2.Arn}/index/byOwnerAndLanguageV2',
        'dynamodb:Query on ${StorageSnippetsV2.Arn}/index/byOwnerV2',
        'dynamodb:Query on ${StorageSnippetsV2.Arn}/index/byParentV2',
        'dynamodb:UpdateItem on ${StorageSnippetsV2.Arn}',
      ],
      SourcesGenerateSnippetRole: ['lambda:InvokeFunction on ${FunctionsGenerateSnippetFunction.Arn}'],
      SourcesAwaitSnippetRole: ['lambda:InvokeFunction on ${FunctionsAwaitSnippetFunction.Arn}'],
      SourcesSnippetFileRole: ['lambda:InvokeFunction on ${FunctionsSnippetFileFunction.Arn}'],
    });
  });

  it('lets resolvers do to the table what they ask for, and nothing else', () => {
    const code = Object.values(stack.resolverCodes).join('\n');
    const asked = [...code.matchAll(/operation: "(GetItem|PutItem|UpdateItem|DeleteItem|Query|Scan|\w*Items?)"/g)];
    const allowed = permissionsOf(stack.template).filter(({ role }) => role === 'SourcesTableRole');
    // https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-dynamodb-batch-js.html
    const actionOf = (operation = ''): string => (operation === 'BatchDeleteItem' ? 'BatchWriteItem' : operation);
    expect(new Set(asked.map(([, operation]) => `dynamodb:${actionOf(operation)}`))).toEqual(
      new Set(allowed.map(({ action }) => action)),
    );
  });

  it('covers the place where every file lies', () => {
    const snippet = { id: '3f9a2c1e-0000-4000-8000-000000000000', instruction: 'x', createdAt: '2026-11-23T01:45:01Z' };
    expect(objectKeyOf({ ...snippet, language: 'PYTHON' })).toMatch(/^code-output\//);
  });

  it('has one role for each function, and lets only Lambda take it', () => {
    const roles = ofType(stack.template, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties['Role']);
    expect(new Set(roles.map((role) => JSON.stringify(role))).size).toBe(roles.length);
  });
});

describe('logical ids', () => {
  it('of what keeps data, and of what AppSync has one of, stay for good', async () => {
    const stack = await synthesize({ stage: 'prod' });
    const kept = [
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolClient',
      'AWS::AppSync::GraphQLApi',
      'AWS::AppSync::GraphQLSchema',
      'AWS::AppSync::ApiKey',
      'AWS::SQS::Queue',
    ].flatMap((type) => ofType(stack.template, type).map(([id]) => id));
    expect(kept).toEqual([
      'StorageSnippetsV20C7C2562',
      'StorageFiles48C02C92',
      'UsersPoolBFC35D3B',
      'UsersPoolClient39A19381',
      'ApiGraphqlApi7E3125EF',
      'ApiGraphqlApiSchema5105C3C0',
      'ApiGraphqlApiDefaultApiKeyF8DE2FE1',
      'FailuresDeadLetters71BB5A13',
      'FailuresQueueB0898B50',
    ]);
    for (const [id, { Properties }] of ofType(stack.template, 'AWS::AppSync::Resolver')) {
      const { TypeName, FieldName } = Properties as { TypeName: string; FieldName: string };
      expect(named(id)).toBe(`ApiGraphqlApi${TypeName}${FieldName.charAt(0).toUpperCase()}${FieldName.slice(1)}`);
    }
    stack.dispose();
  });

  it('are those of another stage and region too', async () => {
    const [one, other] = await Promise.all([synthesize(), synthesize({ stage: 'prod', region: 'eu-west-1' })]);
    const ids = (stack: Synthesized) => ofType(stack.template, 'AWS::AppSync::Resolver').map(([id]) => id);
    expect(ids(other)).toEqual(ids(one));
    one.dispose();
    other.dispose();
  });
});
