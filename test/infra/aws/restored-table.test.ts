import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { permissionsOf } from '../../support/template/template-checks-roles.ts';
import { synthesize } from '../../support/template/template.ts';

it('A stack that is given a restored table has none of its own, and its resolvers reach that one alone', async () => {
  const stack = await synthesize({ stage: 'prod', table: 'snippets-restored' });
  stack.dispose();
  const template = Template.fromJSON(stack.template);
  template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
  template.hasResourceProperties('AWS::AppSync::DataSource', {
    Type: 'AMAZON_DYNAMODB',
    DynamoDBConfig: { TableName: 'snippets-restored' },
  });
  template.hasResourceProperties('AWS::AppSync::GraphQLApi', { EnvironmentVariables: { TABLE: 'snippets-restored' } });
  const arn = 'arn:${AWS::Partition}:dynamodb:us-east-1:${AWS::AccountId}:table/snippets-restored';
  const reached = permissionsOf(stack.template).filter(({ action }) => action.startsWith('dynamodb:'));
  expect(new Set(reached.map(({ resource }) => resource.replace('arn:aws:', 'arn:${AWS::Partition}:')))).toEqual(
    new Set([arn, ...['byOwnerV2', 'byOwnerAndLanguageV2', 'byParentV2'].map((index) => `${arn}/index/${index}`)]),
  );
});
