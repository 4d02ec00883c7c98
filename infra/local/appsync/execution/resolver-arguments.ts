import type { FieldNode, GraphQLField, GraphQLInputType } from 'graphql';
import { getNullableType, isInputObjectType, isListType, isNonNullType, Kind } from 'graphql';
import type { OtherAnswers } from '../runtime/unsettled.ts';

type Arguments = Record<string, unknown>;

/**
 * The arguments as a resolver is told of them: a nullable one bound to a variable that was not supplied arrives as null
 * (aws-appsync-community#348), one that is not written is absent. `other` says where it is the other way round.
 */
export function resolverArguments(
  args: Arguments,
  node: FieldNode | undefined,
  field: GraphQLField<unknown, unknown>,
  other: OtherAnswers,
): Arguments {
  const written = node?.arguments ?? [];
  const unsupplied = written
    .filter(({ name, value }) => value.kind === Kind.VARIABLE && !(name.value in args))
    .map(({ name }) => name.value);
  const told = other.has('argument that is not written')
    ? withAllKeys(args, field.args)
    : { ...args, ...Object.fromEntries(unsupplied.map((name) => [name, null])) };
  if (other.has('variable that is not supplied')) for (const name of unsupplied) delete told[name];
  return told;
}

function withAllKeys(map: Arguments, definitions: readonly { name: string; type: GraphQLInputType }[]): Arguments {
  const nullable = definitions.filter(({ type }) => !isNonNullType(type)).map(({ name }) => [name, null]);
  const given = definitions.filter(({ name }) => name in map).map(({ name, type }) => [name, filled(map[name], type)]);
  return { ...Object.fromEntries(nullable), ...Object.fromEntries(given) };
}

function filled(value: unknown, type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) {
    return Array.isArray(value) ? value.map((item) => filled(item, plain.ofType as GraphQLInputType)) : value;
  }
  if (!isInputObjectType(plain) || typeof value !== 'object' || value === null) return value;
  return withAllKeys(value as Arguments, Object.values(plain.getFields()));
}
