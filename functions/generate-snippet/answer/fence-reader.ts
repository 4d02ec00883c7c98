import type { Fence } from './fence-lines.ts';
import {
  closesFence,
  columns,
  couldClose,
  dedent,
  opensNestedFence,
  readOpeningLine,
  trailingMarks,
} from './fence-lines.ts';

/** What an answer in Markdown consists of, in order. Text comes in as many pieces as it pleases. */
export type FencePiece =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'open'; readonly label: string; readonly oneLine: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'close' }
  /** All that came before was the model's reasoning. */
  | { readonly kind: 'reasoned' };

/** How to read what a model has left unclear. */
export interface FenceRules {
  /** A fence with the name of a language within a block opens a block within, and the next closing fence closes that. */
  readonly nesting: boolean;
  /** A fence at the end of a line of code closes the block. */
  readonly closingBehindCode: boolean;
}

export interface FenceReader {
  push(text: string): FencePiece[];
  /** The rest. Doubtful: the last block stays open, though other rules might have closed it. */
  end(): { pieces: FencePiece[]; doubtful: boolean };
}

interface Block {
  readonly fence: Fence;
  /** Fences open within it. */
  nested: number;
  /** Columns to take from each line: the fence's indent, or the first line's when that is less. */
  dedent: number | undefined;
  /** What has been given out of the line now being read; undefined at the beginning of a line. */
  line: string | undefined;
}

const END_OF_REASONING = /^\s*<\/(?:think|thinking|reasoning)>/i;

/** Reads fenced blocks out of a stream: a line of code as it comes, unless it could become a closing fence. */
export function createFenceReader({ nesting, closingBehindCode }: FenceRules): FenceReader {
  let unread = '';
  let block: Block | undefined;
  let doubtful = false;
  let pieces: FencePiece[] = [];

  const give = (piece: FencePiece): void => {
    if (!('text' in piece) || piece.text !== '') pieces.push(piece);
  };

  /** The next line without its end, the end, and whether the line is all there. */
  const peekLine = (ended: boolean): { body: string; ending: string; whole: boolean } => {
    const newline = unread.indexOf('\n');
    if (newline < 0) return { body: unread, ending: '', whole: ended };
    const start = unread.charAt(newline - 1) === '\r' ? newline - 1 : newline;
    return { body: unread.slice(0, start), ending: unread.slice(start, newline + 1), whole: true };
  };

  const close = (): void => {
    give({ kind: 'close' });
    block = undefined;
  };

  /** Each of the three reads on by one step, or says that it has to wait for more. */
  const readOutside = (ended: boolean): boolean => {
    const { body, ending, whole } = peekLine(ended);
    if (!whole) return false;
    const reasoning = END_OF_REASONING.exec(body)?.[0];
    if (reasoning !== undefined) {
      give({ kind: 'reasoned' });
      unread = unread.slice(reasoning.length).replace(/^\r?\n/, '');
      return true;
    }
    unread = unread.slice(body.length + ending.length);
    const opening = readOpeningLine(body, ending === '');
    if (!opening) {
      give({ kind: 'prose', text: body + ending });
      return true;
    }
    const { fence, before, label, code, closed } = opening;
    give({ kind: 'prose', text: before });
    give({ kind: 'open', label, oneLine: closed });
    block = { fence, nested: 0, dedent: undefined, line: undefined };
    if (code !== '') give({ kind: 'code', text: closed ? `${code}${ending || '\n'}` : code + ending });
    if (closed) close();
    return true;
  };

  const readLineStart = (block: Block, ended: boolean): boolean => {
    const { fence } = block;
    const { body: quoted, ending, whole } = peekLine(ended);
    if (!whole && fence.quotes > 0) return false;
    const body = unquote(quoted, fence.quotes);
    if (body === undefined) {
      close();
      return true;
    }
    if (!whole && couldClose(body, fence)) return false;
    const closing = closesFence(body, fence);
    if (closing && block.nested === 0) {
      unread = unread.slice(quoted.length + ending.length);
      close();
      return true;
    }
    if (closing) {
      block.nested -= 1;
      doubtful = true;
    } else if (ending === '' && ended && trailingMarks(body, fence) !== '' && couldClose(body, fence)) {
      unread = '';
      return true;
    }
    const width = columns(/^[ \t]*/.exec(body)?.[0] ?? '');
    if (/\S/.test(body) || width > fence.indent) block.dedent ??= Math.min(fence.indent, width);
    unread = dedent(body, block.dedent ?? fence.indent) + unread.slice(quoted.length);
    block.line = '';
    return true;
  };

  const readLine = (block: Block, begun: string, ended: boolean): boolean => {
    const { fence } = block;
    const { body, ending, whole } = peekLine(ended);
    const marks = trailingMarks(body, fence);
    if (!whole) {
      const given = unread.slice(0, unread.length - heldBack(unread, marks));
      give({ kind: 'code', text: given });
      unread = unread.slice(given.length);
      block.line = begun + given;
      return given !== '';
    }
    unread = unread.slice(body.length + ending.length);
    block.line = undefined;
    const line = begun + body;
    const closing = marks.trimEnd().length >= fence.length && line.trim().length > marks.trimEnd().length;
    if (closing && (ending === '' || closingBehindCode)) {
      give({ kind: 'code', text: body.slice(0, body.lastIndexOf(marks)) + (ending || '\n') });
      close();
      return true;
    }
    if (closing) doubtful = true;
    if (nesting && opensNestedFence(line, fence)) block.nested += 1;
    give({ kind: 'code', text: body + ending });
    return true;
  };

  const read = (ended: boolean): FencePiece[] => {
    pieces = [];
    while (unread !== '') {
      if (!block) {
        if (!readOutside(ended)) break;
      } else if (block.line === undefined) {
        if (!readLineStart(block, ended)) break;
      } else if (!readLine(block, block.line, ended)) break;
    }
    return pieces;
  };

  return {
    push(text) {
      unread += text;
      return read(false);
    },
    end() {
      unread = unread.replace(/[\uD800-\uDBFF]$/, '');
      return { pieces: read(true), doubtful: doubtful && block !== undefined };
    },
  };
}

/** The line without its block quotes; undefined when it stands outside of them, which ends the block. */
function unquote(line: string, quotes: number): string | undefined {
  if (quotes === 0) return line;
  const [prefix] = new RegExp(`^(?: {0,3}> ?){${quotes}}`).exec(line) ?? [];
  return prefix === undefined ? undefined : line.slice(prefix.length);
}

/** How much of an unfinished line has to wait: a fence, the half of a line break, the half of a surrogate pair. */
function heldBack(text: string, marks: string): number {
  if (marks !== '') return marks.length + (text.endsWith('\r') ? 1 : 0);
  return /[\r\uD800-\uDBFF]$/.test(text) ? 1 : 0;
}
