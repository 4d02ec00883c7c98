import type { GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { Fragments } from './selection.ts';
import { fieldsByKey, selectionSetsOf } from './selection.ts';

/** How long the lists of introspection are: on the average of all types, and at most. */
type IntrospectionLists = ReadonlyMap<string, { readonly usual: number; readonly most: number }>;

/**
 * How many fields the answer to an operation has if every list in it has one item; only of introspection, whose lists
 * are known, they are counted whole. Directives are left out of account.
 * @param most after how many selections the counting stops: what nests through fragments has no end to speak of
 * @returns undefined when there are more selections than that
 */
export function countFields(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
  most: number,
): number | undefined {
  const lists = introspectionLists(schema);
  let selections = 0;
  let fields = 0;
  const count = (): boolean => (selections += 1) <= most;
  const visit = (sets: readonly SelectionSetNode[], parent: string, items: number, fromAllTypes: boolean): void => {
    if (selections > most) return;
    for (const nodes of fieldsByKey(sets, fragments, count).values()) {
      fields += items;
      const name = nodes[0]?.name.value ?? '';
      const type = typeOfField(schema, parent, name);
      const list = isIntrospection(schema, parent) ? lists.get(name) : undefined;
      const inAllTypes = list !== undefined && (fromAllTypes || name === 'types');
      visit(selectionSetsOf(nodes), type, items * ((inAllTypes ? list?.usual : list?.most) ?? 1), inAllTypes);
    }
  };
  visit([operation.selectionSet], schema.getRootType(operation.operation)?.name ?? '', 1, false);
  return selections > most ? undefined : Math.ceil(fields);
}

function typeOfField(schema: GraphQLSchema, parent: string, field: string): string {
  if (field === '__schema') return '__Schema';
  if (field === '__type') return '__Type';
  const type = schema.getType(parent);
  const output = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  return output ? getNamedType(output).name : '';
}

function isIntrospection(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  return type !== undefined && isIntrospectionType(type);
}

function introspectionLists(schema: GraphQLSchema): IntrospectionLists {
  const types = Object.values(schema.getTypeMap());
  const fields = types.filter((type) => isObjectType(type) || isInterfaceType(type)).map((type) => type.getFields());
  const args = fields.flatMap((byName) => Object.values(byName)).map((field) => field.args.length);
  const counts: Record<string, readonly number[]> = {
    types: [types.length],
    directives: [schema.getDirectives().length],
    fields: types.map((type) => (isObjectType(type) || isInterfaceType(type) ? sizeOf(type.getFields()) : 0)),
    args: [...args, ...schema.getDirectives().map((directive) => directive.args.length)],
    enumValues: types.map((type) => (isEnumType(type) ? type.getValues().length : 0)),
    inputFields: types.map((type) => (isInputObjectType(type) ? sizeOf(type.getFields()) : 0)),
    interfaces: types.map((type) => (isObjectType(type) ? type.getInterfaces().length : 0)),
    possibleTypes: [types.length],
  };
  return new Map(
    Object.entries(counts).map(([name, sizes]) => [
      name,
      { usual: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, most: Math.max(...sizes) },
    ]),
  );
}

function sizeOf(fields: object): number {
  return Object.keys(fields).length;
}
