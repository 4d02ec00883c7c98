import { readConfig } from './function-config.ts';
import { createSnippetBucket } from './snippet-bucket.ts';

const bucket = createSnippetBucket(readConfig());

/** Signs links for a batch of object keys, in their order, or removes one object or several. */
export async function handler(
  event: { link: string }[] | { remove: string } | { removeAll: string[] },
): Promise<string[] | null> {
  if (Array.isArray(event)) return Promise.all(event.map(({ link }) => bucket.link(link)));
  const keys = 'removeAll' in event ? event.removeAll : [event.remove];
  await Promise.all(keys.map((key) => bucket.remove(key)));
  return null;
}
