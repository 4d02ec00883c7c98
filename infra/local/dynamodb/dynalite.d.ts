declare module 'dynalite' {
  import type { Server } from 'node:http';
  export default function dynalite(options: { path: string; createTableMs: number }): Server;
}

declare module 'dynalite/db/index.js' {
  import type { Readable } from 'node:stream';
  import type { ClassicLevel, ValueIteratorOptions } from 'classic-level';
  /** What dynalite keeps its tables in. */
  export interface Store {
    readonly db: Omit<ClassicLevel<string, unknown>, 'get'> & {
      get(key: string, done: (error: unknown, value?: unknown) => void): void;
      /** What queries and scans read. */
      createValueStream(range: ValueIteratorOptions<string, unknown>): Readable;
    };
    /** Without false it refuses a table that is not ACTIVE. */
    getTable(name: string, how: TableFound | false, done?: TableFound): void;
  }
  type TableFound = (error: unknown, table?: Table) => void;
  export interface Table {
    readonly GlobalSecondaryIndexes?: readonly {
      readonly KeySchema: readonly { readonly AttributeName: string }[];
      readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
    }[];
  }
  /** An item: each value by its type, as `{ S: 'text' }`. */
  export type Attributes = Readonly<Record<string, object>>;
  const dynalite: {
    create(options: { path: string; createTableMs: number }): Store;
    /** Puts into the indexes what they hold of an item, and removes from them what they hold of it no more. */
    updateIndexes(
      store: Store,
      table: Table,
      before: Attributes | undefined,
      after: Attributes | undefined,
      done: (error?: unknown) => void,
    ): void;
  };
  export default dynalite;
}

declare module 'dynalite/validations/index.js' {
  export interface Rules {
    readonly types: unknown;
    readonly custom?: unknown;
  }
  const validations: {
    checkTypes(input: unknown, types: unknown): unknown;
    checkValidations(input: unknown, types: unknown, custom: unknown, store: unknown): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*' {
  import type { Rules } from 'dynalite/validations/index.js';
  const rules: Rules;
  export default rules;
}

declare module 'dynalite/actions/*' {
  import type { Store } from 'dynalite/db/index.js';
  const action: (store: Store, input: unknown, done: (error: unknown, output?: unknown) => void) => void;
  export default action;
}
