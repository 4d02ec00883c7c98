import { readFileSync } from 'node:fs';
import type { Caller } from '../../../infra/local/appsync/access/authenticate.ts';
import type { AppSyncApi, GraphQLAnswer, GraphQLRequest } from '../../../infra/local/appsync/execution/appsync-api.ts';
import type { Publication } from '../../../infra/local/appsync/realtime/publication.ts';
import { createAppSyncApi } from '../../../infra/local/appsync/execution/execute.ts';
import type { ExecutionLimits } from '../../../infra/local/appsync/execution/execution-limits.ts';
import type {
  FieldResolver,
  ResolverInput,
  ResolverOutcome,
} from '../../../infra/local/appsync/resolving/field-resolver.ts';

const builtIn = readFileSync(new URL('../../../schema/appsync.graphql', import.meta.url), 'utf8');

/** What a resolver of a test does: gives a value, or, with the type {@link outcome}, all there is to say. */
type Answering = (input: ResolverInput) => unknown;

export interface SmallApi extends AppSyncApi {
  /** What its mutations pushed. */
  readonly published: Publication[];
  ask(query: string, request?: Partial<GraphQLRequest>): Promise<Body>;
}

interface Body {
  data?: unknown;
  errors?: readonly unknown[];
}

export const keyCaller: Caller = { mode: 'API_KEY', identity: null };

export function iamCaller(principal: string): Caller {
  return { mode: 'AWS_IAM', principal, identity: { userArn: `arn:aws:sts::0:assumed-role/${principal}/local` } };
}

/** An outcome with errors, in place of a plain value. */
export function failing(message: string, errorType: string | null = null, value: unknown = null): ResolverOutcome {
  return { value, errors: [{ message, errorType, data: null, errorInfo: null }] };
}

/** An API over a schema of the test's own; IAM may call everything but what begins with `Query.secret`. */
export function createSmallApi(
  sdl: string,
  answers: Record<string, Answering> = {},
  { depthLimit = 16, limits = {} }: { depthLimit?: number; limits?: Partial<ExecutionLimits> } = {},
): SmallApi {
  const published: Publication[] = [];
  const api = createAppSyncApi({
    typeDefs: [builtIn, sdl],
    resolvers: new Map(Object.entries(answers).map(([name, answer]) => [name, resolverOf(answer)])),
    principals: (_principal, coordinate) => !coordinate.startsWith('Query.secret'),
    publish: (publication) => published.push(publication),
    depthLimit,
    limits,
  });
  return {
    ...api,
    published,
    ask: async (query, request) => (await answerOf(api, query, request)).body,
  };
}

export function answerOf(
  api: AppSyncApi,
  query: string,
  request: Partial<GraphQLRequest> = {},
): Promise<GraphQLAnswer> {
  return api.execute({ query, caller: keyCaller, headers: {}, domainName: null, ...request });
}

function resolverOf(answer: Answering): FieldResolver {
  return {
    async resolve(input) {
      const given = await answer(input);
      return isOutcome(given) ? given : { value: given, errors: [] };
    },
  };
}

function isOutcome(value: unknown): value is ResolverOutcome {
  return typeof value === 'object' && value !== null && 'errors' in value && 'value' in value;
}
