import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../../support/template/template-checks-roles.ts';
import type { Synthesized, Template } from '../../../support/template/template.ts';
import { at, listOf, named, ofType, plain, propertiesOf, synthesize } from '../../../support/template/template.ts';

type Stack = Synthesized & { dispose(): void };

const PAGE_URL = 'https://${PageSiteDistribution.DomainName}/';
const LOGIN = 'https://${UsersPoolLoginDomain}.auth.us-east-1.amazoncognito.com';

/** The properties of the resource of that name, the hash of its id left away. */
function propertiesNamed(template: Template, name: string): Record<string, unknown> {
  const found = Object.entries(template.Resources).find(([id]) => named(id) === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found[1].Properties;
}

describe('a stack with a page', () => {
  let stack: Stack;
  let without: Stack;
  beforeAll(async () => {
    [stack, without] = await Promise.all([synthesize({ page: 'true' }), synthesize()]);
  });
  afterAll(() => [stack, without].forEach(({ dispose }) => dispose()));

  it('has all that a stack without one has, as it is there, and only these beside it', () => {
    const more = Object.entries(stack.template.Resources).filter(([id]) => !(id in without.template.Resources));
    for (const [id, resource] of Object.entries(without.template.Resources)) {
      expect(stack.template.Resources[id], id).toEqual(resource);
    }
    expect(more.map(([id, { Type }]) => `${named(id)} ${Type}`).sort()).toEqual([
      'PageFilesBucket AWS::S3::Bucket',
      'PageFilesBucketAutoDeleteObjectsCustomResource Custom::S3AutoDeleteObjects',
      'PageFilesBucketPolicy AWS::S3::BucketPolicy',
      'PageLoginLook AWS::Cognito::ManagedLoginBranding',
      'PageSiteAccess AWS::CloudFront::OriginAccessControl',
      'PageSiteDistribution AWS::CloudFront::Distribution',
      'PageSiteHeaders AWS::CloudFront::ResponseHeadersPolicy',
      'UsersPoolLoginDomain AWS::Cognito::UserPoolDomain',
      'UsersPoolPageClient AWS::Cognito::UserPoolClient',
    ]);
  });

  it('lets no role do more', () => {
    const told = ({ template }: Stack) => permissionsOf(template).map((one) => JSON.stringify(one));
    expect(told(stack)).toEqual(told(without));
  });

  it('keeps its files where nobody but its own distribution reads them, over TLS', () => {
    const bucket = propertiesNamed(stack.template, 'PageFilesBucket');
    expect(bucket['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const policy = propertiesNamed(stack.template, 'PageFilesBucketPolicy');
    const statements = listOf(at(policy, 'PolicyDocument', 'Statement')).map(plain) as Record<string, unknown>[];
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.map(({ Principal, Action }) => [Principal, Action])).toEqual([
      [
        { AWS: '${CustomS3AutoDeleteObjectsCustomResourceProviderRole.Arn}' },
        ['s3:DeleteObject*', 's3:GetBucket*', 's3:List*', 's3:PutBucketPolicy'],
      ],
      [{ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject'],
    ]);
    expect(allowed[1]?.['Condition']).toEqual({
      StringEquals: {
        'AWS:SourceArn': 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${PageSiteDistribution}',
      },
    });
    expect(statements.filter(({ Effect }) => Effect === 'Deny').map(({ Condition }) => Condition)).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });

  it('is served over HTTPS alone, signed to its bucket, for as long as each file says', () => {
    const { DistributionConfig: config } = propertiesNamed(stack.template, 'PageSiteDistribution');
    expect(plain(at(config, 'Origins'))).toEqual([
      expect.objectContaining({
        DomainName: '${PageFilesBucket.RegionalDomainName}',
        OriginAccessControlId: '${PageSiteAccess.Id}',
        S3OriginConfig: { OriginAccessIdentity: '' },
      }),
    ]);
    expect(plain(at(config, 'DefaultCacheBehavior'))).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      // Managed-CachingOptimized: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      Compress: true,
      ResponseHeadersPolicyId: '${PageSiteHeaders}',
      ViewerProtocolPolicy: 'redirect-to-https',
    });
    expect(at(config, 'DefaultRootObject')).toBe('index.html');
    expect(propertiesNamed(stack.template, 'PageSiteAccess')).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });

  it('binds its browser: own files alone, and the addresses that it needs', () => {
    const { ResponseHeadersPolicyConfig: config } = propertiesNamed(stack.template, 'PageSiteHeaders');
    const security = plain(at(config, 'SecurityHeadersConfig'));
    const policy = String(at(security, 'ContentSecurityPolicy', 'ContentSecurityPolicy')).split('; ');
    expect(policy).toContain(
      `connect-src 'self' \${ApiGraphqlApi.GraphQLUrl} \${ApiGraphqlApi.RealtimeUrl} ${LOGIN} https://cognito-idp.us-east-1.amazonaws.com`,
    );
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(security).toMatchObject({
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
    });
    expect(at(config, 'CustomHeadersConfig', 'Items')).toContainEqual({
      Header: 'Cross-Origin-Opener-Policy',
      Value: 'same-origin',
      Override: true,
    });
  });

  it('signs people in by the code flow alone, without a secret, and back to itself alone', () => {
    const client = plain(propertiesNamed(stack.template, 'UsersPoolPageClient'));
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [PAGE_URL],
      LogoutURLs: [PAGE_URL],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
      RefreshTokenValidity: 24 * 60,
    });
    expect(plain(propertiesNamed(stack.template, 'UsersPoolLoginDomain'))).toMatchObject({
      Domain: 'snipstream-dev-${AWS::AccountId}',
      ManagedLoginVersion: 2,
    });
    const look = propertiesNamed(stack.template, 'PageLoginLook');
    expect(plain(look)).toMatchObject({ ClientId: '${UsersPoolPageClient}', UseCognitoProvidedValues: true });
  });

  it('tells what its configuration is made of', () => {
    const told = (name: string) => plain(stack.template.Outputs[name]?.Value);
    expect(told('PageUrl')).toBe(PAGE_URL);
    expect(told('PageBucketName')).toBe('${PageFilesBucket}');
    expect(told('PageClientId')).toBe('${UsersPoolPageClient}');
    expect(told('PageLoginUrl')).toBe(LOGIN);
    expect(told('PageIssuer')).toBe('https://cognito-idp.us-east-1.amazonaws.com/${UsersPool}');
  });

  it('has names of its own in each region, as CloudFront takes a name once in an account', async () => {
    const other = await synthesize({ page: 'true', region: 'eu-west-1' });
    const names = ({ template }: Stack) => [
      at(propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy'), 'ResponseHeadersPolicyConfig', 'Name'),
      at(propertiesOf(template, 'AWS::CloudFront::OriginAccessControl'), 'OriginAccessControlConfig', 'Name'),
    ];
    expect([...names(stack), ...names(other)]).toEqual([
      'snipstream-dev-us-east-1-page',
      'snipstream-dev-us-east-1-page',
      'snipstream-dev-eu-west-1-page',
      'snipstream-dev-eu-west-1-page',
    ]);
    other.dispose();
  });

  it('stays with its data in production', async () => {
    const prod = await synthesize({ page: 'true', stage: 'prod' });
    const buckets = ofType(prod.template, 'AWS::S3::Bucket').map(([, { DeletionPolicy }]) => DeletionPolicy);
    expect(buckets).toEqual(['Retain', 'Retain']);
    prod.dispose();
  });
});

it('a stack that nobody asked a page for has no sign-in page and no distribution', async () => {
  const stack = await synthesize();
  const types = Object.values(stack.template.Resources).map(({ Type }) => Type);
  expect(types.filter((type) => /CloudFront|UserPoolDomain|ManagedLogin/.test(type))).toEqual([]);
  expect(Object.keys(stack.template.Outputs).filter((name) => name.startsWith('Page'))).toEqual([]);
  stack.dispose();
});
