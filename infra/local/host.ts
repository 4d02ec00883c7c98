import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createAuthenticator } from './appsync/access/authenticate.ts';
import { createAltairHandler } from './http/altair.ts';
import { createAppSyncApi } from './appsync/execution/execute.ts';
import { createGraphQLHandler } from './appsync/execution/graphql-http.ts';
import type { OtherAnswers } from './appsync/runtime/unsettled.ts';
import { createRealtime } from './appsync/realtime/realtime-server.ts';
import { createSubscribers } from './appsync/realtime/subscribers.ts';
import { settingsVariables } from '../../resolvers/settings-variables.ts';
import { appSync, queryDepth, snippetLimits } from '../../schema/limits.ts';
import { bundleResolvers } from '../bundle.ts';
import { createBedrockHandler } from './bedrock/bedrock-handler.ts';
import type { LocalModel } from './bedrock/models/local-model.ts';
import type { ModelSettings } from './bedrock/models/choose-model.ts';
import { chooseModel, openModel } from './bedrock/models/choose-model.ts';
import { loadNodeLlamaCpp } from './bedrock/models/node-llama-cpp.ts';
import type { DataFolder } from './data-folder/data-folder.ts';
import { apiKeyText, pageTokenKeyText, takeDataFolder } from './data-folder/data-folder.ts';
import { openLogFile } from './data-folder/log-file.ts';
import { BUCKET, environmentOf, loadFunctions, prefixes, quietSdk } from './wiring/function-bundles.ts';
import { openHttpServer } from './http/http-server.ts';
import type { EventQueue } from './lambda/event-queue.ts';
import { openQueues } from './lambda/open-queues.ts';
import type { Functions } from './lambda/invoke.ts';
import { createFunctions } from './lambda/invoke.ts';
import type { HostChoices } from './command-line/host-options.ts';
import { paceOf } from './wiring/pace.ts';
import { mayCall, openPrincipals } from './identity/principals.ts';
import { findRealEnds } from './wiring/aws-endpoints.ts';
import { loadResolvers } from './wiring/resolver-bundles.ts';
import { createS3Handler } from './s3/s3-handler.ts';
import { openSnippetsTable } from './dynamodb/snippets-table.ts';
import { createSources } from './wiring/local-sources.ts';
import { openTokens } from './identity/user-pool.ts';

/** A running host. */
export interface Host {
  /** Where GraphQL is spoken over HTTP, and over WebSocket. */
  readonly url: string;
  readonly realtimeUrl: string;
  readonly apiKey: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** The model that answers, as `--model` would name it. */
  readonly model: string;
  close(): Promise<void>;
}

/** For tests: time that goes faster, a model that is fed, and faults on the functions' ways. */
export interface HostSettings {
  /** What AWS's delays and leases are divided by; 4 when left out. */
  readonly timeFactor?: number;
  readonly model?: LocalModel;
  /** Replaces variables of the functions' environment. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly overdueMs?: number;
  /** What the resolvers' runtime answers otherwise than usual, where it is not known what AppSync answers. */
  readonly other?: OtherAnswers;
}

/** What a test may reach for in a running host. */
export interface Insides {
  readonly functions: Functions;
  readonly events: EventQueue;
}

const TIME_FACTOR = 4;
/** How long callers who were let in may take when the host ends. */
const STOP_WITHIN_MS = 5_000;
const LARGEST_BODY_BYTES = 1024 * 1024;

/**
 * Starts the whole system on 127.0.0.1, over a data folder.
 * @throws Error in words for a person: the folder or the port is taken, the model cannot be had
 */
export async function startHost(choices: HostChoices, settings: HostSettings = {}): Promise<Host & Insides> {
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open(choices, settings, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  choices: HostChoices,
  settings: HostSettings,
  onClose: (closer: () => unknown) => void,
): Promise<Omit<Host, 'close'> & Insides> {
  Object.assign(process.env, quietSdk);
  const folder = await takeDataFolder(choices.dataFolder);
  onClose(folder.release);
  const complain = (sentence: string): void => console.error(`snipstream: ${sentence}`);
  const log = await openLogFile(folder.inside('functions.log'), complain);
  onClose(log.close);
  const warn = (line: string): void => {
    log.write(line);
    complain(line);
  };
  const server = await openHttpServer(choices.port);
  onClose(server.close);
  const origin = `http://127.0.0.1:${server.port}`;
  const url = `${origin}/graphql`;

  const choice = settings.model ? undefined : await chooseModel(choices.model, fetch);
  const realEnds = await findRealEnds(choice?.kind === 'bedrock', choices.endpoints);
  const principals = openPrincipals(folder.path, realEnds.credentials, realEnds.region);
  const pace = paceOf(settings.timeFactor ?? TIME_FACTOR);
  const environment = {
    ...environmentOf({ origin, pace, credentials: principals.functions, realEnds }),
    ...settings.environment,
  };
  const table = await openSnippetsTable(folder.inside('table'), realEnds, log.write);
  onClose(table.close);
  const [resolverCodes, definitions, model] = await Promise.all([
    bundleResolvers(),
    loadFunctions(folder, environment),
    settings.model ??
      (choice && choice.kind !== 'bedrock'
        ? openModel(choice, modelSettings(folder, choices.openAiApiKey))
        : undefined),
  ]);
  if (model?.close) onClose(model.close);

  const functions = createFunctions(definitions, log.write);
  onClose(functions.close);
  const queues = await openQueues({ ...pace, functions, inside: folder.inside, log: log.write, warn });
  onClose(queues.close);
  const modelName = choice?.kind === 'bedrock' ? choice.modelId : (model?.name ?? '');

  const subscribers = createSubscribers({ warn: log.write });
  const api = createAppSyncApi({
    typeDefs: ['appsync.graphql', 'schema.graphql'].map(readSchema),
    resolvers: loadResolvers(
      resolverCodes,
      createSources({
        ...{ table, functions, events: queues.events },
        tokenSecret: folder.kept('page-token-key', pageTokenKeyText),
      }),
      settingsVariables(
        {
          leaseMs: pace.leaseMs,
          overdueMs: settings.overdueMs ?? snippetLimits.overdueMs,
          maxAttempts: snippetLimits.attempts,
          models: [modelName],
          defaultModel: modelName,
        },
        table.name,
      ),
      settings.other,
    ),
    principals: mayCall,
    publish: (publication) => subscribers.publish(publication),
    ...(settings.other ? { other: settings.other } : {}),
    depthLimit: queryDepth,
  });
  const apiKey = choices.apiKey ?? folder.kept('api-key', apiKeyText);
  const now = () => new Date();
  const credentials = principals.find;
  const authenticator = createAuthenticator({
    apiKey,
    credentials,
    verifyToken: openTokens(folder.path).verify,
    now,
  });
  const realtime = createRealtime({
    api,
    authenticator,
    subscribers,
    keepAliveMs: appSync.keepAliveMs,
    warn: log.write,
    newId: randomUUID,
  });
  onClose(realtime.close);

  await table.endLeases(queues.pendingIds);
  server.serve(
    {
      handlers: {
        '/graphql': createGraphQLHandler({
          api,
          authenticator,
          maxBodyBytes: LARGEST_BODY_BYTES,
          newRequestId: randomUUID,
        }),
        [prefixes.s3]: createS3Handler({ prefix: prefixes.s3, folder: folder.path, bucket: BUCKET, credentials, now }),
        ...(model
          ? { [prefixes.bedrock]: createBedrockHandler({ prefix: prefixes.bedrock, model, credentials, now }) }
          : {}),
        '/altair': createAltairHandler({ prefix: '/altair', url, apiKey }),
        '/healthz': async (_request, response) => void response.writeHead(200).end('ready\n'),
      },
      upgrade: realtime.handleUpgrade,
    },
    log.write,
  );
  onClose(async () => {
    const drained = server.drain({ withinMs: STOP_WITHIN_MS, stillOpen: [prefixes.s3, prefixes.bedrock] });
    // Those who wait for a snippet answer with what is recorded.
    await functions.retire('await-snippet');
    await drained;
  });
  queues.start();
  await folder.announce(url);
  return {
    url,
    realtimeUrl: `ws://127.0.0.1:${server.port}/graphql/realtime`,
    apiKey,
    dataFolder: folder.path,
    model: choice?.text ?? modelName,
    functions,
    events: queues.events,
  };
}

function modelSettings(folder: DataFolder, openAiApiKey: string | undefined): ModelSettings {
  return {
    openAiApiKey,
    modelsFolder: folder.inside('models'),
    output: process.stderr,
    loadLlama: loadNodeLlamaCpp,
  };
}

const readSchema = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
