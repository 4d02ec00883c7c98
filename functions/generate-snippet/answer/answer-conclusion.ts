import type { AnswerParts } from './answer-reading.ts';
import { createAnswerReading } from './answer-reading.ts';
import type { ExtractedCode } from './extract-code.ts';
import { isMarkdownDocument, isRestOfCode, isUnfencedCode } from './unfenced-code.ts';

/** What was asked for. */
interface Asked {
  /** Names of the language, lower case. */
  readonly fenceNames: readonly string[];
  /** The answer goes on with code that was cut. */
  readonly continuing: boolean;
}

const MOST_PROSE = 500;

/** Decides, when all has been said, what of an answer is its code. */
export function concludeAnswer(said: string, parts: AnswerParts, asked: Asked): ExtractedCode {
  if (isDocument(said, parts, asked)) return unfenced(withoutReasoning(said));
  if (isOnlyClosed(parts, asked)) return unfenced(parts.before);

  const { chosen, blocks, before, outside } = readAgain(said, parts, asked);
  const prose = shorten(outside);
  if (chosen) return { code: chosen.text, kind: 'fenced', complete: chosen.closed, prose };
  const isCode = asked.continuing ? isRestOfCode : isUnfencedCode;
  if (isCode(before, asked.fenceNames)) return unfenced(before);
  return { code: '', kind: 'none', complete: true, prose: prose || shorten(blocks[0]?.text ?? '') };
}

function unfenced(code: string): ExtractedCode {
  return { code, kind: 'unfenced', complete: true, prose: '' };
}

/** Markdown was asked for and came without a fence around it: the fences in it are its own. */
function isDocument(said: string, { blocks }: AnswerParts, { fenceNames }: Asked): boolean {
  if (!fenceNames.includes('markdown') || blocks.length === 0) return false;
  return !blocks.some(({ label }) => fenceNames.includes(label)) && isMarkdownDocument(withoutReasoning(said));
}

/** The code came without its opening fence, so the first fence, which has no name, is its closing one. */
function isOnlyClosed({ blocks, chosen, before }: AnswerParts, { fenceNames, continuing }: Asked): boolean {
  const [first] = blocks;
  if (!first || first.label !== '' || first.oneLine || before.trim() === '') return false;
  if (chosen && chosen !== first) return false;
  const codeFollows = isUnfencedCode(first.text, fenceNames);
  if (isUnfencedCode(before, fenceNames)) return !first.closed || !codeFollows;
  return continuing && !first.closed && !codeFollows && isRestOfCode(before, fenceNames);
}

/** The answer by the rules under which its last block closes, if there are any and no code follows. */
function readAgain(said: string, parts: AnswerParts, { fenceNames }: Asked): AnswerParts {
  const label = parts.chosen?.label ?? '';
  if (!parts.doubtful || parts.chosen?.closed || label === 'markdown' || label === 'md') return parts;
  for (const closingBehindCode of [false, true]) {
    const reading = createAnswerReading(fenceNames, { nesting: false, closingBehindCode });
    reading.push(said);
    const again = reading.end().parts;
    if (again.chosen?.closed && !isUnfencedCode(again.behind, fenceNames)) return again;
  }
  return parts;
}

/** Reasoning whose opening tag was the prompt's own. */
function withoutReasoning(said: string): string {
  return said.replace(/^[^]*<\/(?:think|thinking|reasoning)>\s*/i, '');
}

function shorten(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= MOST_PROSE) return trimmed;
  return trimmed.slice(0, MOST_PROSE).replace(/[\uD800-\uDBFF]$/, '');
}
