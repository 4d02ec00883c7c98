import type { GraphQLError, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { ErrorEntry } from './graphql-errors.ts';
import { FieldFailure, nullEntry, pathText, raisedEntry } from './graphql-errors.ts';

/**
 * The errors of an executed request in AppSync's words.
 * @param noted those that were written down while the fields were reached; they come first
 */
export function executionErrors(
  errors: readonly GraphQLError[],
  noted: readonly ErrorEntry[],
  schema: GraphQLSchema,
): ErrorEntry[] {
  const places = new Set(noted.map(({ path }) => path?.join('/')));
  return [...noted, ...errors.flatMap((error) => entryOf(error, places, schema))];
}

function entryOf(error: GraphQLError, noted: ReadonlySet<string | undefined>, schema: GraphQLSchema): ErrorEntry[] {
  const path = error.path ?? [];
  const { originalError: cause } = error;
  if (cause instanceof FieldFailure) return [raisedEntry(path, error.nodes ?? [], cause.entry)];
  const nulled = /^Cannot return null for non-nullable field (.+)\.(.+)\.$/.exec(error.message);
  if (nulled) {
    const [, parent = '', field = ''] = nulled;
    return noted.has(path.join('/')) ? [] : [nullEntry(path, typeOf(schema, parent, field), parent)];
  }
  const place = pathText(path);
  const message = /^Unable to serialize/.test(error.message)
    ? `Can't serialize value (${place}) : ${error.message}`
    : `Can't resolve value (${place}) : ${reasonOf(error)}`;
  return [{ path, locations: null, message }];
}

function typeOf(schema: GraphQLSchema, parent: string, field: string): string {
  const type = schema.getType(parent);
  const output = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  return output ? getNamedType(output).name : '';
}

function reasonOf({ message }: GraphQLError): string {
  return /^Expected Iterable/.test(message) ? 'type mismatch error, expected type LIST, got OBJECT' : message;
}
