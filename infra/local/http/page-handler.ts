import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '../../bundle-page.ts';
import { pageFileHeaders } from '../../page/page-file-headers.ts';
import { pagePolicy } from '../../page/page-policy.ts';
import { compressed } from './compressed.ts';
import type { RequestHandler } from './http-server.ts';

interface PageSettings {
  /** The page's files; asked for when somebody first opens it. */
  readonly files: () => Promise<readonly PageFile[]>;
  /** What the page finds as `config.json`: where the API is, and the key to it. */
  readonly config: object;
}

/** What is sent at one path. */
interface Answer {
  readonly type: string;
  readonly text: string;
  readonly cache: string;
  readonly etag: string;
}

/**
 * The page at `/`. It runs nothing but its own files, may call this host alone, and no page may show it in a frame. Its key
 * is in `config.json`, which no page of another origin can read: neither CORS nor the resource policy lets it.
 */
export function createPageHandler({ files, config }: PageSettings): RequestHandler {
  let answers: Promise<ReadonlyMap<string, Answer>> | undefined;
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead) answers ??= answersOf(files, config);
    const answer = isRead ? (await answers)?.get(path) : undefined;
    if (!answer) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path}.\n`);
      return;
    }
    await send(request, response, answer);
  };
}

async function answersOf(files: PageSettings['files'], config: object): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const { name, bytes } of await files()) {
    const { contentType, cacheControl } = pageFileHeaders(name);
    answers.set(`/${name}`, answerOf(contentType, Buffer.from(bytes).toString(), cacheControl));
  }
  const { contentType } = pageFileHeaders('config.json');
  answers.set('/config.json', answerOf(contentType, JSON.stringify(config), 'no-store'));
  const index = answers.get('/index.html');
  if (index) answers.set('/', index);
  return answers;
}

function answerOf(type: string, text: string, cache: string): Answer {
  return { type, text, cache, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, text, cache, etag }: Answer,
): Promise<void> {
  const headers = {
    // The WebSocket is named, as not every browser takes 'self' to include it; the name of this machine was checked before.
    'content-security-policy': pagePolicy([`ws://${request.headers.host ?? ''}`]),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': cache,
    etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = await compressed(request, response, text);
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
