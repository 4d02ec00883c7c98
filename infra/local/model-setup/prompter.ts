/** Asks whoever sits at the terminal. @returns the answer; undefined when there is none any more, as after Ctrl-D */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks the person at the terminal for decisions. */
export interface Prompter {
  /**
   * Whether to go on with what was just told.
   * @throws Error nobody can be asked, and nobody agreed beforehand
   */
  agrees(question: string): Promise<boolean>;
  /** The number of one of so many things, from 0; the first where nobody can be asked; undefined for none of them. */
  chooses(question: string, among: number): Promise<number | undefined>;
}

/**
 * @param ask undefined where nobody sits at a terminal
 * @param yes whether everything was agreed to beforehand
 */
export function createPrompter(ask: Ask | undefined, yes: boolean): Prompter {
  return {
    async agrees(question) {
      if (yes) return true;
      if (!ask) throw new Error('Nobody can be asked here. To agree beforehand: npm run model -- --yes');
      for (;;) {
        const answer = (await ask(`${question} [Y/n] `))?.trim().toLowerCase();
        if (answer === undefined || /^(n|no)$/.test(answer)) return false;
        if (/^(|y|yes)$/.test(answer)) return true;
      }
    },
    async chooses(question, among) {
      if (yes || !ask) return 0;
      for (;;) {
        const answer = (await ask(`${question} [1] `))?.trim();
        if (answer === undefined) return undefined;
        const number = answer === '' ? 1 : Number(answer);
        if (Number.isInteger(number) && number >= 1 && number <= among) return number - 1;
      }
    },
  };
}
