import { Fn, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { watchSeconds } from '../../../schema/limits/delivery-times.ts';
import { blockedMetric } from '../watch/metrics.ts';

export interface FirewallProps {
  readonly apiArn: string;
  /** Most requests from one address within `watchSeconds`; above it they are answered 403. Signed requests have 20 times as many. */
  readonly requestsPerAddress: number;
}

/**
 * The requests that were blocked. WAF's metrics have the ACL's metric name as a dimension
 * (https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html), but public dashboards fill it with the
 * ACL's own name too. One of the two stays empty. They cannot be made the same: an ACL whose name changes is replaced,
 * and the association that is replaced with it takes the new one away (https://github.com/pulumi/pulumi-aws/issues/4782).
 */
export interface BlockedRequests {
  readonly byMetricName: Metric;
  readonly byAclName: Metric;
}

/**
 * How many times more a signer may ask than a stranger: WAF comes before IAM, and the workers of a busy deployment send
 * some 45 signed calls for each generation of 20 s, possibly all from one address.
 */
const SIGNED_SHARE = 20;

/** A limit on what one address may ask of the API. The rules on sizes that AWS offers are left out: instructions are long. */
export class Firewall extends Construct {
  readonly blocked: BlockedRequests;

  constructor(scope: Construct, id: string, { apiArn, requestsPerAddress }: FirewallProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: watched(stackName),
      rules: [
        limit(`${stackName}-strangers`, 0, requestsPerAddress, { notStatement: { statement: signed } }),
        limit(`${stackName}-signed`, 1, requestsPerAddress * SIGNED_SHARE, signed),
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: apiArn, webAclArn: acl.attrArn });
    this.blocked = {
      byMetricName: blockedMetric(this, stackName),
      byAclName: blockedMetric(this, Fn.select(0, Fn.split('|', acl.ref))),
    };
  }
}

function watched(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

function limit(name: string, priority: number, most: number, scopeDownStatement: Statement): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: most,
        evaluationWindowSec: watchSeconds,
        scopeDownStatement,
      },
    },
    visibilityConfig: watched(name),
  };
}

type Statement = CfnWebACL.StatementProperty;

/**
 * A request that is signed by IAM and carries no API key: with a key beside it, a made-up signature would be a way round
 * the limit on strangers.
 */
const signed: Statement = {
  andStatement: {
    statements: [
      {
        byteMatchStatement: {
          ...header('authorization'),
          positionalConstraint: 'STARTS_WITH',
          searchString: 'AWS4-HMAC-SHA256',
        },
      },
      {
        notStatement: {
          statement: { sizeConstraintStatement: { ...header('x-api-key'), comparisonOperator: 'GT', size: 0 } },
        },
      },
    ],
  },
};

function header(name: string): Pick<CfnWebACL.ByteMatchStatementProperty, 'fieldToMatch' | 'textTransformations'> {
  // CloudFormation takes this as JSON and spells it with a capital.
  return { fieldToMatch: { singleHeader: { Name: name } }, textTransformations: [{ priority: 0, type: 'NONE' }] };
}
