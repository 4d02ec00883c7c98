import type { GraphQLFieldResolver, OperationDefinitionNode } from 'graphql';
import { buildSchema, execute, getVariableValues, OperationTypeNode } from 'graphql';
import type { ApiOptions, AppSyncApi, GraphQLAnswer, GraphQLRequest, ReadyRequest } from './appsync-api.ts';
import type { ErrorEntry } from './graphql-errors.ts';
import { createFieldRunner } from './field-runner.ts';
import { executionErrors } from './execution-errors.ts';
import { publicationsOf, subscriptionsByMutation } from '../realtime/publication.ts';
import { variableErrors } from '../wording/query-wording.ts';
import { createQueryReader } from './read-query.ts';
import { executionLimits } from './execution-limits.ts';
import type { RequestWork } from './request-work.ts';
import { beginWork } from './request-work.ts';
import { fillScalars } from './scalars.ts';
import { prepareSubscription } from '../realtime/subscribe.ts';

type Readiness = { ready: ReadyRequest; fields: number } | { answer: GraphQLAnswer };

const MOST_VARIABLE_FAULTS = 50;

/** A GraphQL API as AppSync runs it: its directives, its errors, its subscriptions. */
export function createAppSyncApi(options: ApiOptions): AppSyncApi {
  const schema = buildSchema(options.typeDefs.join('\n'));
  fillScalars(schema);
  const subscriptions = subscriptionsByMutation(schema);
  const limits = { ...executionLimits, ...options.limits };
  const readQuery = createQueryReader(schema, limits);

  const prepare = (request: GraphQLRequest): Readiness => {
    const reading = readQuery(request.query);
    if ('refusal' in reading) return { answer: reading.refusal };
    const { document, operations, fragments, fields } = reading.read;
    const operation = operationOf(operations, request.operationName);
    if (typeof operation === 'string')
      return { answer: refusal([{ path: null, locations: null, message: operation }]) };
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, request.variables ?? {}, {
      maxErrors: MOST_VARIABLE_FAULTS,
    });
    if (errors) return { answer: refusal(variableErrors(errors)) };
    const ready = { request, document, operation, fragments, variables: coerced };
    return { ready, fields: fields.get(operation) ?? 0 };
  };

  return {
    schema,
    async execute(request) {
      const preparation = prepare(request);
      if ('answer' in preparation) return preparation.answer;
      const { ready, fields } = preparation;
      if (ready.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        return answerOf(400, 'BadRequestException', 'Subscriptions over MQTT is not supported.');
      }
      return run(ready, fields);
    },
    async subscribe(request) {
      const preparation = prepare(request);
      if ('answer' in preparation) return { ok: false, errors: preparation.answer.body.errors ?? [] };
      return prepareSubscription(preparation.ready, schema, { ...options, limits });
    },
  };

  async function run(ready: ReadyRequest, fields: number): Promise<GraphQLAnswer> {
    const work = beginWork(limits, ready.request.signal);
    try {
      work.afford({ fields });
      return work.excess === undefined ? await runWithin(work, ready) : tooLarge(work.excess);
    } finally {
      work.end();
    }
  }

  async function runWithin(work: RequestWork, ready: ReadyRequest): Promise<GraphQLAnswer> {
    const { request, document, operation, fragments, variables } = ready;
    const noted: ErrorEntry[] = [];
    const fieldResolver: GraphQLFieldResolver<unknown, unknown> = createFieldRunner(ready, options, noted, work);
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
    if (work.excess !== undefined) return tooLarge(work.excess);
    const errors = executionErrors(result.errors ?? [], noted, schema);
    const data = result.data ?? null;
    return { status: 200, body: errors.length > 0 ? { data, errors } : { data } };
  }
}

function operationOf(
  operations: readonly OperationDefinitionNode[],
  name: string | null | undefined,
): OperationDefinitionNode | string {
  const [first, ...others] = operations;
  if (name)
    return operations.find((operation) => operation.name?.value === name) ?? `Unknown operation named '${name}'.`;
  if (!first || others.length > 0) return 'Must provide operation name if query contains multiple operations.';
  return first;
}

/** AppSync answers 200 to a query that it understands and refuses. */
function refusal(errors: readonly ErrorEntry[]): GraphQLAnswer {
  return { status: 200, body: { data: null, errors } };
}

/** AppSync's own answer is not recorded. */
function tooLarge(message: string): GraphQLAnswer {
  return refusal([{ path: null, locations: null, errorType: 'InvalidInput', message }]);
}

function answerOf(status: number, errorType: string, message: string): GraphQLAnswer {
  return { status, body: { errors: [{ errorType, message }] } };
}
