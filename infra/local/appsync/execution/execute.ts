import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  buildSchema,
  execute,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { Caller } from '../access/authenticate.ts';
import type { ErrorEntry } from './graphql-errors.ts';
import { createFieldRunner } from './field-runner.ts';
import { executionErrors } from './execution-errors.ts';
import type { Rendered } from './projection.ts';
import type { Publication } from '../realtime/publication.ts';
import { publicationsOf, subscriptionsByMutation } from '../realtime/publication.ts';
import { queryErrors, variableErrors } from '../wording/query-wording.ts';
import type { FieldResolver, SubscriptionFilter } from '../resolving/resolve.ts';
import { fillScalars } from './scalars.ts';
import type { Fragments } from './selection.ts';
import { prepareSubscription } from '../realtime/subscribe.ts';

export type { Publication } from '../realtime/publication.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly domainName: string | null;
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
  render(value: Record<string, unknown>): Rendered;
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
}

/** A request that may be run: parsed, valid, its variables coerced. */
export interface ReadyRequest {
  readonly request: GraphQLRequest;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Record<string, unknown>;
}

type Readiness = { ready: ReadyRequest } | { answer: GraphQLAnswer };

const MOST_CACHED = 500;
const MOST_TOKENS = 15_000;
const TOO_LONG = answerOf(400, 'MalformedHttpRequestException', 'Maximum char length exceeded');
const UNPARSABLE = answerOf(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');

/** A GraphQL API as AppSync runs it: its directives, its errors, its subscriptions. */
export function createAppSyncApi(options: ApiOptions): AppSyncApi {
  const schema = buildSchema(options.typeDefs.join('\n'));
  fillScalars(schema);
  const subscriptions = subscriptionsByMutation(schema);
  const documents = new Map<string, DocumentNode | GraphQLAnswer>();

  const read = (query: string): DocumentNode | GraphQLAnswer => {
    const known = documents.get(query);
    if (known) return known;
    const fresh = parsed(query, schema);
    if (documents.size >= MOST_CACHED) documents.delete(documents.keys().next().value ?? '');
    documents.set(query, fresh);
    return fresh;
  };

  const prepare = (request: GraphQLRequest): Readiness => {
    const document = read(request.query);
    if ('status' in document) return { answer: document };
    const operation = operationOf(document, request.operationName);
    if (typeof operation === 'string')
      return { answer: refusal([{ path: null, locations: null, message: operation }]) };
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    if (errors) return { answer: refusal(variableErrors(errors)) };
    return { ready: { request, document, operation, fragments: fragmentsOf(document), variables: coerced } };
  };

  return {
    schema,
    async execute(request) {
      const preparation = prepare(request);
      if ('answer' in preparation) return preparation.answer;
      const { ready } = preparation;
      if (ready.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        return answerOf(400, 'BadRequestException', 'Subscriptions over MQTT is not supported.');
      }
      return run(ready);
    },
    async subscribe(request) {
      const preparation = prepare(request);
      if ('answer' in preparation) return { ok: false, errors: preparation.answer.body.errors ?? [] };
      return prepareSubscription(preparation.ready, schema, options);
    },
  };

  async function run(ready: ReadyRequest): Promise<GraphQLAnswer> {
    const { request, document, operation, fragments, variables } = ready;
    const noted: ErrorEntry[] = [];
    const fieldResolver: GraphQLFieldResolver<unknown, unknown> = createFieldRunner(ready, options, noted);
    const result = await execute({
      schema,
      document,
      fieldResolver,
      ...(request.variables ? { variableValues: request.variables } : {}),
      ...(request.operationName ? { operationName: request.operationName } : {}),
    });
    const mutationType = schema.getMutationType();
    if (operation.operation === OperationTypeNode.MUTATION && mutationType && result.data) {
      const mutated = { type: mutationType, operation, fragments, variables, data: result.data };
      for (const publication of publicationsOf(mutated, subscriptions)) options.publish(publication);
    }
    const errors = executionErrors(result.errors ?? [], noted, schema);
    const data = result.data ?? null;
    return { status: 200, body: errors.length > 0 ? { data, errors } : { data } };
  }
}

function parsed(query: string, schema: GraphQLSchema): DocumentNode | GraphQLAnswer {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return /more tha[nt] \d+ tokens/.test(error.message) ? TOO_LONG : UNPARSABLE;
    throw error;
  }
  const errors = validate(schema, document);
  return errors.length > 0 ? refusal(queryErrors(errors, document, schema)) : document;
}

function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | string {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first, ...others] = operations;
  if (name)
    return operations.find((operation) => operation.name?.value === name) ?? `Unknown operation named '${name}'.`;
  if (!first || others.length > 0) return 'Must provide operation name if query contains multiple operations.';
  return first;
}

function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** AppSync answers 200 to a query that it understands and refuses. */
function refusal(errors: readonly ErrorEntry[]): GraphQLAnswer {
  return { status: 200, body: { data: null, errors } };
}

function answerOf(status: number, errorType: string, message: string): GraphQLAnswer {
  return { status, body: { errors: [{ errorType, message }] } };
}
