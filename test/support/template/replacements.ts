import type { Template } from './template.ts';
import { plain } from './template.ts';

/**
 * The properties with which CloudFormation makes a resource anew ("Update requires: Replacement"), by type:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
 */
const createOnly: Readonly<Record<string, readonly string[]>> = {
  'AWS::AppSync::ApiKey': ['ApiId'],
  'AWS::AppSync::DataSource': ['ApiId', 'Name'],
  'AWS::AppSync::FunctionConfiguration': ['ApiId'],
  'AWS::AppSync::GraphQLApi': ['ApiType', 'Visibility'],
  'AWS::AppSync::GraphQLSchema': ['ApiId'],
  'AWS::AppSync::Resolver': ['ApiId', 'TypeName', 'FieldName'],
  'AWS::Budgets::Budget': ['NotificationsWithSubscribers'],
  'AWS::CloudWatch::Alarm': ['AlarmName'],
  'AWS::CloudWatch::Dashboard': ['DashboardName'],
  'AWS::Cognito::UserPool': [],
  'AWS::Cognito::UserPoolClient': ['GenerateSecret', 'UserPoolId'],
  'AWS::DynamoDB::GlobalTable': ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'Path', 'Description'],
  'AWS::IAM::Policy': [],
  'AWS::IAM::Role': ['Path', 'RoleName'],
  'AWS::Lambda::EventInvokeConfig': ['FunctionName', 'Qualifier'],
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn', 'StartingPosition'],
  'AWS::Lambda::Function': ['FunctionName', 'PackageType'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['BucketName', 'ObjectLockEnabled'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::Scheduler::Schedule': ['Name'],
  'AWS::SNS::Subscription': ['Endpoint', 'Protocol', 'TopicArn'],
  'AWS::SNS::Topic': ['FifoTopic', 'TopicName'],
  'AWS::SNS::TopicPolicy': [],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  'AWS::SQS::QueuePolicy': [],
  'AWS::WAFv2::WebACL': ['Name', 'Scope'],
  'AWS::WAFv2::WebACLAssociation': ['ResourceArn', 'WebACLArn'],
};

/** What is lost with the resource itself: data, addresses and ids that callers hold, or the firewall in front. */
const stateful: readonly string[] = [
  'AWS::AppSync::ApiKey',
  'AWS::AppSync::GraphQLApi',
  'AWS::AppSync::GraphQLSchema',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
];

/** What a later deployment must not change: each resource with its type and the properties that make it anew. */
export type Identities = Readonly<
  Record<string, { readonly type: string; readonly properties: Record<string, unknown> }>
>;

/**
 * The resources of a template, by their logical ids.
 * @throws Error the table above does not have a type
 */
export function identitiesOf({ Resources }: Template): Identities {
  return Object.fromEntries(
    Object.entries(Resources).map(([id, { Type, Properties }]) => {
      const names = createOnly[Type];
      if (!names)
        throw new Error(`What makes a resource of the type ${Type} anew stands nowhere: add it to createOnly.`);
      const given = names.filter((name) => Properties?.[name] !== undefined);
      return [id, { type: Type, properties: Object.fromEntries(given.map((name) => [name, plain(Properties[name])])) }];
    }),
  );
}

export interface Replacement {
  readonly id: string;
  readonly why: string;
  /** Whether the deployment must not happen. */
  readonly fatal: boolean;
}

/** What a deployment of one template over another makes anew or removes. */
export function replacementsIn(before: Identities, after: Identities): Replacement[] {
  return Object.entries(before).flatMap(([id, { type, properties }]) => {
    const fatal = stateful.includes(type);
    const now = after[id];
    if (!now) {
      const field = type === 'AWS::AppSync::Resolver' ? sameField(properties, after) : undefined;
      if (field)
        return [{ id, why: `gone, and ${field} has its field: AppSync takes one resolver for a field`, fatal: true }];
      return [{ id, why: 'gone from the template', fatal }];
    }
    if (now.type !== type) return [{ id, why: `${type} is now ${now.type}`, fatal: true }];
    const names = [...new Set([...Object.keys(properties), ...Object.keys(now.properties)])];
    const changed = names.filter((name) => JSON.stringify(properties[name]) !== JSON.stringify(now.properties[name]));
    return changed.length > 0 ? [{ id, why: `another ${changed.join(', ')}`, fatal }] : [];
  });
}

/** The resolver that took over a field under another logical id. */
function sameField(properties: Record<string, unknown>, after: Identities): string | undefined {
  const found = Object.entries(after).find(
    ([, other]) =>
      other.type === 'AWS::AppSync::Resolver' &&
      other.properties['TypeName'] === properties['TypeName'] &&
      other.properties['FieldName'] === properties['FieldName'],
  );
  return found?.[0];
}
