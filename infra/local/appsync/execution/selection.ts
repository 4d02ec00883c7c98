import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, print } from 'graphql';

export interface Fragments {
  readonly [name: string]: FragmentDefinitionNode;
}

/** The fields a selection asks of a type, by the key they have in the answer; fragments are taken in. */
export function collectFields(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
  variables: Record<string, unknown>,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = part?.typeCondition?.name.value;
      if (part && (condition === undefined || condition === type.name)) visit(part.selectionSet);
    }
  };
  selectionSets.forEach(visit);
  return fields;
}

export function selectionSetsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** What AppSync hands to resolvers of a selection: its text, and its fields as paths with aliases, fragments flattened. */
export function describeSelection(nodes: readonly FieldNode[], fragments: Fragments): { list: string[]; text: string } {
  const list: string[] = [];
  const visit = ({ selections }: SelectionSetNode, prefix: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const path = `${prefix}${selection.alias?.value ?? selection.name.value}`;
        if (!list.includes(path)) list.push(path);
        if (selection.selectionSet) visit(selection.selectionSet, `${path}/`);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      if (part) visit(part.selectionSet, prefix);
    }
  };
  const sets = selectionSetsOf(nodes);
  for (const set of sets) visit(set, '');
  return { list, text: sets.map((set) => print(set)).join('\n') };
}
