import type { RenderOptions } from 'altair-static';
import type { RequestHandler } from './http-server.ts';
import { startWithMendedTabs } from './altair-tabs.ts';
import type { StaticFiles } from './static-files.ts';
import { serveFolder } from './static-files.ts';

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
const QUOTA = `query Quota {
  estimate(language: PYTHON, instruction: "implement binary search") {
    model
    inputTokens
    maxOutputTokens
    mostCost
    generationsLeft
    refusal { quota limit used resetsAt message }
  }
  usage(days: 7) {
    day
    used
    limit
    usedTokens
    tokenLimit
    cost
    resetsAt
  }
}
`;

/**
 * What the page may load: itself, and the styles and workers that it makes. It may call this host alone, and nobody but
 * itself may show it in a frame.
 */
function pagePolicy({ url }: AltairSettings): string {
  const { host } = new URL(url);
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' http://${host} ws://${host}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Altair, set up so that its tabs work with one click each. The page holds the key. */
export function createAltairHandler(settings: AltairSettings): RequestHandler {
  const { prefix, url, apiKey } = settings;
  const policy = pagePolicy(settings);
  let files: StaticFiles | undefined;
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path === prefix) {
      response.writeHead(302, { location: `${prefix}/` }).end();
      return;
    }
    const altair = await import('altair-static');
    const page = { type: 'text/html; charset=utf-8', text: altair.renderAltair };
    const options = {
      type: 'text/javascript; charset=utf-8',
      text: (options?: RenderOptions) => startWithMendedTabs({ url, apiKey, start: altair.renderInitSnippet(options) }),
    };
    const pages: Record<string, typeof page> = { '/': page, '/index.html': page, '/initial_options.js': options };
    const asked = pages[path.slice(prefix.length)];
    if (asked) {
      const headers = {
        'content-type': asked.type,
        'cache-control': 'no-store',
        'content-security-policy': policy,
      };
      response.writeHead(200, headers).end(asked.text(optionsOf(settings)));
      return;
    }
    files ??= serveFolder(altair.getDistDirectory(), (file) => ({
      'content-security-policy': altair.isSandboxFrame(file.slice(1))
        ? `${altair.SANDBOX_FRAME_CSP}; frame-ancestors 'self'`
        : policy,
    }));
    await files(request, response, prefix);
  };
}

function optionsOf({ prefix, url, apiKey }: AltairSettings): RenderOptions {
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
    serveInitialOptionsInSeperateRequest: true,
    instanceStorageNamespace: `snipstream-${new URL(url).port}`,
    persistedSettings: {
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
      'schema.reloadOnStart': true,
    },
    initialWindows: [
      { ...common, initialName: 'Quota', initialQuery: QUOTA },
      { ...common, initialName: 'Watch', initialQuery: WATCH },
      { ...common, initialName: 'Generate', initialQuery: GENERATE },
    ],
  };
}
