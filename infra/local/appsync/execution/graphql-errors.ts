import type { ASTNode, SourceLocation } from 'graphql';
import { getLocation } from 'graphql';
import type { FieldError } from '../resolving/field-resolver.ts';

/** A position in the query, in AppSync's form. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly sourceName: null;
}

/** An entry of `errors`, as AppSync writes it: `errorType` and its neighbours stand at the top. */
export interface ErrorEntry {
  readonly path: readonly (string | number)[] | null;
  readonly data?: unknown;
  readonly errorType?: string | null;
  readonly errorInfo?: unknown;
  readonly locations: readonly Location[] | null;
  readonly message: string;
}

/** Ends a field with an entry of its own. */
export class FieldFailure extends Error {
  override readonly name = 'FieldFailure';
  readonly entry: FieldError;

  constructor(entry: FieldError) {
    super(entry.message);
    this.entry = entry;
  }
}

/** A field that the caller may not read; its resolver is not run. */
export function notAuthorized(fieldName: string, typeName: string): FieldError {
  const message = `Not Authorized to access ${fieldName} on type ${typeName}`;
  return { message, errorType: 'Unauthorized', data: null, errorInfo: null };
}

/** A field that is nested too deep; AppSync's own words are not recorded. */
export function depthLimitReached(limit: number): FieldError {
  const message = `Query depth limit of ${limit} reached.`;
  return { message, errorType: 'QueryDepthLimitReached', data: null, errorInfo: null };
}

/** What AppSync says of a null where there may be none; the path is written in its own way. */
export function nullRefused(type: string, parent: string, path: readonly (string | number)[]): string {
  return `Cannot return null for non-nullable type: '${type}' within parent '${parent}' (${pathText(path)})`;
}

/** `/snippets/items[3]/id` */
export function pathText(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `/${step}`)).join('');
}

/** Counting the lines of a query is slow, and one node may stand behind thousands of entries. */
const locations = new WeakMap<ASTNode, Location>();

function locationsOf(nodes: readonly ASTNode[]): Location[] {
  return nodes.flatMap((node) => {
    const location = locations.get(node) ?? (node.loc && located(getLocation(node.loc.source, node.loc.start)));
    if (location) locations.set(node, location);
    return location ?? [];
  });
}

export function located({ line, column }: SourceLocation): Location {
  return { line, column, sourceName: null };
}

/** The entry of a field that its resolver ended, or that may not be read. */
export function raisedEntry(
  path: readonly (string | number)[],
  nodes: readonly ASTNode[],
  error: FieldError,
): ErrorEntry {
  const { data, errorType, errorInfo, message } = error;
  return { path, data: data ?? null, errorType, errorInfo: errorInfo ?? null, locations: locationsOf(nodes), message };
}

/** The entry of a null where there may be none. */
export function nullEntry(path: readonly (string | number)[], type: string, parent: string): ErrorEntry {
  return { path, locations: null, message: nullRefused(type, parent, path) };
}
