import type { LanguageFacts } from '../../../../schema/languages.ts';
import { languages } from '../../../../schema/languages.ts';
import { isCodeLine } from '../shapes/code-shapes.ts';
import { isSentence } from '../shapes/prose-sentences.ts';
import type { ClosingLine, OpeningLine } from './fence-lines.ts';
import { readClosingLine, readOpeningLine } from './fence-lines.ts';
import { trimBlanks } from './invisible.ts';
import { readQuotes } from './line-prefix.ts';
import type { TextLine } from './text-lines.ts';

/** What one line of an answer says about the fences, whatever is open. */
export interface LineEvidence {
  readonly text: string;
  readonly opening: OpeningLine | undefined;
  readonly closing: ClosingLine | undefined;
  /**
   * How its neighbours look: 1 where a fence would open (a blank line or a colon before it), -1 where one would close (a blank
   * line or nothing behind it), 0 where both or neither is the case.
   */
  readonly look: number;
  readonly isBlank: boolean;
  /** A line break follows. */
  readonly isEnded: boolean;
  isCode(): boolean;
  isProse(): boolean;
}

const LONGEST_LOOKED_AT = 1000;

/** The evidence of each line of an answer. @param fenceNames names of the asked language */
export function evidenceOf(lines: readonly TextLine[], fenceNames: readonly string[]): LineEvidence[] {
  const language = Object.values<LanguageFacts>(languages).find(({ fences }) => fences.includes(fenceNames[0] ?? ''));
  const bare = lines.map(({ text }) => trimBlanks(text.slice(readQuotes(text).start)));
  return lines.map(({ text, ending }, index) => {
    const before = bare[index - 1] ?? '';
    const opens = before === '' || /[:：]$/.test(before);
    const closes = (bare[index + 1] ?? '') === '';
    const short = text.slice(0, LONGEST_LOOKED_AT);
    const hasMarks = text.includes('``') || text.includes('~~');
    return {
      text,
      opening: hasMarks ? readOpeningLine(text) : undefined,
      closing: hasMarks ? readClosingLine(text) : undefined,
      look: Number(opens) - Number(closes),
      isBlank: bare[index] === '',
      isEnded: ending !== '',
      isCode: once(() => isCodeLine(short, language)),
      isProse: once(() => isSentence(short)),
    };
  });
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= ask());
}
