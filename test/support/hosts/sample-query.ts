import type { GraphQLField, GraphQLInputType } from 'graphql';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';

/** A query for a root field: the arguments that it demands with samples, the others as given or left out. */
export function sampleQuery(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, string>> = {},
): string {
  const args = field.args
    .filter(({ name, type }) => isNonNullType(type) || name in given)
    .map(({ name, type }) => `${name}: ${given[name] ?? sampleOf(type)}`);
  const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${sampleOf(field.type)}`).join(', ')} }`;
  }
  return samples[type.name] ?? '"x"';
}

const samples: Readonly<Record<string, string>> = {
  ID: '"00000000-0000-4000-8000-000000000000"',
  Int: '1',
  Float: '1.5',
  Boolean: 'false',
};
