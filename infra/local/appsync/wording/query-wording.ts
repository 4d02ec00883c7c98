import type { ASTNode, DocumentNode, GraphQLError, GraphQLSchema, ValueNode } from 'graphql';
import { getNullableType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { ErrorEntry } from '../execution/graphql-errors.ts';
import { located } from '../execution/graphql-errors.ts';
import { literalWords } from './literal-wording.ts';

type Words = (found: RegExpMatchArray, path: string, error: GraphQLError) => string;

const kind = (type: string, text: string): string => `Validation error of type ${type}: ${text}`;

/** graphql-js says so of fields of one name that are too many to compare with each other. */
const VALIDATION_GAVE_UP = 'Validation aborted.';
const TOO_MUCH_TO_COMPARE =
  'The query has too many fields of the same name to compare with each other; ask for each once, or by aliases.';
/** As much of a message as is looked at for the place it ends with, in UTF-16 units. */
const LONGEST_NAMED_PLACE = 500;

/** graphql-js's words for what is wrong with a query, and those of the old graphql-java that AppSync runs on. */
const rules: [RegExp, Words][] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    ([, field, type], path) => kind('FieldUndefined', `Field '${field}' in type '${type}' is undefined @ '${path}'`),
  ],
  [
    /^Unknown argument "(.+?)" on field "(.+?)\.(.+?)"/,
    ([, argument], path) => kind('UnknownArgument', `Unknown field argument ${argument} @ '${path}'`),
  ],
  [
    /^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required/,
    ([, , argument], path) => kind('MissingFieldArgument', `Missing field argument ${argument} @ '${path}'`),
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    ([, field, type], path) =>
      kind(
        'SubSelectionRequired',
        `Sub selection required for type ${type?.replace(/[[\]!]/g, '')} of field ${field} @ '${path}'`,
      ),
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields/,
    ([, field, type], path) =>
      kind('SubSelectionNotAllowed', `Sub selection not allowed on leaf type ${type} of field ${field} @ '${path}'`),
  ],
  [/^Unknown type "(.+?)"/, ([, type]) => kind('UnknownType', `Unknown type ${type}`)],
  [
    /^Unknown fragment "(.+?)"/,
    ([, fragment], path) => kind('UndefinedFragment', `Undefined fragment ${fragment} @ '${path}'`),
  ],
  [/^Fragment "(.+?)" is never used/, ([, fragment]) => kind('UnusedFragment', `Unused fragment ${fragment}`)],
  [
    /^Variable "\$(.+?)" is not defined/,
    ([, variable], path) => kind('UndefinedVariable', `Undefined variable ${variable} @ '${path}'`),
  ],
  [/^Variable "\$(.+?)" is never used/, ([, variable]) => kind('UnusedVariable', `Unused variable ${variable}`)],
  [
    /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    ([, , given, wanted], path) =>
      kind('VariableTypeMismatch', `Variable type '${given}' doesn't match expected type '${wanted}' @ '${path}'`),
  ],
  [
    /^Unknown directive "@(.+?)"/,
    ([, name], path) => kind('UnknownDirective', `Unknown directive ${name} @ '${path}'`),
  ],
];

/** Refusals of a query before it is run: `path` is null, `data` with them too. */
export function queryErrors(
  errors: readonly GraphQLError[],
  document: DocumentNode,
  schema: GraphQLSchema,
): ErrorEntry[] {
  const places = placesOf(new Set(errors.flatMap(({ nodes }) => nodes ?? [])), document, schema);
  return errors.map((error) => ({
    path: null,
    locations: (error.locations ?? []).map(located),
    message: reworded(error, places),
  }));
}

function reworded(error: GraphQLError, places: Places): string {
  if (error.message === VALIDATION_GAVE_UP) return TOO_MUCH_TO_COMPARE;
  const last = [...places.keys()].filter((node) => error.nodes?.includes(node)).at(-1);
  const place = (last && places.get(last)) ?? { path: '' };
  for (const [pattern, words] of rules) {
    const found = error.message.match(pattern);
    if (found) return words(found, place.path, error);
  }
  const [node] = error.nodes ?? [];
  if (
    node &&
    place.argument &&
    /(cannot represent|Expected value|does not exist in|is not defined by type|was not provided)/.test(error.message)
  ) {
    const value = literalWords(node.kind === Kind.OBJECT_FIELD ? node.value : (node as ValueNode));
    return kind(
      'WrongType',
      `argument '${place.argument}' with value '${value}' is not a valid '${place.type}' @ '${place.path}'`,
    );
  }
  return kind('InvalidSyntax', `${error.message} @ '${place.path}'`);
}

interface Place {
  /** Field names from the root, with slashes. */
  path: string;
  /** With the fields of an input object after it, joined by dots. */
  argument?: string;
  type?: string;
}

/** In the order of the document. */
type Places = ReadonlyMap<ASTNode, Place>;

/** Where nodes of a document stand, found in one walk for all of them. */
function placesOf(wanted: ReadonlySet<ASTNode>, document: DocumentNode, schema: GraphQLSchema): Places {
  const places = new Map<ASTNode, Place>();
  const fields: string[] = [];
  const inputs: string[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      enter(node) {
        if (node.kind === Kind.FIELD) fields.push(node.name.value);
        if (node.kind === Kind.OBJECT_FIELD) inputs.push(node.name.value);
        if (!wanted.has(node)) return;
        const argument = info.getArgument();
        places.set(node, {
          path: fields.join('/'),
          ...(argument
            ? {
                argument: [argument.name, ...inputs].join('.'),
                type: String(getNullableType(info.getInputType() ?? argument.type)),
              }
            : {}),
        });
      },
      leave(node) {
        if (node.kind === Kind.FIELD) fields.pop();
        if (node.kind === Kind.OBJECT_FIELD) inputs.pop();
      },
    }),
  );
  return places;
}

/** Returns AppSync's errors for variables that do not fit their types. */
export function variableErrors(errors: readonly GraphQLError[]): ErrorEntry[] {
  return errors.map((error) => ({
    path: null,
    locations: (error.locations ?? []).map(located),
    message: variableWords(error),
  }));
}

function variableWords({ message, originalError }: GraphQLError): string {
  const missing =
    /^Variable "\$([^"]+)" of (?:required|non-null) type "([^"]+)" (?:was not provided|must not be null)/.exec(message);
  if (missing) return `Variable '${missing[1]}' has coerced Null value for NonNull type '${missing[2]}'`;
  const problem = originalError?.message ?? message;
  const name = nameWithin(message.slice(0, message.length - problem.length));
  const required = /^Field "([^"]+)" of required type "([^"]+)" was not provided/.exec(problem);
  if (required) return `Variable '${required[1]}' has coerced Null value for NonNull type '${required[2]}'`;
  const notNull = /^Expected non-nullable type "([^"]+)" not to be null/.exec(problem);
  if (notNull) return `Variable '${name}' has coerced Null value for NonNull type '${notNull[1]}'`;
  const unknown = /^Field "(.+)" is not defined by type "([^"]+)"\./s.exec(problem);
  if (unknown) {
    return `The variables input contains a field name '${unknown[1]}' that is not defined for input object type '${unknown[2]}' `;
  }
  const choice = /^Value "(.*)" does not exist in "([^"]+)" enum/s.exec(problem);
  if (choice) {
    return `Variable '${name}' has an invalid value. Invalid input for Enum '${choice[2]}'. No value found for name '${choice[1]}'`;
  }
  return `Variable '${name}' has an invalid value. ${problem}`;
}

/**
 * The name AppSync calls a value by: of the innermost input field, else of the variable.
 * @param beginning `Variable "$v" got invalid value 1 at "v.size"; `, where the value, which is the caller's, may hold anything
 */
function nameWithin(beginning: string): string {
  const end = beginning.slice(-LONGEST_NAMED_PLACE);
  const inner = /\.([^".[]+)(?:\[\d+\])*"; $/.exec(end)?.[1];
  return inner ?? /^Variable "\$([^"]+)"/.exec(beginning)?.[1] ?? '';
}
