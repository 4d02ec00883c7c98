import type { FunctionEntry } from '../../../functions/function-manifest.ts';
import type { FieldEntry, SourceName } from '../../../resolvers/manifest.ts';
import type { Synthesized } from './template.ts';

/** What a stack has to agree with. A test may change it, as it may change the stack. */
export interface Manifest {
  readonly fields: Record<string, FieldEntry>;
  readonly steps: Record<string, SourceName>;
  readonly batches: Partial<Record<string, number>>;
  readonly functions: Record<string, FunctionEntry>;
  readonly schema: string;
}

/** Sentences on what is wrong; none when all is well. */
export type Check = (stack: Synthesized, manifest: Manifest) => string[] | Promise<string[]>;
