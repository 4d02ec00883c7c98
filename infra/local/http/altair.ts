import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { AltairConfigOptions } from 'altair-static';
import type { RequestHandler } from './http-server.ts';

interface AltairSettings {
  /** The path of the page, without a slash at its end: `/altair`. */
  readonly prefix: string;
  readonly url: string;
  readonly apiKey: string;
}

const GENERATE = `mutation Generate {
  generateCode(language: PYTHON, instruction: "implement binary search") {
    id
    status
    code
    objectKey
    downloadUrl
    failure { code message modelMessage }
  }
}
`;
const WATCH = `subscription Watch {
  onSnippetCompleted {
    id
    status
    language
    instruction
    code
    objectKey
  }
}
`;

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const LOCAL_NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Altair, set up so that its two tabs work with one click each. The page holds the key, so it is shown to local names only. */
export function createAltairHandler(settings: AltairSettings): RequestHandler {
  const { prefix } = settings;
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!LOCAL_NAMES.test(request.headers.host ?? '')) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('Altair is shown at 127.0.0.1 and localhost only.\n');
      return;
    }
    if (path === prefix) {
      response.writeHead(302, { location: `${prefix}/` }).end();
      return;
    }
    const { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } = await import('altair-static');
    const name = normalize(decodeURIComponent(path.slice(prefix.length + 1)));
    if (name === '.' || name === 'index.html') {
      response.writeHead(200, { 'content-type': types['.html'] }).end(renderAltair(optionsOf(settings)));
      return;
    }
    const file = name.startsWith('..')
      ? undefined
      : await readFile(join(getDistDirectory(), name)).catch(() => undefined);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path}.\n`);
      return;
    }
    if (isSandboxFrame(name)) response.setHeader('content-security-policy', SANDBOX_FRAME_CSP);
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(file);
  };
}

function optionsOf({ prefix, url, apiKey }: AltairSettings): AltairConfigOptions & { baseURL: string } {
  const common = {
    endpointURL: url,
    subscriptionsEndpoint: url,
    initialHeaders: { 'x-api-key': apiKey },
    initialSubscriptionRequestHandlerId: 'app-sync',
    initialSubscriptionsPayload: {
      aws_appsync_graphqlEndpoint: url,
      aws_appsync_region: 'us-east-1',
      aws_appsync_authenticationType: 'API_KEY',
      aws_appsync_apiKey: apiKey,
    },
  } as const;
  return {
    ...common,
    baseURL: `${prefix}/`,
    disableAccount: true,
    instanceStorageNamespace: `snipstream-${new URL(url).port}`,
    persistedSettings: {
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
      'schema.reloadOnStart': true,
    },
    initialWindows: [
      { ...common, initialName: 'Watch', initialQuery: WATCH },
      { ...common, initialName: 'Generate', initialQuery: GENERATE },
    ],
  };
}
