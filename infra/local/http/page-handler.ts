import type { IncomingMessage } from 'node:http';
import type { PageFile } from '../../bundle-page.ts';
import { pagePolicy } from '../../page/page-policy.ts';
import type { RequestHandler } from './http-server.ts';
import type { CachedFile } from './cached-file.ts';
import { cachedFile, sendFile } from './cached-file.ts';

interface PageSettings {
  /** The page's files; asked for when somebody first opens it. */
  readonly files: () => Promise<readonly PageFile[]>;
  /** What the page finds as `config.json`: where the API is, and the key to it. */
  readonly config: object;
}

/**
 * The page at `/`. It runs nothing but its own files, may call this host alone, and no page may show it in a frame. Its key
 * is in `config.json`, which no page of another origin can read: neither CORS nor the resource policy lets it.
 */
export function createPageHandler({ files, config }: PageSettings): RequestHandler {
  let answers: Promise<ReadonlyMap<string, CachedFile>> | undefined;
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead) answers ??= answersOf(files, config);
    const answer = isRead ? (await answers)?.get(path) : undefined;
    if (!answer) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path}.\n`);
      return;
    }
    await sendFile(request, response, answer, headersFor(request));
  };
}

async function answersOf(files: PageSettings['files'], config: object): Promise<ReadonlyMap<string, CachedFile>> {
  const answers = new Map<string, CachedFile>();
  for (const { name, bytes } of await files()) answers.set(`/${name}`, cachedFile(name, Buffer.from(bytes)));
  answers.set('/config.json', cachedFile('config.json', Buffer.from(JSON.stringify(config)), 'no-store'));
  const index = answers.get('/index.html');
  if (index) answers.set('/', index);
  return answers;
}

function headersFor(request: IncomingMessage): Record<string, string> {
  return {
    // The WebSocket is named, as not every browser takes 'self' to include it; the name of this machine was checked before.
    'content-security-policy': pagePolicy([`ws://${request.headers.host ?? ''}`]),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}
