import type { Language, SnippetCheckInput } from '../../schema/types.generated.ts';

/** The result of a syntax check. It lacks `repaired`, which the caller of the check adds. */
export type Finding = Omit<SnippetCheckInput, 'repaired'>;

/** A place at which the code breaks the rules of its language. */
export type Fault = Finding['faults'][number];

/**
 * Checks the syntax of code without running it. It never fails. If the code cannot be checked, the result is
 * NOT_CHECKED.
 */
export interface SyntaxCheck {
  /** Loads what the language needs, so that `check` does not wait for it. May be called often; never rejects. */
  prepare(language: Language): Promise<void>;
  /** Never rejects. */
  check(language: Language, code: string): Promise<Finding>;
}

export const NOT_CHECKED: Finding = { state: 'NOT_CHECKED', faults: [] };

/** Parses code of one language. @returns its faults in the order of their places, or null if parsing took too long */
export type FaultFinder = (code: string) => readonly Fault[] | null;
