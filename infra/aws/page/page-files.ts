import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from '../settings/stack-config.ts';

/**
 * The bucket of the page's files, which `npm run deploy` puts there after the stack: a function of the stack that did it
 * would need the AWS command line in a layer and permissions on every bucket's name.
 */
export class PageFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { removal }: Pick<Config, 'removal'>) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: removal === 'destroy',
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: 'Access logs need one more bucket; these files are public through the distribution, and hold no secret.',
    });
  }
}
