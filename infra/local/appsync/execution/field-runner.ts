import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { getNamedType, isNonNullType, Kind, responsePathAsArray } from 'graphql';
import type { Caller } from '../access/authenticate.ts';
import { mayRead } from '../access/authorize.ts';
import type { ErrorEntry } from './graphql-errors.ts';
import { FieldFailure, notAuthorized, nullEntry, raisedEntry } from './graphql-errors.ts';
import type { ApiOptions, ReadyRequest } from './execute.ts';
import type { ResolverInput } from '../resolving/resolve.ts';
import { describeSelection } from './selection.ts';

const authTypes: Record<Caller['mode'], string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
};

/**
 * Reaches each field as AppSync does: may the caller read it, is it too deep, has it a resolver, else the parent's
 * property. A null where there may be none is noted here and given as a promise, so that graphql-js, which stops at the
 * first one, goes on to its siblings: AppSync names them all.
 * @param noted takes the errors that did not end the request's execution
 */
export function createFieldRunner(
  { request, fragments }: ReadyRequest,
  { resolvers, principals, depthLimit }: ApiOptions,
  noted: ErrorEntry[],
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
    const refuseNull = (): void => {
      if (!isNonNullType(field.type)) return;
      noted.push(nullEntry(responsePathAsArray(info.path), getNamedType(field.type).name, parentTypeName));
    };
    if (!resolver) {
      const value = (source as Record<string, unknown> | undefined)?.[fieldName] ?? null;
      if (value !== null || !isNonNullType(field.type)) return value;
      refuseNull();
      return Promise.resolve(null);
    }
    return resolver.resolve(inputOf(source, args, info)).then(({ value, errors }) => {
      const path = responsePathAsArray(info.path);
      for (const error of errors) noted.push(raisedEntry(path, info.fieldNodes, error));
      if (errors.length === 0 && (value ?? null) === null) refuseNull();
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
