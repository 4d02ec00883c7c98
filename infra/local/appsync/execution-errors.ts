import type { FieldNode, GraphQLError, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { ErrorEntry } from './errors.ts';
import { FieldFailure, locationsOf, nullRefused, pathText } from './errors.ts';
import type { FieldFailures } from './field-runner.ts';
import type { FieldError } from './resolve.ts';

/** The errors of an executed request in AppSync's words: those of resolvers first, then those of values. */
export function executionErrors(
  errors: readonly GraphQLError[],
  failures: FieldFailures,
  schema: GraphQLSchema,
): ErrorEntry[] {
  const raised = failures.map(({ path, nodes, error }) => raisedEntry(path, nodes, error));
  const failed = new Set(failures.map(({ path }) => path.join('/')));
  return [...raised, ...errors.flatMap((error) => entryOf(error, failed, schema))];
}

const mismatch = /^Expected Iterable/;

function raisedEntry(path: readonly (string | number)[], nodes: readonly FieldNode[], error: FieldError): ErrorEntry {
  const { data, errorType, errorInfo, message } = error;
  return { path, data: data ?? null, errorType, errorInfo: errorInfo ?? null, locations: locationsOf(nodes), message };
}

function entryOf(error: GraphQLError, failed: ReadonlySet<string>, schema: GraphQLSchema): ErrorEntry[] {
  const path = error.path ?? [];
  const { originalError: cause } = error;
  if (cause instanceof FieldFailure)
    return [raisedEntry(path, (error.nodes ?? []) as readonly FieldNode[], cause.entry)];
  const nulled = /^Cannot return null for non-nullable field (.+)\.(.+)\.$/.exec(error.message);
  if (nulled) return failed.has(path.join('/')) ? [] : [nullEntry(path, nulled[1] ?? '', nulled[2] ?? '', schema)];
  const place = pathText(path);
  const message = /^Unable to serialize/.test(error.message)
    ? `Can't serialize value (${place}) : ${error.message}`
    : `Can't resolve value (${place}) : ${mismatch.test(error.message) ? 'type mismatch error, expected type LIST, got OBJECT' : error.message}`;
  return [{ path, locations: null, message }];
}

function nullEntry(
  path: ErrorEntry['path'] & object,
  parent: string,
  field: string,
  schema: GraphQLSchema,
): ErrorEntry {
  const type = schema.getType(parent);
  const output = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  const name = output ? getNamedType(output).name : '';
  return { path, locations: null, message: nullRefused(name, parent, path) };
}
