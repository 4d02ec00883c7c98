import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, SelectionNode, SelectionSetNode } from 'graphql';
import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, print } from 'graphql';

export interface Fragments {
  readonly [name: string]: FragmentDefinitionNode;
}

/** The selection set of a field, as a resolver sees it. */
export interface DescribedSelection {
  /** The fields as paths with aliases, joined by slashes, fragments flattened. */
  readonly list: string[];
  /** As it stands in the query. */
  readonly text: string;
}

/** The fields a selection asks of a type, by the key they have in the answer; fragments are taken in. */
export function collectFields(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
  variables: Record<string, unknown>,
): Map<string, FieldNode[]> {
  return fieldsByKey(selectionSets, fragments, (selection) => {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false) return false;
    if (selection.kind === Kind.FIELD) return true;
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    const condition = part?.typeCondition?.name.value;
    return condition === undefined || condition === type.name;
  });
}

/**
 * Fields that stand for one in the answer, together. Every fragment is looked into once, however often it is spread
 * (https://spec.graphql.org/October2021/#CollectFields()); without that, fragments that spread each other twice cost
 * twice as much with each of them.
 * @param counts asked of every selection that is looked at: whether it is there at all; left out, each is
 */
export function fieldsByKey(
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
  counts: (selection: SelectionNode) => boolean = () => true,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!counts(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments[selection.name.value];
        if (fragment) visit(fragment.selectionSet);
      }
    }
  };
  selectionSets.forEach(visit);
  return fields;
}

export function selectionSetsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** Describes a selection set as AppSync passes it to resolvers. */
export function describeSelection(nodes: readonly FieldNode[], fragments: Fragments): DescribedSelection {
  const list: string[] = [];
  const visit = (sets: readonly SelectionSetNode[], prefix: string): void => {
    for (const [key, same] of fieldsByKey(sets, fragments)) {
      const path = `${prefix}${key}`;
      list.push(path);
      visit(selectionSetsOf(same), `${path}/`);
    }
  };
  const sets = selectionSetsOf(nodes);
  visit(sets, '');
  return { list, text: sets.map((set) => print(set)).join('\n') };
}
