import { ArnFormat, Aws, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { CfnApiKey, CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import {
  AuthorizationType,
  Definition,
  FieldLogLevel,
  GraphqlApi,
  IntrospectionConfig,
  SchemaFile,
} from 'aws-cdk-lib/aws-appsync';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import type { ResolverVariables } from '../../../resolvers/settings-variables.ts';
import { settingsVariables } from '../../../resolvers/settings-variables.ts';
import { appSync } from '../../../schema/limits/appsync-limits-and-keep-alive.ts';
import { queryDepth } from '../../../schema/limits/request-limits.ts';
import { expectation, snippetLimits } from '../../../schema/limits/snippet-limits.ts';
import type { Config } from '../settings/stack-config.ts';
import { offeredModel } from '../../offered-model.ts';
import { ApiKey } from './api-key.ts';
import { deployedSchema } from './deployed-schema.ts';

export interface SnippetApiProps {
  readonly config: Pick<
    Config,
    | 'stage'
    | 'introspection'
    | 'fileDays'
    | 'apiKey'
    | 'logDays'
    | 'leaseMs'
    | 'models'
    | 'region'
    | 'defaultMaxTokens'
    | 'quotas'
  >;
  readonly userPool: IUserPool;
  /** The name of the table `Snippets`. */
  readonly tableName: string;
}

const schemaFile = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));

/** The API: its schema, who may call it, its limits and its log. Resolvers come to it from resolvers.ts. */
export class SnippetApi extends Construct {
  readonly graphql: GraphqlApi;
  readonly key: CfnApiKey;

  constructor(scope: Construct, id: string, { config, userPool, tableName }: SnippetApiProps) {
    super(scope, id);
    const schema = SchemaFile.fromAsset(schemaFile);
    schema.definition = deployedSchema(schema.definition);
    this.graphql = new GraphqlApi(this, 'GraphqlApi', {
      name: `snipstream-${config.stage}`,
      definition: Definition.fromSchema(schema),
      authorizationConfig: {
        defaultAuthorization: { authorizationType: AuthorizationType.API_KEY },
        additionalAuthorizationModes: [
          { authorizationType: AuthorizationType.IAM },
          { authorizationType: AuthorizationType.USER_POOL, userPoolConfig: { userPool } },
        ],
      },
      introspectionConfig: config.introspection ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED,
      // Deep enough for the introspection that tools send.
      queryDepthLimit: queryDepth,
      // Three full pages of snippets with code, sequence and link.
      resolverCountLimit: appSync.resolvers,
      xrayEnabled: true,
      environmentVariables: variablesOf(config, tableName),
    });
    // The construct library's own key lives 7 days, or is updated with each deployment.
    this.graphql.node.tryRemoveChild('DefaultApiKey');
    this.key = new ApiKey(this, 'Key', { api: this.graphql, period: config.apiKey }).key;
    this.#writeLog(config);
  }

  /**
   * The construct library's own logging brings a function that may set the retention of any log group, hence by hand.
   * AppSync may make its group too, as its documentation asks, though the stack makes it with a retention:
   * https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
   */
  #writeLog({ logDays }: Pick<Config, 'logDays'>): void {
    const role = new Role(this, 'LogRole', {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const api = this.graphql.node.defaultChild as CfnGraphQLApi;
    api.logConfig = {
      cloudWatchLogsRoleArn: role.roleArn,
      fieldLogLevel: FieldLogLevel.ERROR,
      // Headers and arguments hold keys and instructions.
      excludeVerboseContent: true,
    };
    const logGroupName = `/aws/appsync/apis/${this.graphql.apiId}`;
    const group = new LogGroup(this, 'Log', {
      logGroupName,
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    group.grantWrite(role);
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    // With and without the `:*` of a group's streams: reports of this action's refusal show both forms.
    const make = new PolicyStatement({ actions: ['logs:CreateLogGroup'], resources: [arn, group.logGroupArn] });
    role.addToPolicy(make);
    Validations.of(this.graphql).acknowledge({
      id: 'AwsSolutions::AwsSolutions-ASC3',
      reason: 'The verbose content it asks for would put API keys and instructions into the log.',
    });
  }
}

/** The limits of both hosts, and what this deployment chose. */
function variablesOf(
  config: Pick<Config, 'leaseMs' | 'models' | 'region' | 'fileDays' | 'defaultMaxTokens' | 'quotas'>,
  tableName: string,
): ResolverVariables {
  const { leaseMs, models, region, fileDays, defaultMaxTokens, quotas } = config;
  const { attempts: maxAttempts } = snippetLimits;
  return settingsVariables(
    {
      ...{ leaseMs, ...expectation, fileDays, maxAttempts, quotas },
      models: models.map((model) => offeredModel(model, region, defaultMaxTokens)),
      defaultModel: models[0]?.id ?? '',
    },
    tableName,
  );
}
