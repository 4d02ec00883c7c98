import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FunctionName } from '../../functions/manifest.ts';
import { functions as entries } from '../../functions/manifest.ts';
import { bundleFunctions, bundleResolvers } from '../bundle.ts';
import { createAuthenticator } from './appsync/auth.ts';
import { createAppSyncApi } from './appsync/execute.ts';
import { createGraphQLHandler } from './appsync/http.ts';
import { createRealtime } from './appsync/socket.ts';
import { createSubscribers } from './appsync/subscribers.ts';
import { createBedrockHandler } from './bedrock/bedrock-handler.ts';
import { chooseModel, openModel } from './bedrock/models.ts';
import { newApiKey, takeDataFolder } from './data-folder.ts';
import { listen, serve, stopServing } from './http-server.ts';
import { createEventQueue } from './lambda/event-queue.ts';
import { createFailureQueue } from './lambda/failure-queue.ts';
import { createFunctions } from './lambda/invoke.ts';
import type { HostChoices } from './options.ts';
import { paceOf } from './pace.ts';
import { mayCall, openPrincipals } from './principals.ts';
import { loadResolvers } from './resolvers.ts';
import { createS3Handler } from './s3/s3-handler.ts';
import { openSnippetsTable } from './snippets-table.ts';
import { createSources } from './sources.ts';

/** A running host. */
export interface Host {
  /** Where GraphQL is spoken over HTTP, and over WebSocket. */
  readonly url: string;
  readonly realtimeUrl: string;
  readonly apiKey: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** The model that answers, as a person reads it. */
  readonly model: string;
  close(): Promise<void>;
}

const REGION = 'us-east-1';
const BUCKET = 'snipstream';
const OVERDUE_MS = 20 * 60_000;
const MAX_ATTEMPTS = 3;
const LARGEST_BODY_BYTES = 1024 * 1024;

/** For tests: time that goes faster, and functions that meet faults on their way. */
export interface HostSettings {
  /** What AWS's delays and leases are divided by. */
  readonly timeFactor?: number;
}
