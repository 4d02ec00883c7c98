import { outputNames, shellNames, textNames } from './fence-info.ts';

/** A fenced block of an answer, as far as it has come. */
export interface CodeBlock {
  /** Name behind the fence, lower case; empty when there is none. */
  readonly label: string;
  /** Fenced and closed on one line: a code span that fills its line. */
  readonly oneLine: boolean;
  readonly text: string;
  readonly closed: boolean;
}

/** From no code at all to the language that was asked for. */
const NEVER = 0;
const LAST_RESORT = 1;
const ONE_LINE = 2;
const OTHER_LANGUAGE = 3;
const UNLABELLED = 4;
const ASKED_ONE_LINE = 5;
const ASKED = 6;

/**
 * How likely a block is the code that was asked for, from 0, never: the asked language, no language, another language,
 * a code span. Shell commands and plain text come last, as they mostly say how to run the code or what it prints, unless a shell was
 * asked for. Commands to install or run something, and what a program has printed, are never the code.
 */
export function rankBlock({ label, oneLine, text, closed }: CodeBlock, fenceNames: readonly string[]): number {
  if (fenceNames.includes(label)) return oneLine ? ASKED_ONE_LINE : ASKED;
  const shellAsked = fenceNames.some((name) => shellNames.has(name));
  if (outputNames.has(label)) return NEVER;
  if (!shellAsked && (label === '' || shellNames.has(label)) && closed && isCommandsOnly(text)) return NEVER;
  if (textNames.has(label) || (shellNames.has(label) && !shellAsked)) return LAST_RESORT;
  if (oneLine) return ONE_LINE;
  return label === '' ? UNLABELLED : OTHER_LANGUAGE;
}

/** Whether a block of this rank is shown while it comes, and not only when the answer has ended and nothing better came. */
export function isShownEarly(rank: number): boolean {
  return rank > LAST_RESORT;
}

/**
 * The block that is the answer's code. Of two of the same rank the first: models put the solution first and examples of
 * its use behind it, and what a watcher holds stays.
 */
export function chooseBlock<B extends CodeBlock>(blocks: readonly B[], fenceNames: readonly string[]): B | undefined {
  let best: B | undefined;
  let bestRank = NEVER;
  for (const block of blocks) {
    const rank = block.text.trim() === '' ? NEVER : rankBlock(block, fenceNames);
    if (rank > bestRank) [best, bestRank] = [block, rank];
  }
  return best;
}

const COMMAND =
  /^\s*(?:[$>%] |PS [^>]*> ?|(?:sudo |npx )?(?:pip3?|pipx|uv|poetry|conda|npm|npx|yarn|pnpm|bun|deno|brew|apt|apt-get|dnf|yum|pacman|apk|choco|winget|cargo|rustc|go|gem|bundle|composer|php|dotnet|mvn|gradle|\.\/\S+|python3?|py|node|tsx|ts-node|ruby|perl|java|javac|kotlinc|scalac?|swiftc?|gcc|g\+\+|clang|make|cmake|docker|git|cd|mkdir|touch|chmod|curl|wget|ls|cat|bash|sh)(?= [\w./@"'~-]|$))/;

/** Whether every line but comments installs or runs something. */
function isCommandsOnly(text: string): boolean {
  const lines = text.split('\n').filter((line) => /^\s*[^#\s]/.test(line));
  return lines.length > 0 && lines.every((line) => COMMAND.test(line));
}
