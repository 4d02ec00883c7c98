import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { CfnOutput, Fn, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ResolverName } from '../bundle.ts';
import { AccountBudget, takesBudgets } from './watch/account-budget.ts';
import { Alarms } from './watch/alarms.ts';
import { KeyNotices } from './watch/key-notices.ts';
import { pricedModels } from './models/priced-models.ts';
import type { Config } from './settings/stack-config.ts';
import { SnippetDashboard } from './watch/dashboard.ts';
import { DataSources } from './api/data-sources.ts';
import { FailureQueue } from './lambda/failure-queue.ts';
import { CallerPolicy } from './api/caller-policy.ts';
import { Firewall } from './api/firewall.ts';
import type { FunctionFolders } from './lambda/function-assets.ts';
import { Functions } from './lambda/lambda-functions.ts';
import { Page } from './page/page-on-aws.ts';
import { SnippetApi } from './api/graphql-api.ts';
import { Resolvers } from './api/api-resolvers.ts';
import { Storage } from './storage.ts';
import { Users } from './api/users.ts';

export interface SnipstreamStackProps {
  readonly config: Config;
  readonly resolverCodes: Readonly<Record<ResolverName, string>>;
  readonly functionFolders: FunctionFolders;
}

/** Snipstream on AWS. */
export class SnipstreamStack extends Stack {
  constructor(scope: Construct, { config, resolverCodes, functionFolders }: SnipstreamStackProps) {
    super(scope, `snipstream-${config.stage}`, {
      description: 'Snipstream: code snippets from Amazon Bedrock through a GraphQL API',
      env: { region: config.region },
      terminationProtection: config.removal === 'retain',
    });
    // The construct library tags dashboards too; the schemas of CloudFormation that cfn-lint 1.51 has do not take that.
    const taggable = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };
    Tags.of(this).add('application', 'snipstream', taggable);
    Tags.of(this).add('stage', config.stage, taggable);
    const { bucket, table } = new Storage(this, 'Storage', config);
    const users = new Users(this, 'Users', config);
    const { graphql: api, key } = new SnippetApi(this, 'Api', {
      ...{ config, userPool: users.pool },
      tableName: table.tableName,
    });
    const failures = new FailureQueue(this, 'Failures');
    const functions = new Functions(this, 'Functions', { config, folders: functionFolders, api, bucket, failures })
      .byName;
    const sources = new DataSources(this, 'Sources', { api, table, functions }).byName;
    new Resolvers(this, 'Resolvers', { api, sources, codes: resolverCodes });
    const firewall = config.firewall
      ? new Firewall(this, 'Firewall', { apiArn: api.arn, requestsPerAddress: config.requestsPerAddress })
      : undefined;
    const callers = new CallerPolicy(this, 'Callers', { api });
    const priced = pricedModels(config);
    const alarms = new Alarms(this, 'Alarms', {
      apiId: api.apiId,
      functions,
      deadLetters: failures.deadLetters,
      blocked: firewall?.blocked,
      costPerDay: priced.length > 0 ? config.costPerDay : undefined,
      email: config.alarmEmail ?? undefined,
    });
    if (alarms.topic) new KeyNotices(this, 'KeyNotices', { notices: config.keyNotices, topic: alarms.topic });
    if (config.alarmEmail && config.accountBudget > 0 && takesBudgets(config.region)) {
      new AccountBudget(this, 'AccountBudget', { monthly: config.accountBudget, email: config.alarmEmail });
    }
    const dashboard = new SnippetDashboard(this, 'Dashboard', {
      apiId: api.apiId,
      worker: functions['generate-snippet'],
      alarms: alarms.all,
      pricedModels: priced,
    });

    const page = config.page ? new Page(this, 'Page', { config, api, pool: users.pool }) : undefined;

    this.#tell('ApiUrl', api.graphqlUrl, 'Where queries and mutations go');
    this.#tell('RealtimeUrl', (api.node.defaultChild as CfnGraphQLApi).attrRealtimeUrl, 'Where subscriptions go');
    this.#tell(
      'ApiKey',
      key.attrApiKey,
      `For a first try; it ends on ${config.apiKey.expires.toISOString().slice(0, 10)}`,
    );
    this.#tell('BucketName', bucket.bucketName, 'Where the files lie');
    this.#tell('UserPoolId', users.pool.userPoolId, 'Where users are made');
    this.#tell('UserPoolClientId', users.client.userPoolClientId, 'How users sign in');
    this.#tell('CallerPolicyArn', callers.policy.managedPolicyArn, 'For roles and users of yours that call with IAM');
    this.#tell('Region', this.region, 'Where all of it runs');
    this.#tell('DashboardUrl', dashboard.url, 'How it is doing');
    this.#tell(
      'RollbackAlarms',
      Fn.join(
        ' ',
        alarms.ofDeployments.map(({ alarmArn }) => alarmArn),
      ),
      'By which the next deployment is rolled back',
    );
    if (page) this.#tellOfPage(page);
  }

  /** All that the page's `config.json` says, and where it goes, for `npm run deploy`. */
  #tellOfPage({ url, bucket, client, login }: Page): void {
    this.#tell('PageUrl', url, 'Where people ask for code');
    this.#tell('PageBucketName', bucket.bucketName, 'Where the files of the page lie');
    this.#tell('PageClientId', client.userPoolClientId, 'How the page signs people in');
    this.#tell('PageLoginUrl', login.url, 'Where they sign in');
    this.#tell('PageIssuer', login.issuer, 'What their tokens are from');
  }

  #tell(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description });
  }
}
