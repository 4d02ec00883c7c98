import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Snippet } from '../../../../client/snippet.ts';
import { snippetFiles } from '../../../../schema/limits/file-and-link-limits.ts';
import type { OpenApi } from '../open-api.ts';

/** Says where the file of a completed snippet is: a path on this machine, or the key in the bucket with a link. */
export function placeOfFile({ objectKey, downloadUrl }: Snippet, { dataFolder }: OpenApi): string {
  const file = dataFolder === undefined ? undefined : join(dataFolder, objectKey);
  if (file !== undefined && existsSync(file)) return file;
  return downloadUrl ? `${objectKey}, for ${snippetFiles.linkSeconds / 60} minutes at ${downloadUrl}` : objectKey;
}
