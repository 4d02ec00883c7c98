import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { synthesize } from '../../support/template/template.ts';

/**
 * What CloudFormation can put no tags on, by its own schemas of November 2026
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html).
 */
const untaggable = [
  ...['ApiKey', 'DataSource', 'FunctionConfiguration', 'GraphQLSchema', 'Resolver'].map((type) => `AppSync::${type}`),
  ...['ManagedLoginBranding', 'UserPoolClient', 'UserPoolDomain'].map((type) => `Cognito::${type}`),
  ...['OriginAccessControl', 'ResponseHeadersPolicy'].map((type) => `CloudFront::${type}`),
  ...['CloudWatch::Dashboard', 'IAM::ManagedPolicy', 'IAM::Policy', 'Lambda::EventInvokeConfig', 'Lambda::Permission'],
  ...['S3::BucketPolicy', 'Scheduler::Schedule', 'SNS::Subscription', 'SNS::TopicPolicy', 'SQS::QueuePolicy'],
  ...['WAFv2::WebACLAssociation'],
].map((type) => `AWS::${type}`);

it('Everything that can have tags says of which application and stage it is', async () => {
  const settings = { stage: 'prod-eu', alarmEmail: 'someone@example.com', page: 'true' };
  const stack = await synthesize(settings);
  stack.dispose();
  const { Resources } = Template.fromJSON(stack.template).toJSON() as {
    Resources: Record<string, { Type: string; Properties: object }>;
  };
  const tagged = Object.entries(Resources).filter(([, { Type }]) => !untaggable.includes(Type));
  expect(tagged.length).toBeGreaterThan(40);
  const without = tagged.filter(([, { Properties }]) => {
    const text = JSON.stringify(Properties);
    const has = (name: string, value: string): boolean =>
      text.includes(JSON.stringify({ Key: name, Value: value })) || text.includes(`"${name}":"${value}"`);
    return !has('application', 'snipstream') || !has('stage', 'prod-eu');
  });
  const wrongly = Object.values(Resources).filter((one) => untaggable.includes(one.Type) && 'Tags' in one.Properties);
  expect(wrongly.map(({ Type }) => Type)).toEqual([]);
  expect(without.map(([id, { Type }]) => `${id} ${Type}`)).toEqual([]);
});
