import { CfnOutput, Stack, Tags, Validations } from 'aws-cdk-lib';
import { OidcProviderNative, PolicyDocument, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeliveryConfig } from './delivery-config.ts';

const HOST = 'token.actions.githubusercontent.com';
/** As the workflow names it; its rules say who may deploy. */
export const ENVIRONMENT = 'prod';

/**
 * How a repository of GitHub deploys without keys: it has a token for each run, and takes a role by it. One role deploys, from
 * the environment `prod` alone; the other, for pull requests, sees what would change.
 */
export class DeliveryStack extends Stack {
  constructor(scope: Construct, config: DeliveryConfig) {
    super(scope, 'snipstream-delivery', {
      description: 'Snipstream: the roles by which a repository of GitHub deploys',
      env: { region: config.region },
    });
    Tags.of(this).add('application', 'snipstream');
    const arn = `arn:aws:iam::${this.account}:oidc-provider/${HOST}`;
    const provider =
      config.provider === 'make'
        ? new OidcProviderNative(this, 'GitHub', { url: `https://${HOST}`, clientIds: ['sts.amazonaws.com'] })
            .oidcProviderArn
        : arn;
    this.#addRole('Deploy', provider, subjects(config, `environment:${ENVIRONMENT}`), [
      this.#mayTake('deploy', 'file-publishing', 'lookup'),
      ...this.#mayProve(),
    ]);
    this.#addRole('Diff', provider, subjects(config, 'pull_request'), [this.#mayTake('lookup')]);
  }

  #addRole(id: string, provider: string, allowed: readonly string[], may: PolicyStatement[]): void {
    const role = new Role(this, id, {
      assumedBy: new WebIdentityPrincipal(provider, {
        StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com', [`${HOST}:sub`]: [...allowed] },
      }),
      inlinePolicies: { Work: new PolicyDocument({ statements: may }) },
    });
    new CfnOutput(this, `${id}Role`, { value: role.roleArn, description: `The variable AWS_${id.toUpperCase()}_ROLE` });
    Validations.of(role).acknowledge(
      ...starred(this.region, '<AWS::AccountId>').map((resource) => ({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`,
        reason: 'Stages have any name, and what a stack makes has a name that CloudFormation ends as it likes.',
      })),
    );
  }

  /** The roles of `cdk bootstrap`: whoever may take the one that deploys may do what CloudFormation may. */
  #mayTake(...names: string[]): PolicyStatement {
    const resources = names.map(
      (name) => `arn:aws:iam::${this.account}:role/cdk-hnb659fds-${name}-role-${this.account}-${this.region}`,
    );
    return new PolicyStatement({ actions: ['sts:AssumeRole'], resources });
  }

  /** What `npm run deploy` asks for by itself. */
  #mayProve(): PolicyStatement[] {
    const [stacks = '', alarms = '', api = '', page = ''] = starred(this.region, this.account);
    const events = ['DescribeStacks', 'DescribeStackEvents', 'CancelUpdateStack'].map(
      (name) => `cloudformation:${name}`,
    );
    return [
      new PolicyStatement({ actions: events, resources: [stacks] }),
      new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: [alarms] }),
      new PolicyStatement({ actions: ['appsync:EvaluateCode'], resources: [api] }),
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [page] }),
    ];
  }
}

function starred(region: string, account: string): string[] {
  const here = `${region}:${account}`;
  return [
    `arn:aws:cloudformation:${here}:stack/snipstream-*/*`,
    `arn:aws:cloudwatch:${here}:alarm:snipstream-*`,
    `arn:aws:appsync:${here}:*`,
    'arn:aws:s3:::snipstream-*-page*/*',
  ];
}

/** Both forms in which a run says what it is. */
function subjects({ repository, repositoryIds }: DeliveryConfig, context: string): string[] {
  const [owner, name] = repository;
  const [ownerId, id] = repositoryIds;
  return [`repo:${owner}/${name}:${context}`, `repo:${owner}@${ownerId}/${name}@${id}:${context}`];
}
