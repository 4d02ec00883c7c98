import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind, Lexer, parse, Source, TokenKind, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { queryErrors } from '../wording/query-wording.ts';
import type { GraphQLAnswer } from './appsync-api.ts';
import { countFields } from './query-size.ts';
import type { ExecutionLimits } from './execution-limits.ts';
import type { Fragments } from './selection.ts';

/** A query that was understood: it parses, it fits the schema, and its size is within the limits. */
export interface ReadQuery {
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: Fragments;
  /** Of each operation, how many fields its answer has at least when nothing in it is null and no list is empty. */
  readonly fields: ReadonlyMap<OperationDefinitionNode, number>;
}

export type QueryReading = { readonly read: ReadQuery } | { readonly refusal: GraphQLAnswer };

const CACHE_BYTES = 64 * 1024 * 1024;
/** What a token holds in memory with the nodes made of it, measured on Node 20, in bytes. */
const BYTES_OF_TOKEN = 500;

const TOO_LONG = malformed('Maximum char length exceeded');
const UNPARSABLE = malformed('Unable to parse GraphQL query.');
const openings = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const closings = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/** Reads queries, and keeps those that were understood as long as together they stay below 64 MB. */
export function createQueryReader(schema: GraphQLSchema, limits: ExecutionLimits): (query: string) => QueryReading {
  const known = new LRUCache<string, ReadQuery>({ maxSize: CACHE_BYTES });
  return (query) => {
    const kept = known.get(query);
    if (kept) return { read: kept };
    const scan = scanTokens(query, limits);
    if ('refusal' in scan) return scan;
    const reading = readTokens(query, schema, limits);
    if ('read' in reading) known.set(query, reading.read, { size: query.length * 2 + scan.tokens * BYTES_OF_TOKEN });
    return reading;
  };
}

/** Looks at a query token by token, without recursion: what is too long or nested too deep is not parsed at all. */
function scanTokens(query: string, limits: ExecutionLimits): { tokens: number } | { refusal: GraphQLAnswer } {
  const lexer = new Lexer(new Source(query));
  let [tokens, open] = [0, 0];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens += 1;
      if (openings.has(token.kind)) open += 1;
      if (closings.has(token.kind)) open -= 1;
      if (tokens > limits.tokens) return { refusal: TOO_LONG };
      if (open > limits.nesting)
        return { refusal: malformed(`The query nests deeper than ${limits.nesting} brackets.`) };
    }
  } catch (error) {
    if (error instanceof GraphQLError) return { refusal: UNPARSABLE };
    throw error;
  }
  return { tokens };
}

function readTokens(query: string, schema: GraphQLSchema, limits: ExecutionLimits): QueryReading {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return { refusal: UNPARSABLE };
    throw error;
  }
  const errors = validate(schema, document);
  if (errors.length > 0) {
    return { refusal: { status: 200, body: { data: null, errors: queryErrors(errors, document, schema) } } };
  }
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = fragmentsOf(document);
  const fields = new Map<OperationDefinitionNode, number>();
  for (const operation of operations) {
    const count = countFields(operation, fragments, schema, limits.selections);
    if (count === undefined) {
      const message = `The query has more than ${limits.selections} selections with its fragments written out.`;
      return { refusal: { status: 200, body: { data: null, errors: [{ path: null, locations: null, message }] } } };
    }
    fields.set(operation, count);
  }
  return { read: { document, operations, fragments, fields } };
}

function fragmentsOf(document: DocumentNode): Fragments {
  const isFragment = (node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode =>
    node.kind === Kind.FRAGMENT_DEFINITION;
  return Object.fromEntries(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
}

function malformed(message: string): GraphQLAnswer {
  return { status: 400, body: { errors: [{ errorType: 'MalformedHttpRequestException', message }] } };
}
