import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AttributeType, Billing, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { table } from '../../resolvers/item/table.ts';
import { snippetFiles } from '../../schema/limits/file-and-link-limits.ts';
import type { Config } from './settings/stack-config.ts';

export type StorageProps = Pick<Config, 'removal' | 'table' | 'fileDays' | 'oldVersionDays'>;

/** What is kept: the snippets, and the files of those that are finished. */
export class Storage extends Construct {
  readonly table: ITableV2;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: StorageProps) {
    super(scope, id);
    this.table = props.table ? TableV2.fromTableName(this, 'Restored', props.table) : this.#createTable(props);
    this.bucket = this.#createBucket(props);
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: 'Access logs need a second bucket, and only two functions reach this one, each with a log of its own.',
    });
  }

  #createTable({ removal }: StorageProps): TableV2 {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    // DynamoDB takes no new layout into a table: another version is another table, and the old one stays as `removal` says.
    return new TableV2(this, `SnippetsV${table.version}`, {
      partitionKey: text(table.key),
      billing: Billing.onDemand(),
      globalSecondaryIndexes: Object.entries(table.indexes).map(([indexName, { partition, sort }]) => ({
        indexName,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...table.projected],
      })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      deletionProtection: removal === 'retain',
    });
  }

  #createBucket({ removal, fileDays, oldVersionDays }: StorageProps): Bucket {
    return new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      // A page of any origin may fetch a snippet's link: who has the link may read, and the link is signed.
      cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }],
      lifecycleRules: [
        {
          id: 'OldVersions',
          noncurrentVersionExpiration: Duration.days(oldVersionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { id: 'Removed', expiredObjectDeleteMarker: true },
        ...(fileDays > 0 ? [{ id: 'Files', prefix: snippetFiles.folder, expiration: Duration.days(fileDays) }] : []),
      ],
      removalPolicy: removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: removal === 'destroy',
    });
  }
}
