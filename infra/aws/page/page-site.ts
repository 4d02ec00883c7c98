import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { pagePolicy } from '../../page/page-policy.ts';

export interface PageSiteProps {
  readonly bucket: IBucket;
  /** What the page asks: the API, its real-time endpoint, and where people sign in. */
  readonly connectTo: readonly string[];
}

/** The page to the world: over HTTPS alone, from a bucket that nobody else reads, with headers that bind its browser. */
export class PageSite extends Construct {
  readonly distribution: Distribution;
  /** `https://d111111abcdef8.cloudfront.net/`. */
  readonly url: string;

  constructor(scope: Construct, id: string, { bucket, connectTo }: PageSiteProps) {
    super(scope, id);
    const originAccessControl = new S3OriginAccessControl(this, 'Access', { originAccessControlName: nameOf(this) });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'The page of Snipstream',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        // Keeps a file for as long as its own Cache-Control says.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.#headers(connectTo),
      },
    });
    this.url = `https://${this.distribution.distributionDomainName}/`;
    Validations.of(this.distribution).acknowledge(
      {
        id: 'AwsSolutions::AwsSolutions-CFR1',
        reason: 'Who may call is decided by signing in, not by the country of a visitor.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR2',
        reason: 'It gives public files alone; the firewall stands before the API, where every call costs.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR3',
        reason: 'Access logs need one more bucket, and hold nothing but who loaded public files.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR4',
        reason: 'The oldest TLS version can be chosen only with a domain and a certificate of one’s own.',
      },
    );
  }

  #headers(connectTo: readonly string[]): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: nameOf(this),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: pagePolicy(connectTo), override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
          { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
          { header: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()', override: true },
        ],
      },
    });
  }
}

/** CloudFront takes a name once in an account, whatever the region of the stack. */
function nameOf(scope: Construct): string {
  const { stackName, region } = Stack.of(scope);
  return `${stackName}-${region}-page`;
}
