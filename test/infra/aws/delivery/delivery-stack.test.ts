import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../../package.json' with { type: 'json' };
import { readDeliveryConfig } from '../../../../infra/aws/delivery/delivery-config.ts';
import { DeliveryStack } from '../../../../infra/aws/delivery/delivery-stack.ts';
import { plain } from '../../../support/template/template.ts';

const settings = { repository: 'my-company/snipstream', repositoryIds: '1234/5678' };

function templateOf(more: Record<string, string> = {}): Template {
  const app = new App({ builtinCloudFormationValidation: false });
  return Template.fromStack(new DeliveryStack(app, readDeliveryConfig({ ...settings, ...more }, 'eu-west-1')));
}

const GITHUB = 'token.actions.githubusercontent.com';
const trust = (subjects: string[]) => ({
  Statement: [
    {
      ...{ Action: 'sts:AssumeRoleWithWebIdentity', Effect: 'Allow', Principal: { Federated: Match.anyValue() } },
      Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: subjects } },
    },
  ],
});
const deployers = [
  'repo:my-company/snipstream:environment:prod',
  'repo:my-company@1234/snipstream@5678:environment:prod',
];
const readers = ['repo:my-company/snipstream:pull_request', 'repo:my-company@1234/snipstream@5678:pull_request'];

/** What the role with this trust may do, action by action, the stars among it. */
function permissions(template: Template, subjects: string[]): string[] {
  const [role] = Object.values(
    template.findResources('AWS::IAM::Role', { Properties: { AssumeRolePolicyDocument: trust(subjects) } }),
  );
  const statements = (
    role?.Properties.Policies as { PolicyDocument: { Statement: Record<string, unknown>[] } }[]
  ).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return statements.flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .flatMap((action) => [plain(Resource)].flat().map((resource) => `${String(action)} on ${String(resource)}`)),
  );
}

describe('The roles by which a repository deploys', () => {
  const cdkRole = (name: string) =>
    `sts:AssumeRole on arn:aws:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-eu-west-1`;
  const here = 'eu-west-1:${AWS::AccountId}';

  it('are two, each for its runs of this repository alone, in both forms of their subject', () => {
    const template = templateOf();
    template.resourceCountIs('AWS::IAM::Role', 2);
    template.resourceCountIs('AWS::IAM::Policy', 0);
    for (const subjects of [deployers, readers]) {
      template.hasResourceProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: trust(subjects) });
    }
  });

  it('may do exactly this: the one for pull requests may look, and nothing else', () => {
    const template = templateOf();
    expect(permissions(template, readers)).toEqual([cdkRole('lookup')]);
    expect(permissions(template, deployers)).toEqual([
      ...['deploy', 'file-publishing', 'lookup'].map(cdkRole),
      ...['DescribeStacks', 'DescribeStackEvents', 'CancelUpdateStack'].map(
        (name) => `cloudformation:${name} on arn:aws:cloudformation:${here}:stack/snipstream-*/*`,
      ),
      `cloudwatch:DescribeAlarms on arn:aws:cloudwatch:${here}:alarm:snipstream-*`,
      `appsync:EvaluateCode on arn:aws:appsync:${here}:*`,
      's3:PutObject on arn:aws:s3:::snipstream-*-page*/*',
    ]);
  });

  it('trust a provider that the stack makes, or the one that the account has', () => {
    templateOf().hasResourceProperties('AWS::IAM::OIDCProvider', {
      ...{ Url: `https://${GITHUB}`, ClientIdList: ['sts.amazonaws.com'] },
    });
    const existing = templateOf({ provider: 'existing' });
    existing.resourceCountIs('AWS::IAM::OIDCProvider', 0);
    expect(JSON.stringify(plain(existing.toJSON()))).toContain(`:oidc-provider/${GITHUB}`);
  });

  it.each([
    [{ repository: 'my-company/*' }, 'The setting repository is "my-company/*"; allowed is owner/name'],
    [{ repository: 'snipstream' }, 'The setting repository is "snipstream"'],
    [{ repositoryIds: '' }, 'The setting repositoryIds is ""; allowed is the numbers of owner and repository'],
    [{ provider: 'arn' }, 'allowed is one of make, existing.'],
    [{ stage: 'prod' }, 'The setting stage is "prod"; allowed is one of the settings repository,'],
  ])('refuse %j', (more, sentence) => {
    expect(() => readDeliveryConfig({ ...settings, ...more }, undefined)).toThrow(sentence);
  });

  it('cannot be made for nobody', () => {
    expect(() => readDeliveryConfig({}, undefined)).toThrow('The setting repository is ""');
  });

  it('pass the rules of AwsSolutions, by the command that deploys them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'snipstream-delivery-'));
    const typed = packageJson.scripts['deploy:roles'].replace('cdk deploy', 'cdk synth --quiet');
    const given = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const command = `npx ${typed.replace('dist/delivery', folder)} ${given.join(' ')}`;
    const cwd = fileURLToPath(new URL('../../../..', import.meta.url));
    const { status, stderr, stdout } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stdout + stderr).not.toMatch(/ERROR|WARNING|Warning/);
    expect(status).toBe(0);
  }, 60_000);
});
