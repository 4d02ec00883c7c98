import type { LanguageName } from '../../../../schema/languages.ts';

/** An answer in the manner of real ones, and the code in it: any of these, byte for byte; empty for none. */
export interface SeenAnswer {
  readonly title: string;
  readonly asked: LanguageName;
  readonly answer: string;
  readonly right: readonly string[];
}
