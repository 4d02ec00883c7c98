/** One line, its end included. */
export interface CodeLine {
  readonly text: string;
  /** How it came about, where two versions are compared. */
  readonly change?: 'added' | 'removed' | undefined;
}

/** The lines of a text, ends included: joined they are the text, unit for unit. */
export function linesOf(text: string): CodeLine[] {
  return text.split(/(?<=\n)/).map((line) => ({ text: line }));
}
