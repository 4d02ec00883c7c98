import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** Answers with a file; the path is that of the request below `prefix`. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, prefix: string) => Promise<void>;

/**
 * Serves the files that stand in a folder now: what is not among them cannot be reached by any path. Browsers keep them
 * and ask each time whether they are still right.
 * @param headersFor of a file, by its path from the folder, which begins with a slash
 */
export function serveFolder(folder: string, headersFor: (path: string) => Record<string, string>): StaticFiles {
  const serve = sirv(folder, {
    etag: true,
    maxAge: 0,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
    },
  });
  return (request, response, prefix) =>
    new Promise((resolve) => {
      const path = request.url ?? '';
      request.url = path.slice(prefix.length) || '/';
      response.once('close', resolve);
      serve(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path.split('?')[0]}.\n`);
      });
    });
}
