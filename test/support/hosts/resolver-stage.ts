import { randomUUID } from 'node:crypto';
import type { Calls } from '../../../functions/api-documents.ts';
import { documents } from '../../../functions/api-documents.ts';
import { bundleResolvers } from '../../../infra/bundle.ts';
import type { Caller } from '../../../infra/local/appsync/access/authenticate.ts';
import type { Publication } from '../../../infra/local/appsync/realtime/publication.ts';
import { createAppSyncApi } from '../../../infra/local/appsync/execution/execute.ts';
import type { DataSource, SourceAnswer } from '../../../infra/local/appsync/sources/data-source.ts';
import { noneSource } from '../../../infra/local/appsync/sources/data-source.ts';
import type { OtherAnswers } from '../../../infra/local/appsync/runtime/unsettled.ts';
import { kind } from '../../../infra/local/appsync/runtime/unsettled.ts';
import { createDynamodbSource } from '../../../infra/local/appsync/sources/dynamodb-source.ts';
import { createLambdaSource } from '../../../infra/local/appsync/sources/lambda-source.ts';
import { mayCall } from '../../../infra/local/identity/principals.ts';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import { offeredModel } from '../../../infra/offered-model.ts';
import { loadResolvers } from '../../../infra/local/wiring/resolver-bundles.ts';
import type { ResolverSettings } from '../../../resolvers/request/resolver-settings.ts';
import type { SnippetItem } from '../../../resolvers/item/snippet-item.ts';
import { settingsVariables } from '../../../resolvers/settings-variables.ts';
import { typeDefs } from './schema-texts.ts';
import type { TestTable } from './table-of-snippets.ts';
import { openTestTable } from './table-of-snippets.ts';

/** All resolvers over a table of their own, with functions that only note what they are asked. */
export interface ResolverStage {
  readonly snippets: TestTable;
  /** Where the resolvers' clock stands, in milliseconds. */
  readonly clock: { now: number };
  /** What the mutations pushed. */
  readonly published: Publication[];
  /** What each function was asked. */
  readonly invoked: { readonly name: string; readonly payload: unknown }[];
  /** Functions that fail, by name, and resolvers whose source fails, as in `Query.snippet` and `steps/record`. */
  readonly failing: Set<string>;
  /** Puts a snippet of the owner `public` into the table, as one that is GENERATING or what else is given. */
  seed(state: Partial<SnippetItem>): Promise<string>;
  /** An internal call, as a function makes it. */
  call<Field extends keyof Calls>(field: Field, variables: Calls[Field]['in']): Promise<Outcome<Calls[Field]['out']>>;
  /** A request with the API key, or by another caller. */
  ask<Data>(query: string, variables?: Record<string, unknown>, caller?: Caller): Promise<Outcome<Data>>;
}

export interface Outcome<Data> {
  readonly data: Data | null;
  /** Of the first error. */
  readonly errorType: string | null;
  readonly message: string | null;
  readonly errorInfo?: unknown;
}

export const stageSettings: ResolverSettings = {
  ...{ leaseMs: 45_000, expectedMs: 5_700_000, claimMs: 960_000, fileDays: 30, maxAttempts: 3, quotas: noQuotas },
  models: [offeredModel({ id: 'm', behind: 'm' }, 'us-east-1')],
  defaultModel: 'm',
};

const functions: Caller = {
  mode: 'AWS_IAM',
  identity: { userArn: 'arn:aws:iam::000000000000:role/functions' },
  principal: 'functions',
};
const key: Caller = { mode: 'API_KEY', identity: null };

/** In this of the runtimes, the usual one when left out; with the stage's settings, but for those given. */
export async function openResolverStage(
  other: OtherAnswers = kind,
  settings: Partial<ResolverSettings> = {},
): Promise<ResolverStage> {
  const snippets = await openTestTable();
  const clock = { now: Date.now() };
  const published: Publication[] = [];
  const invoked: { name: string; payload: unknown }[] = [];
  const failing = new Set<string>();
  const lambda = (name: string) => {
    const invoke = async (payload: unknown) => {
      invoked.push({ name, payload });
      if (failing.has(name)) return { functionError: { errorType: 'Error', errorMessage: 'It fails.' } };
      return { payload: Array.isArray(payload) ? payload.map(() => 'https://example.com/file') : null };
    };
    return createLambdaSource({
      invoke,
      async invokeEvent(payload) {
        if (failing.has(name)) throw new Error('It takes no events.');
        await invoke(payload);
      },
    });
  };
  const api = createAppSyncApi({
    typeDefs,
    resolvers: loadResolvers(
      await bundleResolvers(),
      (source, resolver) => {
        if (source === 'none') return noneSource;
        const table = { dynamodb: snippets.dynamodb, table: snippets.name, resolver, tokenSecret: 'secret' };
        return breakable(source === 'table' ? createDynamodbSource(table) : lambda(source), () =>
          failing.has(resolver),
        );
      },
      settingsVariables({ ...stageSettings, ...settings }, snippets.name),
      { other, now: () => clock.now },
    ),
    principals: mayCall,
    publish: (publication) => published.push(publication),
    depthLimit: 16,
    other,
  });
  const run = async <Data>(query: string, variables: object, caller: Caller): Promise<Outcome<Data>> => {
    const { body } = await api.execute({ query, variables: { ...variables }, caller, headers: {}, domainName: null });
    const [error] = (body.errors ?? []) as { errorType?: string; message: string; errorInfo?: unknown }[];
    const data = (body.data ?? null) as Data | null;
    return {
      data,
      errorType: error?.errorType ?? null,
      message: error?.message ?? null,
      errorInfo: error?.errorInfo ?? null,
    };
  };
  return {
    ...{ snippets, clock, published, invoked, failing },
    async seed(state) {
      const id = randomUUID();
      await snippets.put({ ...common(id, clock.now), ...state });
      return id;
    },
    async call(field, variables) {
      const { data, ...rest } = await run<Record<string, never>>(documents[field], variables, functions);
      return { data: data?.[field] ?? null, ...rest };
    },
    ask: (query, variables = {}, caller = key) => run(query, variables, caller),
  };
}

/** The source, which fails in its own words while `isBroken` says so. */
function breakable(source: DataSource, isBroken: () => boolean): DataSource {
  const broken: SourceAnswer = { result: null, error: { type: 'Source:Broken', message: 'words of the source' } };
  const { invokeBatch } = source;
  return {
    invoke: async (request) => (isBroken() ? broken : source.invoke(request)),
    ...(invokeBatch
      ? { invokeBatch: async (all) => (isBroken() ? all.map(() => broken) : invokeBatch.call(source, all)) }
      : {}),
  };
}

function common(id: string, now: number): SnippetItem {
  const createdAt = new Date(now).toISOString();
  return {
    id,
    owner: 'public',
    ownerLanguage: 'public#PYTHON',
    language: 'PYTHON',
    instruction: 'x',
    request: '{}',
    model: 'm',
    options: {},
    status: 'GENERATING',
    objectKey: `code-output/2026-11-23/x-${id}.py`,
    fileName: `x-${id}.py`,
    attempts: 1,
    sequence: 2,
    parts: ['ab', 'cd'],
    truncated: false,
    createdAt,
    updatedAt: createdAt,
    expectedUntil: now + 3_600_000,
  };
}
