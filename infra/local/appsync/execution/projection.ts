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

interface Projected {
  readonly type: GraphQLObjectType;
  /** Of the subscription field in the answer. */
  readonly key: string;
  readonly nodes: Parameters<typeof selectionSetsOf>[0];
  readonly output: GraphQLOutputType;
}

/** A null that has to become its parent's. */
const refusedNull = Symbol('refused null');

type Writer = (value: unknown, path: (string | number)[], errors: RenderError[]) => unknown;

class RenderedTooLong extends Error {
  override readonly name = 'RenderedTooLong';
}

/**
 * Prepares what a subscriber's selection makes of an event: only what was published is there, the rest is null. No
 * resolver runs again. A selection is looked into as far as events reach, so that one which nests without end costs
 * nothing.
 * @param mostCharacters of the keys and texts an event may be rendered to, in UTF-16 units
 * @returns what renders an event; undefined stands for one that is longer
 */
export function prepareProjection(
  root: Projected,
  fragments: Fragments,
  variables: Record<string, unknown>,
  mostCharacters: number,
): (value: Record<string, unknown>) => Rendered | undefined {
  const write = writerOf(root.output, root.nodes, root.type.name);
  let left = mostCharacters;
  const spend = (characters: number): void => {
    left -= characters;
    if (left < 0) throw new RenderedTooLong();
  };
  return (value) => {
    const errors: RenderError[] = [];
    left = mostCharacters;
    try {
      const written = write(value, [root.key], errors);
      const data = { [root.key]: written === refusedNull ? null : written };
      return errors.length > 0 ? { data, errors } : { data };
    } catch (error) {
      if (error instanceof RenderedTooLong) return undefined;
      throw error;
    }
  };

  function writerOf(output: GraphQLOutputType, nodes: Projected['nodes'], parent: string): Writer {
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
    return isObjectType(named) ? objectWriter(named, nodes) : writeLeaf;
  }

  function writeLeaf(value: unknown): unknown {
    if (typeof value === 'string') spend(value.length);
    return value ?? null;
  }

  function listWriter(item: Writer): Writer {
    return (value, path, errors) => {
      if (!Array.isArray(value)) return null;
      const written = value.map((each, index) => item(each, [...path, index], errors));
      return written.includes(refusedNull) ? null : written;
    };
  }

  function objectWriter(type: GraphQLObjectType, nodes: Projected['nodes']): Writer {
    let parts: { key: string; name: string; write: Writer }[] | undefined;
    const prepare = (): NonNullable<typeof parts> =>
      [...collectFields(type, selectionSetsOf(nodes), fragments, variables)].map(([key, selected]) => {
        const name = selected[0]?.name.value ?? '';
        const field = type.getFields()[name];
        return { key, name, write: field ? writerOf(field.type, selected, type.name) : () => type.name };
      });
    return (value, path, errors) => {
      if (typeof value !== 'object' || value === null) return null;
      parts ??= prepare();
      const fields = value as Record<string, unknown>;
      const written: Record<string, unknown> = {};
      let refused = false;
      for (const { key, name, write } of parts) {
        spend(key.length);
        const result = write(fields[name], [...path, key], errors);
        if (result === refusedNull) refused = true;
        else written[key] = result;
      }
      return refused ? null : written;
    };
  }
}
