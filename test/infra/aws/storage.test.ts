import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table as tableDefinition } from '../../../resolvers/item/table.ts';
import type { Synthesized } from '../../support/template/template.ts';
import { plain, synthesize } from '../../support/template/template.ts';

const stages = {
  'for a first try': { given: {}, policy: 'Delete', keep: false, versions: 7, fileDays: undefined },
  'of production': {
    given: { stage: 'prod', fileDays: '30' },
    policy: 'Retain',
    keep: true,
    versions: 30,
    fileDays: 30,
  },
};

describe.each(Object.entries(stages))('What a stack %s keeps', (_, { given, policy, keep, versions, fileDays }) => {
  let stack: Synthesized & { dispose(): void };
  let template: Template;
  beforeAll(async () => {
    stack = await synthesize(given);
    template = Template.fromJSON(stack.template);
  });
  afterAll(() => stack.dispose());

  it('is one bucket, private, owned, encrypted and versioned, which stays as configured', () => {
    template.resourceCountIs('AWS::S3::Bucket', 1);
    template.hasResource('AWS::S3::Bucket', {
      ...{ DeletionPolicy: policy, UpdateReplacePolicy: policy },
      Properties: {
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
  });

  it('is read by a page of any origin with a signed link, and by no page otherwise', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: Match.exact({ CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] }),
    });
  });

  it('loses old versions in time, and files as configured', () => {
    const rules = [
      { Id: 'OldVersions', NoncurrentVersionExpiration: { NoncurrentDays: versions }, Status: 'Enabled' },
      { Id: 'Removed', ExpiredObjectDeleteMarker: true, Status: 'Enabled' },
      ...(fileDays ? [{ Id: 'Files', ExpirationInDays: fileDays, Prefix: 'code-output/', Status: 'Enabled' }] : []),
    ];
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: rules.map((rule) => Match.objectLike(rule)) },
    });
  });

  it('refuses a connection without TLS, and lets nobody in by itself but the function that empties it', () => {
    const [bucketPolicy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    const statements = bucketPolicy?.Properties.PolicyDocument.Statement as Record<string, unknown>[];
    const both = ['${StorageFiles.Arn}', '${StorageFiles.Arn}/*'];
    expect(plain(statements.filter(({ Condition }) => Condition))).toEqual([
      {
        ...{ Action: 's3:*', Effect: 'Deny', Principal: { AWS: '*' }, Resource: both },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        ...{ Action: 's3:*', Effect: 'Deny', Principal: { AWS: '*' }, Resource: both },
        Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      },
    ]);
    const letIn = statements.filter(({ Effect }) => Effect === 'Allow').map(({ Principal }) => plain(Principal));
    expect(letIn).toEqual(keep ? [] : [{ AWS: expect.stringMatching(/AutoDelete/) }]);
  });

  it('is one table with the key and the indexes of the project, paid by use, that can be brought back', () => {
    const indexes = Object.entries(tableDefinition.indexes).map(([IndexName, { partition, sort }]) => ({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...tableDefinition.projected] },
    }));
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      ...{ DeletionPolicy: policy, UpdateReplacePolicy: policy },
      Properties: {
        KeySchema: [{ AttributeName: tableDefinition.key, KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: indexes,
        Replicas: [
          {
            DeletionProtectionEnabled: keep,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        ],
      },
    });
  });

  it('is a pool of users whom an administrator makes, without a hosted page', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      ...{ DeletionPolicy: policy, UpdateReplacePolicy: policy },
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: keep ? 'ACTIVE' : 'INACTIVE',
      },
    });
    template.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ...{ AllowedOAuthFlowsUserPoolClient: false, CallbackURLs: Match.absent() },
    });
  });
});
