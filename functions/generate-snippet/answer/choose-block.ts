import { outputNames, shellNames, textNames } from './fences/fence-names.ts';
import { isCommandsOnly, isInstallOnly } from './shapes/command-lines.ts';
import { hasWhole, isStubCode, signatureOf } from './shapes/stubs.ts';

/** A fenced block of an answer, as far as it has come. */
export interface CodeBlock {
  /** Name behind the fence, lower case; empty when there is none. */
  readonly label: string;
  /** Fenced and closed on one line: a code span that fills its line. */
  readonly oneLine: boolean;
  readonly text: string;
  readonly closed: boolean;
  /** What was said between the block before and this one. */
  readonly lead: string;
}

/** From no code at all to the language that was asked for. */
export const NEVER = 0;
const LAST_RESORT = 1;
const ONE_LINE = 2;
const OTHER_LANGUAGE = 3;
const UNLABELLED = 4;
const ASKED_ONE_LINE = 5;
const ASKED = 6;

/**
 * How likely a block is the code that was asked for, from 0, never: the asked language, no language, another language,
 * a code span. Shell commands and plain text come last, as they mostly say how to run the code or what it prints, unless a shell was
 * asked for; so do commands to install something under the name of the asked language. Other commands, and what a program has
 * printed, are never the code.
 */
export function rankBlock(
  { label, oneLine, text, closed }: Omit<CodeBlock, 'lead'>,
  fenceNames: readonly string[],
): number {
  const shellAsked = fenceNames.some((name) => shellNames.has(name));
  if (fenceNames.includes(label)) {
    if (closed && !shellAsked && isInstallOnly(text)) return LAST_RESORT;
    return oneLine ? ASKED_ONE_LINE : ASKED;
  }
  if (outputNames.has(label)) return NEVER;
  if (!shellAsked && (label === '' || shellNames.has(label)) && closed && isCommandsOnly(text)) return NEVER;
  if (textNames.has(label) || (shellNames.has(label) && !shellAsked)) return LAST_RESORT;
  if (oneLine) return ONE_LINE;
  return label === '' ? UNLABELLED : OTHER_LANGUAGE;
}

/**
 * Whether a block of this rank is shown while it comes, and not only when the answer has ended and nothing better came. A Markdown
 * document that came without a fence has blocks of its own, so of these only one of Markdown is.
 */
export function isShownEarly(rank: number, fenceNames: readonly string[]): boolean {
  return rank > (fenceNames.includes('markdown') ? OTHER_LANGUAGE : LAST_RESORT);
}

/**
 * The block that is the answer's code. Of two of the same rank the first: models put the solution first and examples of
 * its use behind it, and what a watcher holds stays. It gives way to a later block with its signature only when it is a stub, or
 * when the model says that it was wrong.
 */
export function chooseBlock<B extends CodeBlock>(blocks: readonly B[], fenceNames: readonly string[]): B | undefined {
  let best: B | undefined;
  let bestRank = NEVER;
  let signature: string | undefined;
  let isStub = false;
  for (const block of blocks) {
    const rank = block.text.trim() === '' ? NEVER : rankBlock(block, fenceNames);
    const again = rank === bestRank && (isStub || corrects(block.lead)) ? signature : undefined;
    if (rank > bestRank || (again !== undefined && hasWhole(block.text, again))) {
      [best, bestRank, signature] = [block, rank, signatureOf(block.text)];
      isStub = isStubCode(block.text);
    }
  }
  return best;
}

/** Whether the words before a block take back the one before. */
function corrects(lead: string): boolean {
  return /\b(?:correct(?:ed|ion)|mistake|wrong|oops|fixed version|let me fix)\b/i.test(lead.slice(0, LONGEST_LEAD));
}

const LONGEST_LEAD = 500;
