import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { snippetFiles } from '../schema/limits/file-and-link-limits.ts';
import type { CheckState } from '../schema/types.generated.ts';
import type { Config } from './function-config.ts';
import { GenerationFailure } from './generation-failure.ts';

/** A file to store, with the metadata that is stored beside it. */
export interface SnippetFile {
  readonly objectKey: string;
  readonly code: string;
  readonly id: string;
  readonly language: string;
  readonly model: string;
  /** The result of the syntax check. */
  readonly check: CheckState;
}

/** The S3 bucket with the code of completed snippets. */
export interface SnippetBucket {
  /** Stores a file. @throws GenerationFailure STORAGE_FAILED if that fails or takes longer than `storeWithinMs` */
  put(file: SnippetFile): Promise<void>;
  /** Removes a file. It succeeds if there is no such file. */
  remove(objectKey: string): Promise<void>;
  /** Makes a link that downloads the file and is valid for `snippetFiles.linkSeconds`. */
  link(objectKey: string): Promise<string>;
}

export function createSnippetBucket(
  config: Pick<Config, 'bucket' | 'region' | 's3PathStyle' | 'storeWithinMs'>,
): SnippetBucket {
  const client = new S3Client({ region: config.region, forcePathStyle: config.s3PathStyle });
  const Bucket = config.bucket;
  return {
    async put({ objectKey, code, id, language, model, check }) {
      const command = new PutObjectCommand({
        Bucket,
        Key: objectKey,
        Body: code,
        ContentType: 'text/plain; charset=utf-8',
        ContentDisposition: `attachment; filename="${objectKey.split('/').at(-1)}"`,
        Metadata: { id, language, model, check },
      });
      try {
        await client.send(command, { abortSignal: AbortSignal.timeout(config.storeWithinMs) });
      } catch (cause) {
        throw new GenerationFailure('STORAGE_FAILED', { cause });
      }
    },
    async remove(objectKey) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: objectKey }));
    },
    link(objectKey) {
      return getSignedUrl(client, new GetObjectCommand({ Bucket, Key: objectKey }), {
        expiresIn: snippetFiles.linkSeconds,
      });
    },
  };
}
