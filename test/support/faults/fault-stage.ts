import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { vi } from 'vitest';
import type { Snippet, SnippetClient, SnippetProgress } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { hasEnded } from '../../../schema/has-ended.ts';
import { eventually } from '../hosts/api.ts';
import type { TestHost } from '../hosts/test-host.ts';
import { newFolder, startTestHost } from '../hosts/test-host.ts';
import type { BedrockWire, Talk } from '../fakes/bedrock-wire.ts';
import { startBedrockWire } from '../fakes/bedrock-wire.ts';
import { whole } from './model-talks.ts';
import type { Faults, FaultProxy } from './fault-proxy.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { headerProtocol, isType, openSocket, startFrame } from './raw-socket.ts';

/** The parts that are reached over HTTP, through a proxy each. */
type Proxied = 'api' | 's3' | 'table';

/** What befalls one snippet. */
export interface Plan {
  /** Done to the calls about it, by the part that they go to. */
  readonly faults?: Partial<Record<Proxied, Faults>>;
  /** What the model says, call by call; {@link whole} when left out. */
  readonly talk?: (call: number) => Talk;
  /** Done before it is asked for; what comes back is done after. */
  readonly around?: () => Promise<() => Promise<unknown>>;
}

/** What became of it once nothing moves any more. */
export interface Outcome {
  /** As its owner reads it; null when there is none. */
  readonly snippet: Snippet | null;
  /** The name of the error with which the call that asked for it was refused. */
  readonly refusal: string | null;
  /** The texts of the files in its name. */
  readonly files: readonly string[];
  readonly modelCalls: number;
  /** How many events of `onSnippetCompleted` a subscriber got, and how many of `onSnippetProgress` that tell an end. */
  readonly completed: number;
  readonly ends: number;
  /** What a watcher holds who applied each part once. */
  readonly shown: string;
}

/**
 * A whole host whose every way to another part leads through a proxy, and a model that says what a test wants; it hangs for
 * a snippet that is none of {@link FaultStage.play}.
 */
export interface FaultStage {
  readonly host: TestHost;
  readonly client: SnippetClient;
  readonly wire: BedrockWire;
  /** Asks for a snippet and waits for what becomes of it. */
  play(plan: (id: string) => Plan): Promise<Outcome>;
  /** Resolves when the model was asked for the snippet. */
  begun(id: string): Promise<void>;
  /** Resolves when the snippet has ended. */
  ended(id: string): Promise<void>;
  /** Delivers the snippet's event once more. */
  sendAgain(id: string): Promise<void>;
  /** Ends the threads of the worker. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

const WATCH = {
  completed: 'subscription ($id: ID!) { onSnippetCompleted(id: $id) { id status } }',
  progress:
    'subscription ($id: ID!) { onSnippetProgress(id: $id) { id owner language status sequence offset part failure { code } } }',
} as const;

export async function openFaultStage(choices: { timeFactor: number; generations: number }): Promise<FaultStage> {
  const plans = new Map<string, Plan>();
  const asked = new Map<string, number>();
  const wire = await startBedrockWire(({ body }) => {
    const id = body.requestMetadata['id'] ?? '';
    asked.set(id, (asked.get(id) ?? 0) + 1);
    const plan = plans.get(id);
    return plan ? (plan.talk?.(asked.get(id) ?? 0) ?? whole) : ['hang'];
  });
  const folder = newFolder();
  const table = dynalite({ path: folder, createTableMs: 0 });
  table.listen(0, '127.0.0.1');
  await once(table, 'listening');
  const tableUrl = new URL(`http://127.0.0.1:${(table.address() as AddressInfo).port}`);

  const running: { host?: TestHost } = {};
  const targets = { table: tableUrl } as Partial<Record<Proxied, URL>>;
  const open = (part: Proxied): Promise<FaultProxy> =>
    startFaultProxy(() => targets[part] ?? new URL(running.host?.url ?? ''), {
      before: (call) => plans.get(call.snippet)?.faults?.[part]?.before?.(call),
      after: (call) => plans.get(call.snippet)?.faults?.[part]?.after?.(call),
      again: (call) => plans.get(call.snippet)?.faults?.[part]?.again?.(call),
    });
  const [api, s3, tableProxy] = await Promise.all([open('api'), open('s3'), open('table')]);
  // A table that stands in for a real one is asked with the user's own credentials.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDOWN');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'own');
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  const { timeFactor, generations } = choices;
  const host = await startTestHost(
    {
      timeFactor,
      environment: {
        ...{ API_URL: `${api.url}/graphql`, AWS_ENDPOINT_URL_S3: `${s3.url}/s3` },
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url,
        ...{ PART_INTERVAL_MS: '20', MODEL_PAUSE_MS: '5', STORE_WITHIN_MS: '8000' },
      },
    },
    {
      generations,
      endpoints: { dynamodb: tableProxy.url, s3: undefined, bedrock: undefined, region: 'us-east-1' },
    },
  );
  vi.unstubAllEnvs();
  running.host = host;
  const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  const key = { 'x-api-key': host.apiKey };
  const watcher = await openSocket(host.realtimeUrl, ['graphql-ws', headerProtocol(key)]);
  const subscribe = async (query: string, id: string): Promise<string> => {
    const name = randomUUID();
    watcher.send(startFrame(name, key, query, { id }));
    await watcher.frame(isType('start_ack', name));
    return name;
  };
  const dataOf = <Value>(name: string, field: string): Value[] =>
    watcher.frames
      .filter(isType('data', name))
      .map((frame) => (frame['payload'] as { data: Record<string, Value> }).data[field] as Value);
  const queued = (id: string): boolean =>
    ['events', 'failures'].some((name) => {
      const place = join(host.dataFolder, name);
      return existsSync(place) && readdirSync(place).some((file) => textOf(join(place, file)).includes(id));
    });
  const proxies = [api, s3, tableProxy];
  const isOver = (snippet: Snippet | null): boolean => snippet === null || hasEnded(snippet);

  return {
    ...{ host, client, wire },
    async play(planOf) {
      const id = randomUUID();
      const plan = planOf(id);
      plans.set(id, plan);
      const [completed, progress] = await Promise.all([subscribe(WATCH.completed, id), subscribe(WATCH.progress, id)]);
      const after = await plan.around?.();
      const request = { language: 'JAVASCRIPT', instruction: 'x', options: { id, waitSeconds: 0 } } as const;
      const refusal = await client.generateCode(request).then(
        () => null,
        (error: Error) => error.name,
      );
      await after?.();
      const snippet = await eventually(
        () => client.snippet(id),
        (it) => isOver(it) && !queued(id),
      );
      await Promise.all(proxies.map((proxy) => proxy.idle(id)));
      // Frames come in order, so that with this answer all earlier ones are there.
      await subscribe(WATCH.progress, randomUUID());
      const news = dataOf<SnippetProgress>(progress, 'onSnippetProgress');
      return {
        ...{ snippet, refusal },
        files: filesOf(host.dataFolder, id),
        modelCalls: asked.get(id) ?? 0,
        completed: dataOf(completed, 'onSnippetCompleted').length,
        ends: news.filter(({ status }) => hasEnded({ status })).length,
        shown: shownBy(news),
      };
    },
    async begun(id) {
      await eventually(
        async () => asked.has(id),
        (isAsked) => isAsked,
      );
    },
    async ended(id) {
      await eventually(() => client.snippet(id), isOver);
    },
    sendAgain: (id) => host.events.send('generate-snippet', { id }),
    crash: () => host.functions.terminate('generate-snippet'),
    async close() {
      watcher.socket.close();
      await host.close();
      await Promise.all([...proxies.map((proxy) => proxy.close()), wire.close()]);
      await new Promise((done) => table.close(done));
      rmSync(folder, { recursive: true });
    },
  };
}

/** A part that has a number that was seen already is another telling of it. */
function shownBy(news: readonly SnippetProgress[]): string {
  let shown = '';
  let last = 0;
  for (const { part, offset, sequence } of news) {
    if (part === null || offset === null || sequence <= last) continue;
    last = sequence;
    shown = shown.slice(0, offset) + part;
  }
  return shown;
}

function filesOf(dataFolder: string, id: string): string[] {
  const folder = join(dataFolder, 'code-output');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(id))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** A message may be done, and its file gone, between the look at its folder and this one. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
