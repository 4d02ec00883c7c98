/** One line, including its line break. */
export interface CodeLine {
  readonly text: string;
  /** How the line differs from the other version, if two versions are compared. */
  readonly change?: 'added' | 'removed' | undefined;
}

/** Splits a text into lines, including their line breaks. The lines joined together are exactly the text. */
export function linesOf(text: string): CodeLine[] {
  return text.split(/(?<=\n)/).map((line) => ({ text: line }));
}
