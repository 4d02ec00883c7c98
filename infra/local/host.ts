import type { OtherAnswers } from './appsync/runtime/unsettled.ts';
import { createSubscribers } from './appsync/realtime/subscribers.ts';
import type { ResolverSettings } from '../../resolvers/request/resolver-settings.ts';
import { expectation, snippetLimits } from '../../schema/limits/snippet-limits.ts';
import { offeredModel } from '../offered-model.ts';
import { noQuotas } from '../quotas-setting.ts';
import { readBuild } from './build/read-build.ts';
import type { LocalModel } from './bedrock/models/local-model.ts';
import { apiKeyText, pageTokenKeyText, takeDataFolder } from './data-folder/data-folder.ts';
import { openLastSeen } from './data-folder/last-seen.ts';
import { openLogFile } from './data-folder/log-file.ts';
import { environmentOf, loadFunctions, prefixes, quietSdk } from './wiring/function-bundles.ts';
import { openHttpServer } from './http/http-server.ts';
import type { EventQueue } from './lambda/event-queue.ts';
import { openQueues } from './lambda/open-queues.ts';
import type { Functions } from './lambda/invoke.ts';
import { failureTold } from './lambda/failure-told.ts';
import { createFunctions } from './lambda/invoke.ts';
import type { HostChoices } from './command-line/host-options.ts';
import type { Closers } from './wiring/closers.ts';
import { createClosers } from './wiring/closers.ts';
import { createFrontDoor } from './wiring/front-door.ts';
import { chooseHostModel } from './wiring/host-model.ts';
import { createLocalApi } from './wiring/local-api.ts';
import { paceOf } from './wiring/pace.ts';
import { LOCAL_REGION, openPrincipals } from './identity/principals.ts';
import { findAwsEndpoints } from './wiring/aws-endpoints.ts';
import { openSnippetsTable } from './dynamodb/snippets-table.ts';
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
  /** How many snippets are generated at once. */
  readonly generations: number;
  close(): Promise<void>;
}

/** For tests: time that goes faster, a model that is fed, and faults on the functions' ways. */
export interface HostSettings {
  /** What AWS's delays and leases are divided by; 4 when left out. */
  readonly timeFactor?: number;
  readonly model?: LocalModel;
  /** Replaces variables of the functions' environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** For how long something may come of a snippet, and by how much a claim prolongs that. */
  readonly expected?: Pick<ResolverSettings, 'expectedMs' | 'claimMs'>;
  /** Told why a call of a model or of the store failed, in a line for the person at the terminal. */
  readonly tell?: (line: string) => void;
  /** What the resolvers' runtime answers otherwise than usual, where it is not known what AppSync answers. */
  readonly other?: OtherAnswers;
}

/** The internals of a running host, for tests. */
export interface HostInternals {
  readonly functions: Functions;
  readonly events: EventQueue;
}

const TIME_FACTOR = 4;
/** How long callers who were let in may take when the host ends. */
const STOP_WITHIN_MS = 5_000;

/**
 * Starts the whole system on 127.0.0.1, over a data folder.
 * @throws Error in words for a person: the folder or the port is taken, the model cannot be had
 */
export async function startHost(choices: HostChoices, settings: HostSettings = {}): Promise<Host & HostInternals> {
  const closers = createClosers();
  try {
    return { ...(await open(choices, settings, closers)), close: closers.close };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function open(
  choices: HostChoices,
  settings: HostSettings,
  closers: Closers,
): Promise<Omit<Host, 'close'> & HostInternals> {
  Object.assign(process.env, quietSdk);
  const folder = await takeDataFolder(choices.dataFolder);
  closers.add(folder.release);
  const complain = (sentence: string): void => console.error(`snipstream: ${sentence}`);
  const log = await openLogFile(folder.inside('functions.log'), complain);
  closers.add(log.close);
  const warn = (line: string): void => {
    log.write(line);
    complain(line);
  };
  const server = await openHttpServer(choices.port);
  closers.add(server.close);
  const origin = `http://127.0.0.1:${server.port}`;
  const url = `${origin}/graphql`;

  const chosen = await chooseHostModel(choices, folder.path, log.write, settings.model);
  const awsEndpoints = await findAwsEndpoints(chosen.onBedrock, choices.endpoints);
  const principals = openPrincipals(folder.path, awsEndpoints.credentials, awsEndpoints.region);
  const pace = paceOf(settings.timeFactor ?? TIME_FACTOR);
  const environment = {
    ...environmentOf({ origin, pace, credentials: principals.functions, awsEndpoints }),
    REPAIR: String(choices.repair ?? true),
    ...settings.environment,
  };
  const lastSeen = await openLastSeen(folder.inside('last-seen'), log.write);
  closers.add(lastSeen.stop);
  const table = await openSnippetsTable(folder.inside('table'), awsEndpoints, log.write);
  closers.add(table.close);
  for (const sentence of table.damage) warn(sentence);
  const built = readBuild();
  const [definitions, model] = await Promise.all([
    loadFunctions(built.functions, folder, environment, choices.generations),
    chosen.open(),
  ]);
  closers.add(() => model.local?.close?.());

  const functions = createFunctions(definitions, (line) => {
    log.write(line);
    const told = settings.tell && failureTold(line);
    if (told) settings.tell?.(told);
  });
  closers.add(functions.close);
  const queues = await openQueues({ ...pace, functions, inside: folder.inside, log: log.write, warn });
  closers.add(queues.close);
  const subscribers = createSubscribers({ warn: log.write });
  const api = createLocalApi({
    codes: built.resolvers,
    settings: {
      leaseMs: pace.leaseMs,
      ...expectation,
      ...settings.expected,
      fileDays: 0,
      maxAttempts: snippetLimits.attempts,
      quotas: choices.quotas ?? noQuotas,
      models: [offeredModel({ id: model.id, behind: model.id }, awsEndpoints.region ?? LOCAL_REGION)],
      defaultModel: model.id,
    },
    subscribers,
    ...{ table, functions, events: queues.events },
    tokenSecret: folder.kept('page-token-key', pageTokenKeyText),
    other: settings.other,
  });
  const apiKey = choices.apiKey ?? folder.kept('api-key', apiKeyText);
  const door = createFrontDoor({
    ...{
      api,
      subscribers,
      page: built.page,
      url,
      apiKey,
      model: model.local,
      modelId: model.id,
      folder: folder.path,
      log: log.write,
    },
    credentials: principals.find,
    verifyToken: openTokens(folder.path).verify,
    now: () => new Date(),
  });
  closers.add(door.close);

  await table.resume(queues.pendingIds, { since: lastSeen.before, until: Date.now() });
  await lastSeen.begin();
  server.serve(door, log.write);
  closers.add(async () => {
    const drained = server.drain({ withinMs: STOP_WITHIN_MS, stillOpen: [prefixes.s3, prefixes.bedrock] });
    // Those who wait for a snippet answer with what is recorded.
    await functions.retire('await-snippet');
    await drained;
  });
  queues.start();
  await folder.announce(url, apiKey);
  return {
    ...{ url, apiKey, dataFolder: folder.path, model: model.text, functions, events: queues.events },
    realtimeUrl: `ws://127.0.0.1:${server.port}/graphql/realtime`,
    generations: choices.generations,
  };
}
