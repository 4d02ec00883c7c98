import { readConfig } from './function-config.ts';
import { createSnippetBucket } from './snippet-bucket.ts';

const bucket = createSnippetBucket(readConfig());

/** Signs a link for each object key of a batch, in the order of the keys, or removes objects. */
export async function handler(
  event: { link: string }[] | { remove: string } | { removeAll: string[] },
): Promise<string[] | null> {
  if (Array.isArray(event)) return Promise.all(event.map(({ link }) => bucket.link(link)));
  const keys = 'removeAll' in event ? event.removeAll : [event.remove];
  await Promise.all(keys.map((key) => bucket.remove(key)));
  return null;
}
