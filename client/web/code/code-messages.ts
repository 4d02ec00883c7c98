import type { Language } from '../../../schema/types.generated.ts';
import type { Line } from './colour-lines.ts';
import type { ChangedLine } from './compare-code.ts';

/** What the page asks of the worker. The answer carries the same ticket. */
export type CodeQuestion =
  | {
      readonly kind: 'colour';
      readonly ticket: number;
      readonly language: Language;
      readonly code: string;
      /** True: answer with every line. False: only with those that are not as in the answer before. */
      readonly whole: boolean;
    }
  | {
      readonly kind: 'compare';
      readonly ticket: number;
      readonly language: Language;
      readonly before: string;
      readonly after: string;
    };

/** What the worker answers. */
export type CodeAnswer =
  | {
      readonly kind: 'coloured';
      readonly ticket: number;
      readonly lines: readonly (readonly [index: number, line: Line])[];
    }
  | {
      readonly kind: 'compared';
      readonly ticket: number;
      /** Undefined: too different to compare. */
      readonly changes: readonly ChangedLine[] | undefined;
    };
