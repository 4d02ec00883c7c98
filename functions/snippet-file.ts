import { readConfig } from './function-config.ts';
import { createSnippetBucket } from './snippet-bucket.ts';

const bucket = createSnippetBucket(readConfig());

/** Signs links for a batch of object keys, in their order, or removes one object. */
export async function handler(event: { link: string }[] | { remove: string }): Promise<string[] | null> {
  if (Array.isArray(event)) return Promise.all(event.map(({ link }) => bucket.link(link)));
  await bucket.remove(event.remove);
  return null;
}
