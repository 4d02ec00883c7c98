import { snippetFiles } from '../../../schema/limits/file-and-link-limits.ts';
import { S3Error } from './s3-error.ts';

const FOLDER = snippetFiles.folder;
const LONGEST_KEY_BYTES = 1024;

/**
 * The object key a raw request path names, as the client sent it: decoded once, and only if it is a path of plain
 * names below `code-output/`, so that it can be a path on disk too.
 * @param rawKey what follows the bucket's name and a slash, percent-encoded
 * @throws S3Error InvalidURI, InvalidArgument or KeyTooLongError, naming the key
 */
export function readObjectKey(rawKey: string): string {
  const key = decoded(rawKey);
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) throw new S3Error('KeyTooLongError', 'Your key is too long');
  if (!key.startsWith(FOLDER)) throw refused(key, `it has to begin with "${FOLDER}"`);
  if (/[\p{Cc}\\]/u.test(key)) throw refused(key, 'control characters and backslashes are not allowed');
  const names = key.split('/');
  if (names.includes('')) throw refused(key, 'a name between two slashes, or after the last, is empty');
  if (names.includes('.') || names.includes('..')) throw refused(key, '"." and ".." are no names');
  return key;
}

function decoded(rawKey: string): string {
  try {
    return decodeURIComponent(rawKey);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function refused(key: string, reason: string): S3Error {
  return new S3Error('InvalidArgument', `The key ${JSON.stringify(key)} cannot be stored here: ${reason}.`);
}
