import type { GraphQLObjectType, GraphQLOutputType } from 'graphql';
import { getNamedType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import { nullRefused } from './graphql-errors.ts';
import type { Fragments } from './selection.ts';
import { collectFields, selectionSetsOf } from './selection.ts';

interface RenderError {
  readonly message: string;
  readonly path: (string | number)[];
}

export interface Rendered {
  readonly data: Record<string, unknown>;
  readonly errors?: RenderError[];
}

/** A null that has to become its parent's. */
const refusedNull = Symbol('refused null');

type Writer = (value: unknown, path: (string | number)[], errors: RenderError[]) => unknown;

/**
 * Prepares what a subscriber's selection makes of an event: only what was published is there, the rest is null. No
 * resolver runs again.
 * @param key of the subscription field in the answer
 */
export function prepareProjection(
  root: {
    type: GraphQLObjectType;
    key: string;
    nodes: Parameters<typeof selectionSetsOf>[0];
    output: GraphQLOutputType;
  },
  fragments: Fragments,
  variables: Record<string, unknown>,
): (value: Record<string, unknown>) => Rendered {
  const write = writerOf(root.output, root.nodes, root.type.name);
  return (value) => {
    const errors: RenderError[] = [];
    const written = write(value, [root.key], errors);
    const data = { [root.key]: written === refusedNull ? null : written };
    return errors.length > 0 ? { data, errors } : { data };
  };

  function writerOf(output: GraphQLOutputType, nodes: typeof root.nodes, parent: string): Writer {
    if (isNonNullType(output)) {
      const inner = writerOf(output.ofType, nodes, parent);
      const name = getNamedType(output).name;
      return (value, path, errors) => {
        const written = inner(value, path, errors);
        if (written !== null) return written;
        errors.push({ message: nullRefused(name, parent, path), path });
        return refusedNull;
      };
    }
    const nullable = getNullableType(output);
    if (isListType(nullable)) return listWriter(writerOf(nullable.ofType as GraphQLOutputType, nodes, parent));
    const named = getNamedType(output);
    return isObjectType(named) ? objectWriter(named, nodes) : (value) => value ?? null;
  }

  function listWriter(item: Writer): Writer {
    return (value, path, errors) => {
      if (!Array.isArray(value)) return null;
      const written = value.map((each, index) => item(each, [...path, index], errors));
      return written.includes(refusedNull) ? null : written;
    };
  }

  function objectWriter(type: GraphQLObjectType, nodes: typeof root.nodes): Writer {
    const parts: { key: string; name: string; write: Writer }[] = [];
    for (const [key, selected] of collectFields(type, selectionSetsOf(nodes), fragments, variables)) {
      const name = selected[0]?.name.value ?? '';
      const field = type.getFields()[name];
      parts.push({ key, name, write: field ? writerOf(field.type, selected, type.name) : () => type.name });
    }
    return (value, path, errors) => {
      if (typeof value !== 'object' || value === null) return null;
      const fields = value as Record<string, unknown>;
      const written: Record<string, unknown> = {};
      let refused = false;
      for (const { key, name, write } of parts) {
        const result = write(fields[name], [...path, key], errors);
        if (result === refusedNull) refused = true;
        else written[key] = result;
      }
      return refused ? null : written;
    };
  }
}
