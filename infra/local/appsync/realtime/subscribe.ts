import type { GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { getArgumentValues, getNamedType, isObjectType, OperationTypeNode } from 'graphql';
import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';
import { mayRead } from '../access/authorize.ts';
import { depthLimitReached, notAuthorized } from '../execution/graphql-errors.ts';
import type { ApiOptions, AppSyncApi, ReadyRequest } from '../execution/appsync-api.ts';
import type { ExecutionLimits } from '../execution/execution-limits.ts';
import { beginWork, isFieldError } from '../execution/request-work.ts';
import { resolverInput } from '../execution/field-runner.ts';
import { resolverArguments } from '../execution/resolver-arguments.ts';
import { kind } from '../runtime/unsettled.ts';
import { prepareProjection } from '../execution/projection.ts';
import { collectFields, describeSelection, selectionSetsOf } from '../execution/selection.ts';
import type { FieldError, FieldResolver, ResolverInput, ResolverOutcome } from '../resolving/field-resolver.ts';

type Subscribed = Awaited<ReturnType<AppSyncApi['subscribe']>>;

/** Lets a subscription in: may the caller read it, what does its resolver say, once; and prepares how events are shown. */
export async function prepareSubscription(
  ready: ReadyRequest,
  schema: GraphQLSchema,
  { resolvers, principals, depthLimit, limits, other = kind }: Omit<ApiOptions, 'limits'> & { limits: ExecutionLimits },
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
  if (request.caller.mode === 'AWS_IAM' && !principals(request.caller.principal, `Subscription.${field.name}`)) {
    const { errorType, message } = notAuthorized(field.name, type.name);
    return refused(errorType ?? '', message);
  }
  const fault = faultWithin(ready, type, depthLimit);
  if (fault) return refused(fault.errorType ?? '', fault.message);

  const args = resolverArguments(getArgumentValues(field, node, variables), node, field, other);
  const input = resolverInput(request, {
    source: null,
    args,
    fieldName: field.name,
    parentTypeName: type.name,
    variables,
    selection: () => describeSelection(nodes, fragments),
  });
  const outcome = await resolve(resolvers.get(`Subscription.${field.name}`), input, limits);
  if (outcome && isFieldError(outcome)) return refused(outcome.errorType ?? '', outcome.message);
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
      render: prepareProjection({ type, key, nodes, output: field.type }, fragments, variables, appSync.eventBytes),
    },
  };
}

async function resolve(
  resolver: FieldResolver | undefined,
  input: ResolverInput,
  limits: ExecutionLimits,
): Promise<ResolverOutcome | FieldError | undefined> {
  if (!resolver) return undefined;
  const work = beginWork(limits);
  try {
    return await work.inTime(resolver.resolve(input));
  } finally {
    work.end();
  }
}

/** What a subscription asks for and may not: a field that its caller may not read, or one that is too deep. */
function faultWithin(
  { request, operation, fragments, variables }: ReadyRequest,
  root: GraphQLObjectType,
  depthLimit: number,
): FieldError | undefined {
  let deepest = 0;
  // How deep each selection was met; met again where it is no deeper, it says nothing new.
  const depths = new Map<SelectionSetNode, number>();
  const visit = (
    parent: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    depth: number,
  ): FieldError | undefined => {
    deepest = Math.max(deepest, depth);
    const news = sets.filter((set) => (depths.get(set) ?? 0) < depth);
    for (const set of news) depths.set(set, depth);
    if (news.length === 0 || depth > depthLimit) return undefined;
    for (const selected of collectFields(parent, news, fragments, variables).values()) {
      const child = parent.getFields()[selected[0]?.name.value ?? ''];
      if (!child) continue;
      if (!mayRead(request.caller, parent, child)) return notAuthorized(child.name, parent.name);
      const output = getNamedType(child.type);
      const deeper = isObjectType(output) ? visit(output, selectionSetsOf(selected), depth + 1) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  };
  const denied = visit(root, [operation.selectionSet], 1);
  return denied ?? (deepest > depthLimit ? depthLimitReached(depthLimit) : undefined);
}

function refused(errorType: string, message: string): Subscribed {
  return { ok: false, errors: [{ errorType, message }] };
}
