import { readFileSync } from 'node:fs';
import type { SourceName } from '../../resolvers/manifest.ts';
import { settingsVariables } from '../../resolvers/settings-variables.ts';
import { lease } from '../../schema/limits/lease-times.ts';
import { queryDepth } from '../../schema/limits/request-limits.ts';
import { defaultQuotas } from '../../schema/limits/quota-limits.ts';
import { expectation, snippetLimits } from '../../schema/limits/snippet-limits.ts';
import type { ResolverName } from '../bundle.ts';
import { usualAs } from '../quotas-setting.ts';
import { offeredModel } from '../offered-model.ts';
import { createAppSyncApi } from '../local/appsync/execution/execute.ts';
import type { Evaluated } from '../local/appsync/resolving/evaluate-handler.ts';
import type { DataSource } from '../local/appsync/sources/data-source.ts';
import { noneSource } from '../local/appsync/sources/data-source.ts';
import { createDynamodbSource } from '../local/appsync/sources/dynamodb-source.ts';
import { createLambdaSource } from '../local/appsync/sources/lambda-source.ts';
import type { SnippetsTable } from '../local/dynamodb/snippets-table.ts';
import { mayCall } from '../local/identity/principals.ts';
import { loadResolvers } from '../local/wiring/resolver-bundles.ts';
import { withoutChance } from './compare-answers.ts';
import type { Situation } from './situations.ts';
import { situations } from './situations.ts';

/** One call of a handler, as it came while the API was used. */
export interface RecordedCall extends Evaluated {
  readonly name: ResolverName;
  /** In which it came: `first call`, `repeat`, and so on. */
  readonly situation: string;
  /** Milliseconds since the epoch; the times in the context are of that moment. */
  readonly recordedAt: number;
}

const REGION = 'us-east-1';
const models = ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'qwen.qwen3-coder-next'].map((id) =>
  offeredModel({ id, behind: id }, REGION),
);
const readSchema = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');

/**
 * Uses the API once in every situation, over an empty table and functions that do nothing, and tells the calls of its
 * handlers, each handler once in each situation and once with each context. To what a source answered two answers are added that it may give
 * elsewhere: its error, and of the table a refused condition.
 */
export async function recordCalls(
  codes: Readonly<Record<ResolverName, string>>,
  table: Pick<SnippetsTable, 'dynamodb' | 'name'>,
): Promise<RecordedCall[]> {
  const names = new Map((Object.entries(codes) as [ResolverName, string][]).map(([name, code]) => [code, name]));
  const recorded: RecordedCall[] = [];
  const sources = new Map<ResolverName, SourceName>();
  let situation = '';
  let failing: SourceName | undefined;
  let ahead = 0;
  const now = (): number => Date.now() + ahead;

  const sourceOf = (source: SourceName, resolver: ResolverName): DataSource => {
    sources.set(resolver, source);
    const { dynamodb, name } = table;
    if (source === 'none') return noneSource;
    if (source === 'table') return createDynamodbSource({ dynamodb, table: name, resolver, tokenSecret: 'secret' });
    const fail = (): void => {
      if (failing === source) throw new Error('The function is not there.');
    };
    return createLambdaSource({
      invoke: async (payload) => {
        fail();
        return { payload: Array.isArray(payload) ? payload.map(() => 'https://files.example/link') : null };
      },
      invokeEvent: async () => fail(),
    });
  };
  const known = new Set<string>();
  const keep = (call: RecordedCall): void => {
    const keys = [call.situation, JSON.stringify(withoutChance(call.context))].map(
      (what) => `${call.name} ${call.handler} ${what}`,
    );
    if (keys.some((key) => known.has(key))) return;
    for (const key of keys) known.add(key);
    recorded.push(call);
  };
  const onCall = ({ code, handler, context }: Evaluated): void => {
    const name = names.get(code);
    if (!name) return;
    const { args: _args, ...told } = context;
    const call = { name, situation, recordedAt: now(), code, handler, context: told };
    keep(call);
    if (handler === 'response' && !('error' in told))
      for (const faulty of withFaults(call, sources.get(name))) keep(faulty);
  };

  const { attempts: maxAttempts } = snippetLimits;
  const settings = {
    ...{ leaseMs: lease.usualMs, ...expectation, fileDays: 0, maxAttempts, quotas: usualAs(defaultQuotas) },
    ...{ models, defaultModel: models[0]?.id ?? '' },
  };
  const resolvers = loadResolvers(codes, sourceOf, settingsVariables(settings, table.name), { onCall, now });
  const api = createAppSyncApi({
    typeDefs: ['appsync.graphql', 'schema.graphql'].map(readSchema),
    ...{ resolvers, principals: mayCall, publish: () => undefined, depthLimit: queryDepth },
  });
  for (const asked of situations()) {
    ({ situation, failing, ahead = 0 } = asked);
    await ask(asked);
  }
  return recorded;

  async function ask({ query, variables = {}, caller }: Situation): Promise<void> {
    const request = { query, variables, caller, headers: {}, domainName: null };
    if (query.startsWith('subscription')) await api.subscribe(request);
    else await api.execute(request);
  }
}

/** The same call after its source failed, and, of the table, after a condition did not hold. */
function withFaults(call: RecordedCall, source: SourceName | undefined): RecordedCall[] {
  if (!source || source === 'none') return [];
  const after = (situation: string, type: string, message: string): RecordedCall => ({
    ...call,
    situation,
    context: { ...call.context, result: null, error: { type, message } },
  });
  if (source !== 'table') return [after('error of the source', 'Lambda:Unhandled', 'No luck.')];
  return [
    after('error of the source', 'DynamoDB:InternalServerErrorException', 'No luck.'),
    after('refused condition', 'DynamoDB:ConditionalCheckFailedException', 'The conditional request failed'),
  ];
}
