import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { getNamedType, isNonNullType, OperationTypeNode, responsePathAsArray } from 'graphql';
import type { Caller } from '../access/authenticate.ts';
import { mayRead } from '../access/authorize.ts';
import type { ErrorEntry } from './graphql-errors.ts';
import { depthLimitReached, FieldFailure, notAuthorized, nullEntry, raisedEntry } from './graphql-errors.ts';
import type { ApiOptions, ReadyRequest } from './appsync-api.ts';
import type { FieldError, ResolverInput } from '../resolving/field-resolver.ts';
import { kind } from '../runtime/unsettled.ts';
import type { RequestWork } from './request-work.ts';
import { isFieldError } from './request-work.ts';
import type { DescribedSelection, Fragments } from './selection.ts';
import { describeSelection, fieldsByKey, selectionSetsOf } from './selection.ts';
import { resolverArguments } from './resolver-arguments.ts';

const authTypes: Record<Caller['mode'], string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
};

/**
 * Reaches each field as AppSync does: may the caller read it, is it too deep, has it a resolver, else the parent's
 * property. A null where there may be none is noted here and given as a promise, so that graphql-js, which stops at the
 * first one, goes on to its siblings: AppSync names them all. A mutation that has begun is carried to its end, also when
 * its caller is gone: what it changed has to be told to those who listen.
 * @param noted takes the errors that did not end the request's execution
 * @param work what the request may still do
 */
export function createFieldRunner(
  { request, operation, fragments }: ReadyRequest,
  { resolvers, principals, depthLimit, other = kind }: ApiOptions,
  noted: ErrorEntry[],
  work: RequestWork,
): GraphQLFieldResolver<unknown, unknown> {
  const { caller } = request;
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const widths = new WeakMap<readonly FieldNode[], number>();
  const selections = new WeakMap<readonly FieldNode[], DescribedSelection>();
  return (source, args, _context, info) => {
    const { fieldName, parentType } = info;
    const parentTypeName = parentType.name;
    const coordinate = `${parentTypeName}.${fieldName}`;
    const field = parentType.getFields()[fieldName];
    const isRoot = info.path.prev === undefined;
    const denied = isRoot && caller.mode === 'AWS_IAM' && !principals(caller.principal, coordinate);
    if (!field || denied || !mayRead(caller, parentType, field)) {
      throw new FieldFailure(notAuthorized(fieldName, parentTypeName));
    }
    if (depthOf(info) > depthLimit) {
      throw new FieldFailure(depthLimitReached(depthLimit));
    }
    const resolver = resolvers.get(coordinate);
    const refuseNull = (): void => {
      if (!isNonNullType(field.type)) return;
      noted.push(nullEntry(responsePathAsArray(info.path), getNamedType(field.type).name, parentTypeName));
    };
    if (!resolver) {
      const value = affordable((source as Record<string, unknown> | undefined)?.[fieldName], info);
      if (value !== null || !isNonNullType(field.type)) return value;
      refuseNull();
      return Promise.resolve(null);
    }
    const note = (errors: readonly FieldError[]): null => {
      const path = responsePathAsArray(info.path);
      for (const error of errors) noted.push(raisedEntry(path, info.fieldNodes, error));
      return null;
    };
    const refusal = work.takeResolver(isMutation && !isRoot);
    if (refusal) return Promise.resolve(note([refusal]));
    return work
      .inTime(resolver.resolve(inputOf(source, resolverArguments(args, info.fieldNodes[0], field, other), info)))
      .then((outcome) => {
        if (isFieldError(outcome)) return note([outcome]);
        const { value, errors } = outcome;
        if (errors.length > 0) note(errors);
        else if ((value ?? null) === null) refuseNull();
        return affordable(value, info);
      });
  };

  /** The value, or null when the answer would be too large with it; undefined becomes null. */
  function affordable(value: unknown, info: GraphQLResolveInfo): unknown {
    if (typeof value === 'string') return work.afford({ characters: value.length }) ? value : null;
    if (Array.isArray(value))
      return work.afford({ fields: value.length * (1 + widthOf(info.fieldNodes)) }) ? value : null;
    return value ?? null;
  }

  /** How many fields one item of a list has. */
  function widthOf(nodes: readonly FieldNode[]): number {
    const known = widths.get(nodes);
    if (known !== undefined) return known;
    const width = fieldsWithin(nodes, fragments);
    widths.set(nodes, width);
    return width;
  }

  function selectionOf(nodes: readonly FieldNode[]): DescribedSelection {
    const known = selections.get(nodes);
    if (known) return known;
    const described = describeSelection(nodes, fragments);
    selections.set(nodes, described);
    return described;
  }

  function inputOf(source: unknown, args: Record<string, unknown>, info: GraphQLResolveInfo): ResolverInput {
    return resolverInput(request, {
      source: info.path.prev === undefined ? null : source,
      args,
      fieldName: info.fieldName,
      parentTypeName: info.parentType.name,
      variables: info.variableValues,
      selection: () => selectionOf(info.fieldNodes),
    });
  }
}

function fieldsWithin(nodes: readonly FieldNode[], fragments: Fragments): number {
  let fields = 0;
  for (const same of fieldsByKey(selectionSetsOf(nodes), fragments).values()) {
    fields += 1 + fieldsWithin(same, fragments);
  }
  return fields;
}

interface FieldContext {
  source: unknown;
  args: Record<string, unknown>;
  fieldName: string;
  parentTypeName: string;
  variables: Record<string, unknown>;
  /** Asked only when the resolver looks at it: it is costly, and hardly any does. */
  selection: () => DescribedSelection;
}

/** Builds the input of a resolver from the request and the field. */
export function resolverInput(request: ReadyRequest['request'], context: FieldContext): ResolverInput {
  const { source, args, fieldName, parentTypeName, variables, selection } = context;
  return {
    args,
    source,
    identity: request.caller.identity,
    authType: authTypes[request.caller.mode],
    request: { headers: withoutCookie(request.headers), domainName: request.domainName },
    info: {
      fieldName,
      parentTypeName,
      variables,
      get selectionSetList() {
        return selection().list;
      },
      get selectionSetGraphQL() {
        return selection().text;
      },
    },
  };
}

/** AppSync keeps cookies to itself (https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html). */
function withoutCookie(headers: ReadyRequest['request']['headers']): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'cookie'));
}

function depthOf(info: GraphQLResolveInfo): number {
  let depth = 0;
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
    if (typeof at.key === 'string') depth += 1;
  }
  return depth;
}
