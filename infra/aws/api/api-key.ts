import { RemovalPolicy } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { CfnApiKey } from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import type { ApiKeyPeriod } from './api-key-period.ts';

/** The period of version 0.2.0. Its key takes over that of 0.1.0, so that the first update makes no key invalid. */
const FIRST_PERIOD = '2026H2';
const ID_IN_0_1_0 = 'ApiGraphqlApiDefaultApiKeyF8DE2FE1';

export interface ApiKeyProps {
  readonly api: GraphqlApi;
  readonly period: ApiKeyPeriod;
}

/**
 * The key of the current half-year. It is never updated, because an update of a key that AppSync has deleted, 60 days
 * after its end, fails the whole deployment (https://github.com/aws-amplify/amplify-category-api/issues/636). The
 * first deployment of the next half makes another key; this one leaves the template, is retained, and works until its end.
 */
export class ApiKey extends Construct {
  readonly key: CfnApiKey;

  constructor(scope: Construct, id: string, { api, period: { name, expires } }: ApiKeyProps) {
    super(scope, id);
    this.key = new CfnApiKey(this, name, {
      apiId: api.apiId,
      description: `For a first try, made in ${name}`,
      expires: expires.getTime() / 1_000,
    });
    if (name === FIRST_PERIOD) this.key.overrideLogicalId(ID_IN_0_1_0);
    // A key that could not be made is removed; https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
    this.key.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    api.addSchemaDependency(this.key);
  }
}
