import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { Kind, responsePathAsArray } from 'graphql';
import type { Caller } from './auth.ts';
import { mayRead } from './authorize.ts';
import { FieldFailure, notAuthorized } from './errors.ts';
import type { ApiOptions, ReadyRequest } from './execute.ts';
import type { FieldError, ResolverInput } from './resolve.ts';
import { describeSelection } from './selection.ts';

/** Errors that did not end their field, where they belong. */
export type FieldFailures = {
  readonly path: (string | number)[];
  readonly nodes: readonly FieldNode[];
  readonly error: FieldError;
}[];

const authTypes: Record<Caller['mode'], string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
};

/** Reaches each field as AppSync does: may the caller read it, is it too deep, has it a resolver, else the parent's property. */
export function createFieldRunner(
  { request, fragments }: ReadyRequest,
  { resolvers, principals, depthLimit }: ApiOptions,
  failures: FieldFailures,
): GraphQLFieldResolver<unknown, unknown> {
  const { caller } = request;
  return (source, args, _context, info) => {
    const { fieldName, parentType, parentTypeName } = { ...info, parentTypeName: info.parentType.name };
    const coordinate = `${parentTypeName}.${fieldName}`;
    const field = parentType.getFields()[fieldName];
    const isRoot = info.path.prev === undefined;
    const denied = isRoot && caller.mode === 'AWS_IAM' && !principals(caller.principal, coordinate);
    if (!field || denied || !mayRead(caller, parentType, field)) {
      throw new FieldFailure(notAuthorized(fieldName, parentTypeName));
    }
    if (depthOf(info) > depthLimit) {
      const message = `Query depth limit of ${depthLimit} reached.`;
      throw new FieldFailure({ message, errorType: 'QueryDepthLimitReached', data: null, errorInfo: null });
    }
    const resolver = resolvers.get(coordinate);
    if (!resolver) return (source as Record<string, unknown> | undefined)?.[fieldName] ?? null;
    return resolver.resolve(inputOf(source, args, info)).then(({ value, errors }) => {
      const path = responsePathAsArray(info.path);
      for (const error of errors) failures.push({ path, nodes: info.fieldNodes, error });
      return value ?? null;
    });
  };

  function inputOf(source: unknown, args: Record<string, unknown>, info: GraphQLResolveInfo): ResolverInput {
    return resolverInput(request, {
      source: info.path.prev === undefined ? null : source,
      args: withNulls(args, info.fieldNodes),
      fieldName: info.fieldName,
      parentTypeName: info.parentType.name,
      variables: info.variableValues,
      selection: describeSelection(info.fieldNodes, fragments),
    });
  }
}

interface Reached {
  source: unknown;
  args: Record<string, unknown>;
  fieldName: string;
  parentTypeName: string;
  variables: Record<string, unknown>;
  selection: { list: string[]; text: string };
}

/** What a resolver is told of the request and of the field it stands for. */
export function resolverInput(request: ReadyRequest['request'], reached: Reached): ResolverInput {
  const { source, args, fieldName, parentTypeName, variables, selection } = reached;
  return {
    args,
    source,
    identity: request.caller.identity,
    authType: authTypes[request.caller.mode],
    request: { headers: { ...request.headers }, domainName: request.domainName },
    info: {
      fieldName,
      parentTypeName,
      variables,
      selectionSetList: selection.list,
      selectionSetGraphQL: selection.text,
    },
  };
}

/** A nullable argument bound to a variable that was not given arrives as null (aws-appsync-community#348). */
export function withNulls(args: Record<string, unknown>, nodes: readonly FieldNode[]): Record<string, unknown> {
  const missing = (nodes[0]?.arguments ?? [])
    .filter(({ name, value }) => value.kind === Kind.VARIABLE && !(name.value in args))
    .map(({ name }) => [name.value, null]);
  return { ...args, ...Object.fromEntries(missing) };
}

function depthOf(info: GraphQLResolveInfo): number {
  return responsePathAsArray(info.path).filter((step) => typeof step === 'string').length;
}
