declare module 'dynalite' {
  import type { Server } from 'node:http';
  export default function dynalite(options: { path: string; createTableMs: number }): Server;
}

declare module 'dynalite/db/index.js' {
  import type { ClassicLevel } from 'classic-level';
  /** What dynalite keeps its tables in. */
  export interface Store {
    readonly db: ClassicLevel<string, unknown>;
  }
  const dynalite: {
    create(options: { path: string; createTableMs: number }): Store;
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
