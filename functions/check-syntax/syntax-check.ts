import type { Language, SnippetCheckInput } from '../../schema/types.generated.ts';

/** What a look at the syntax of a code found; `repaired` is not its matter. */
export type Finding = Omit<SnippetCheckInput, 'repaired'>;

/** A place at which the code breaks the rules of its language. */
export type Fault = Finding['faults'][number];

/** Looks at the syntax of code without running it. It never fails: what cannot be checked is NOT_CHECKED. */
export interface SyntaxCheck {
  /** Loads what the language needs, so that `check` does not wait for it. May be called often; never rejects. */
  prepare(language: Language): Promise<void>;
  /** Never rejects. */
  check(language: Language, code: string): Promise<Finding>;
}

export const NOT_CHECKED: Finding = { state: 'NOT_CHECKED', faults: [] };

/** Parses code of one language. @returns its faults in the order of their places, or null when it gave up */
export type FaultFinder = (code: string) => readonly Fault[] | null;
