import type { GraphQLObjectType, GraphQLOutputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { Fragments } from '../execution/selection.ts';
import { collectFields, selectionSetsOf } from '../execution/selection.ts';

/** The payload of a mutation for the subscribers of one field. */
export interface Publication {
  readonly field: string;
  /** By the names of the schema; only what the mutation selected. */
  readonly value: Record<string, unknown>;
}

/** By mutation, the subscription fields that its answers are pushed to, as `@aws_subscribe` says. */
export function subscriptionsByMutation(schema: GraphQLSchema): Map<string, string[]> {
  const byMutation = new Map<string, string[]>();
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const directive = field.astNode?.directives?.find(({ name }) => name.value === 'aws_subscribe');
    const list = directive?.arguments?.find(({ name }) => name.value === 'mutations')?.value;
    for (const item of list && 'values' in list ? list.values : []) {
      const mutation = 'value' in item ? String(item.value) : '';
      byMutation.set(mutation, [...(byMutation.get(mutation) ?? []), field.name]);
    }
  }
  return byMutation;
}

interface Mutated {
  readonly type: GraphQLObjectType;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Record<string, unknown>;
  readonly data: Record<string, unknown>;
}

/**
 * Returns the publications of an executed mutation: one for each subscription to each of its fields that is not null.
 */
export function publicationsOf(mutated: Mutated, subscriptions: ReadonlyMap<string, string[]>): Publication[] {
  const { type, operation, fragments, variables, data } = mutated;
  const publications: Publication[] = [];
  for (const [key, nodes] of collectFields(type, [operation.selectionSet], fragments, variables)) {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    const value = data[key];
    if (!field || value === null || value === undefined) continue;
    for (const subscription of subscriptions.get(field.name) ?? []) {
      publications.push({ field: subscription, value: unaliased(value, field.type, nodes) as Record<string, unknown> });
    }
  }
  return publications;

  function unaliased(value: unknown, output: GraphQLOutputType, nodes: Parameters<typeof selectionSetsOf>[0]): unknown {
    const named = getNamedType(output);
    if (Array.isArray(value)) return value.map((item) => unaliased(item, output, nodes));
    if (!isObjectType(named) || value === null) return value;
    const plain: Record<string, unknown> = {};
    for (const [key, selected] of collectFields(named, selectionSetsOf(nodes), fragments, variables)) {
      const [node] = selected;
      const field = node && named.getFields()[node.name.value];
      if (field) plain[field.name] = unaliased((value as Record<string, unknown>)[key], field.type, selected);
    }
    return plain;
  }
}
