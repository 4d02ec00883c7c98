import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Caller } from '../access/authenticate.ts';
import type { Publication } from '../realtime/publication.ts';
import type { FieldResolver, SubscriptionFilter } from '../resolving/field-resolver.ts';
import type { OtherAnswers } from '../runtime/unsettled.ts';
import type { ExecutionLimits } from './execution-limits.ts';
import type { Rendered } from './projection.ts';
import type { Fragments } from './selection.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly domainName: string | null;
  /** Aborted when nobody waits for the answer any more: then no other resolver begins. */
  readonly signal?: AbortSignal;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] };
}

/** A subscription that was let in, ready to be shown events. */
export interface PreparedSubscription {
  readonly field: string;
  readonly args: Record<string, unknown>;
  /** As its resolver set it; null leaves the arguments to filter. */
  readonly filter: SubscriptionFilter | null;
  /** Two with the same key render the same. */
  readonly groupKey: string;
  /** Undefined when the event is larger than AppSync sends. */
  render(value: Record<string, unknown>): Rendered | undefined;
}

export interface AppSyncApi {
  execute(request: GraphQLRequest): Promise<GraphQLAnswer>;
  subscribe(
    request: GraphQLRequest,
  ): Promise<{ ok: true; subscription: PreparedSubscription } | { ok: false; errors: readonly unknown[] }>;
  readonly schema: GraphQLSchema;
}

export interface ApiOptions {
  readonly typeDefs: readonly string[];
  /** By `Type.field`; a field without one yields its parent's property. */
  readonly resolvers: ReadonlyMap<string, FieldResolver>;
  /** What an IAM principal may call, as its policies say. */
  readonly principals: (principal: string, coordinate: string) => boolean;
  readonly publish: (publication: Publication) => void;
  readonly depthLimit: number;
  /** Which arguments resolvers are told otherwise than usual. */
  readonly other?: OtherAnswers;
  /** For tests; what is left out is AppSync's. */
  readonly limits?: Partial<ExecutionLimits>;
}

/** A request that may be run: parsed, valid, its variables coerced. */
export interface ReadyRequest {
  readonly request: GraphQLRequest;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Record<string, unknown>;
}
