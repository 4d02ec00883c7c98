import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PageFile } from '../bundle-page.ts';
import { inOneLine } from '../command/in-one-line.ts';
import type { DeployedPage } from './deployed-page.ts';
import { deployedPages } from './deployed-page.ts';
import type { PutFile } from './publish-page.ts';
import { publishPage } from './publish-page.ts';

interface PublishParts {
  /** Returns the files of the page. It is called only if the stack has a page. */
  readonly files: () => Promise<readonly PageFile[]>;
  readonly bucketOf: (page: DeployedPage) => PutFile;
  readonly say: (line: string) => void;
}

/**
 * Puts the page into the bucket of each stack that has one.
 * @param outputs what `cdk deploy --outputs-file` wrote
 * @throws Error the stack is there and its page is not, and why
 */
export async function publishDeployed(outputs: string, { files, bucketOf, say }: PublishParts): Promise<void> {
  for (const page of deployedPages(outputs)) {
    try {
      await publishPage(await files(), page.config, bucketOf(page));
    } catch (error) {
      throw new Error(
        `The stack is deployed, and its page is not: ${inOneLine(error)}. It needs s3:PutObject on ${page.bucket}; run npm run deploy again.`,
        { cause: error },
      );
    }
    say(`The page is at ${page.url}`);
  }
}

/** The bucket of a page, reached with the credentials that AWS's own tools find. */
export function bucketOnAws({ region, bucket }: Pick<DeployedPage, 'region' | 'bucket'>): PutFile {
  const s3 = new S3Client({ region });
  return async (name, bytes, { contentType, cacheControl }) => {
    const file = { Key: name, Body: bytes, ContentType: contentType, CacheControl: cacheControl };
    await s3.send(new PutObjectCommand({ Bucket: bucket, ...file }));
  };
}
