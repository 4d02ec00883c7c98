import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FunctionEntry } from '../../../functions/function-manifest.ts';
import { functions } from '../../../functions/function-manifest.ts';
import { fields } from '../../../resolvers/manifest.ts';

export interface CallerPolicyProps {
  readonly api: GraphqlApi;
}

/**
 * The IAM policy for callers that sign their calls. It allows the public fields of the API, and none of the internal
 * fields for the API's own functions.
 */
export class CallerPolicy extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { api }: CallerPolicyProps) {
    super(scope, id);
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: 'May ask, watch and refine snippets through the API',
      statements: [
        new PolicyStatement({
          actions: ['appsync:GraphQL'],
          resources: publicFields().map((name) => `${api.arn}/types/${name.replace('.', '/fields/')}`),
        }),
      ],
    });
  }
}

function publicFields(): string[] {
  const entries: FunctionEntry[] = Object.values(functions);
  const internal = new Set<string>(entries.flatMap(({ calls }) => calls));
  return Object.keys(fields).filter((name) => /^(Query|Mutation|Subscription)\./.test(name) && !internal.has(name));
}
