import { extname } from 'node:path';

/** The HTTP headers of a file of the page. */
export interface PageFileHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A name with a hash of its content in it, as esbuild makes it. */
const HASHED = /-[0-9A-Z]{8}\.\w+$/;

/** A name with a hash stands for its content for ever; browsers ask each time whether any other file is still right. */
export function pageFileHeaders(name: string): PageFileHeaders {
  return {
    contentType: types[extname(name)] ?? 'application/octet-stream',
    cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
