import { Aws } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface SourceRoleProps {
  readonly api: GraphqlApi;
  readonly may: readonly PolicyStatement[];
}

/** The role by which this API, and no other, reaches a data source. Nothing else may be granted to it afterwards. */
export function createSourceRole(scope: Construct, id: string, { api, may }: SourceRoleProps): IRole {
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('appsync.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnEquals: { 'aws:SourceArn': api.arn },
      },
    }),
    inlinePolicies: { Source: new PolicyDocument({ statements: [...may] }) },
  });
  return role.withoutPolicyUpdates();
}
