import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

export interface FirewallProps {
  readonly apiArn: string;
  /** Most requests from one address in 5 minutes; above it they are answered 403. */
  readonly requestsPerAddress: number;
}

/** A limit on what one address may ask of the API. The rules on sizes that AWS offers are left out: instructions are long. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { apiArn, requestsPerAddress }: FirewallProps) {
    super(scope, id);
    const watched = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
    });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: watched('snipstream'),
      rules: [
        {
          name: 'requests-per-address',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress, evaluationWindowSec: 300 },
          },
          visibilityConfig: watched('snipstream-requests-per-address'),
        },
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: apiArn, webAclArn: acl.attrArn });
  }
}
