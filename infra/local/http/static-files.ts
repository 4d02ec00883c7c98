import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import type { CachedFile } from './cached-file.ts';
import { cachedFile, sendFile } from './cached-file.ts';

/** Answers with a file; the path is that of the request below `prefix`. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, prefix: string) => Promise<void>;

/**
 * Serves the files that stand in a folder now: what is not among them cannot be reached by any path. They are read once, and sent
 * with gzip and so that browsers keep them. sirv, which serves folders as well, compresses none that is not compressed on disk.
 * @param headersFor of a file, by its path from the folder, which begins with a slash
 */
export function serveFolder(folder: string, headersFor: (path: string) => Record<string, string>): StaticFiles {
  const there = new Map<string, Promise<CachedFile> | undefined>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    there.set(`/${path.split(sep).join('/')}`, undefined);
  }
  return async (request, response, prefix) => {
    const asked = (request.url ?? '').split('?')[0] ?? '';
    const path = asked.slice(prefix.length);
    if (!there.has(path) || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${asked}.\n`);
      return;
    }
    const file = there.get(path) ?? readFile(join(folder, path)).then((bytes) => cachedFile(path, bytes));
    there.set(path, file);
    await sendFile(request, response, await file, headersFor(path));
  };
}
