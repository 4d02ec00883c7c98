import { bundlePage } from '../../../infra/bundle-page.ts';
import { pageFileHeaders } from '../../../infra/page/page-file-headers.ts';
import { pagePolicy } from '../../../infra/page/page-policy.ts';
import { publishPage } from '../../../infra/page/publish-page.ts';
import { listen } from './listen.ts';

/** What a server of files sent. */
export interface StaticPage {
  readonly url: string;
  readonly sent: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * The page as a deployment publishes it, behind a plain server of files that sends what CloudFront would.
 * @param connectTo what the page may ask beside the server
 */
export async function servePage(config: object, connectTo: readonly string[]): Promise<StaticPage> {
  const bucket = new Map<string, Uint8Array>();
  await publishPage(await bundlePage(), config, async (name, bytes) => void bucket.set(name, bytes));
  const sent: { name: string; bytes: Uint8Array }[] = [];
  const url = await listen((request, response) => {
    const name = (request.url ?? '/').split('?')[0]?.slice(1) || 'index.html';
    const bytes = bucket.get(name);
    if (!bytes) return void response.writeHead(403).end('Access Denied');
    const { contentType, cacheControl } = pageFileHeaders(name);
    sent.push({ name, bytes });
    response.writeHead(200, {
      'content-type': contentType,
      'cache-control': cacheControl,
      'content-security-policy': pagePolicy(connectTo),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    response.end(bytes);
  });
  return { url: `${url}/`, sent };
}
