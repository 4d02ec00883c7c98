import type { GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { getArgumentValues, getNamedType, isObjectType, OperationTypeNode } from 'graphql';
import { mayRead } from '../access/authorize.ts';
import { notAuthorized } from '../execution/graphql-errors.ts';
import type { ApiOptions, AppSyncApi, ReadyRequest } from '../execution/execute.ts';
import { resolverInput, withNulls } from '../execution/field-runner.ts';
import { prepareProjection } from '../execution/projection.ts';
import { collectFields, describeSelection, selectionSetsOf } from '../execution/selection.ts';

type Subscribed = Awaited<ReturnType<AppSyncApi['subscribe']>>;

/** Lets a subscription in: may the caller read it, what does its resolver say, once; and prepares how events are shown. */
export async function prepareSubscription(
  ready: ReadyRequest,
  schema: GraphQLSchema,
  { resolvers }: ApiOptions,
): Promise<Subscribed> {
  const { request, operation, fragments, variables } = ready;
  const type = schema.getSubscriptionType();
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION || !type) {
    return refused('UnsupportedOperation', `${operation.operation} not supported through the realtime channel`);
  }
  const [[key, nodes] = ['', []]] = collectFields(type, [operation.selectionSet], fragments, variables);
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (!field) return refused('BadRequestException', 'A subscription needs one field.');
  const denial = deniedWithin(type, [operation.selectionSet]);
  if (denial) return denial;

  const args = withNulls(getArgumentValues(field, node, variables), nodes);
  const outcome = await resolvers.get(`Subscription.${field.name}`)?.resolve(
    resolverInput(request, {
      source: null,
      args,
      fieldName: field.name,
      parentTypeName: type.name,
      variables,
      selection: describeSelection(nodes, fragments),
    }),
  );
  if (outcome && outcome.errors.length > 0) {
    return { ok: false, errors: outcome.errors.map(({ errorType, message }) => ({ errorType, message })) };
  }
  return {
    ok: true,
    subscription: {
      field: field.name,
      args,
      filter: outcome?.subscriptionFilter ?? null,
      groupKey: JSON.stringify([request.query, request.operationName ?? null, variables]),
      render: prepareProjection({ type, key, nodes, output: field.type }, fragments, variables),
    },
  };

  function deniedWithin(parent: GraphQLObjectType, selections: readonly SelectionSetNode[]): Subscribed | undefined {
    for (const selected of collectFields(parent, selections, fragments, variables).values()) {
      const child = parent.getFields()[selected[0]?.name.value ?? ''];
      if (!child) continue;
      if (!mayRead(request.caller, parent, child)) return denied(child.name, parent.name);
      const output = getNamedType(child.type);
      const deeper = isObjectType(output) ? deniedWithin(output, selectionSetsOf(selected)) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  }
}

function denied(fieldName: string, typeName: string): Subscribed {
  const { errorType, message } = notAuthorized(fieldName, typeName);
  return refused(errorType ?? '', message);
}

function refused(errorType: string, message: string): Subscribed {
  return { ok: false, errors: [{ errorType, message }] };
}
