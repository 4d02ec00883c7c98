import { randomUUID } from 'node:crypto';
import { appSync } from '../../../schema/limits/appsync-limits-and-keep-alive.ts';
import type { AuthenticatorOptions } from '../appsync/access/authenticate.ts';
import { createAuthenticator } from '../appsync/access/authenticate.ts';
import type { AppSyncApi } from '../appsync/execution/appsync-api.ts';
import { createGraphQLHandler } from '../appsync/execution/graphql-http.ts';
import { createRealtimeServer } from '../appsync/realtime/realtime-server.ts';
import type { Subscribers } from '../appsync/realtime/subscribers.ts';
import { createBedrockHandler } from '../bedrock/bedrock-handler.ts';
import type { LocalModel } from '../bedrock/models/local-model.ts';
import type { PageFile } from '../../bundle-page.ts';
import { createAltairHandler } from '../http/altair.ts';
import type { Routes } from '../http/http-server.ts';
import { createPageHandler } from '../http/page-handler.ts';
import { createS3Handler } from '../s3/s3-handler.ts';
import { BUCKET, prefixes } from './function-bundles.ts';
import { pageConfig } from './host-page-config.ts';

interface FrontDoorParts extends AuthenticatorOptions {
  readonly api: AppSyncApi;
  readonly subscribers: Subscribers;
  /** The files of the page at `/`. */
  readonly page: () => Promise<readonly PageFile[]>;
  /** Answers where Bedrock would; undefined when Amazon Bedrock itself does. */
  readonly model: LocalModel | undefined;
  /** The model's id, as the API offers it. */
  readonly modelId: string;
  /** Absolute; the files of the bucket lie in it. */
  readonly folder: string;
  /** Of the API: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly log: (line: string) => void;
}

/** Answers all requests at the port of this host, over HTTP and WebSocket. */
export interface FrontDoor extends Routes {
  /** Ends every WebSocket. */
  close(): void;
}

const LARGEST_BODY_BYTES = 1024 * 1024;

/** The API in both its protocols, S3, Bedrock, the page, Altair and the word that the host is ready, each at its path. */
export function createFrontDoor(parts: FrontDoorParts): FrontDoor {
  const { api, subscribers, page, model, modelId, folder, url, apiKey, credentials, now, log } = parts;
  const authenticator = createAuthenticator(parts);
  const realtime = createRealtimeServer({
    api,
    authenticator,
    subscribers,
    keepAliveMs: appSync.keepAliveMs,
    warn: log,
    newId: randomUUID,
  });
  return {
    handlers: {
      '/graphql': createGraphQLHandler({
        api,
        authenticator,
        maxBodyBytes: LARGEST_BODY_BYTES,
        newRequestId: randomUUID,
      }),
      [prefixes.s3]: createS3Handler({ prefix: prefixes.s3, folder, bucket: BUCKET, credentials, now }),
      ...(model
        ? { [prefixes.bedrock]: createBedrockHandler({ prefix: prefixes.bedrock, model, credentials, now }) }
        : {}),
      '/altair': createAltairHandler({ prefix: '/altair', url, apiKey }),
      '': createPageHandler({ files: page, config: pageConfig(apiKey, modelId) }),
      '/healthz': async (_request, response) => void response.writeHead(200).end('ready\n'),
    },
    upgrade: realtime.handleUpgrade,
    close: realtime.close,
  };
}
