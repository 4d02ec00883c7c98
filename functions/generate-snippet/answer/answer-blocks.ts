import type { CodeBlock } from './choose-block.ts';
import type { ExtractionOptions } from './code-piece.ts';
import type { Fence, OpeningLine } from './fences/fence-lines.ts';
import { evidenceOf } from './fences/line-evidence.ts';
import { columns, dedent, indentOf, unquote } from './fences/line-prefix.ts';
import { pairFences } from './fences/pair-fences.ts';
import type { TextLine } from './fences/text-lines.ts';
import { linesOf } from './fences/text-lines.ts';

/** The parts of a complete answer. */
export interface AnswerParts {
  /** Every block, in order. */
  readonly blocks: readonly CodeBlock[];
  /** Code that came without its opening fence; undefined when the first fence opens a block. */
  readonly unopened: string | undefined;
  /** What stands outside of every block, and before the first one. */
  readonly outside: string;
  readonly before: string;
}

/** Reads a whole answer, each fence as `pairFences` decides. */
export function readBlocks(said: string, asked: ExtractionOptions): AnswerParts {
  const lines = linesOf(said);
  const evidence = evidenceOf(lines, asked.fenceNames);
  const { roles, unopened } = pairFences(evidence, asked);
  const does = new Map(roles.map((role) => [role.line, role.does]));
  const parts = new PartsOfAnswer();
  if (unopened) parts.open({ fence: UNOPENED, before: '', label: '', code: '', closed: false });

  for (const [index, line] of lines.entries()) {
    const role = does.get(index);
    const { opening, closing } = evidence[index] ?? {};
    if (role === 'ended') parts.close();
    if (role === 'close' && closing) {
      parts.code({ text: closing.before, ending: closing.before === '' ? '' : line.ending || '\n' });
      parts.close();
      if (closing.behind !== '') parts.prose(closing.behind + line.ending);
    } else if (opening && (role === 'open' || (opening.closed && !parts.isOpen))) {
      parts.prose(opening.before);
      parts.open(opening, line.ending);
    } else parts.text(line);
  }
  return parts.end(unopened);
}

const UNOPENED: Fence = { mark: '`', length: 3, indent: 0, quotes: 0 };

interface OpenBlock {
  readonly fence: Fence;
  readonly label: string;
  readonly oneLine: boolean;
  text: string;
  dedent: number | undefined;
}

/** Collects blocks and prose line by line. */
class PartsOfAnswer {
  readonly #blocks: CodeBlock[] = [];
  #outside = '';
  #lead = '';
  #before: string | undefined;
  #block: OpenBlock | undefined;

  get isOpen(): boolean {
    return this.#block !== undefined;
  }

  open({ fence, label, code, closed }: OpeningLine, ending = ''): void {
    this.#before ??= this.#outside;
    const text = code === '' ? '' : code + (closed ? ending || '\n' : ending);
    this.#block = { fence, label, oneLine: closed, text, dedent: undefined };
    if (closed) this.close();
  }

  close(closed = true): void {
    if (!this.#block) return;
    const { label, oneLine, text } = this.#block;
    this.#blocks.push({ label, oneLine, text, closed, lead: this.#lead });
    this.#block = undefined;
    this.#lead = '';
  }

  prose(text: string): void {
    this.#outside += text;
    this.#lead += text;
  }

  text(line: TextLine): void {
    if (this.#block) this.code(line);
    else this.prose(line.text + line.ending);
  }

  /** A line of code, without its quotes and the indent of the fence. */
  code({ text: quoted, ending }: TextLine): void {
    const block = this.#block;
    if (!block) return;
    const text = unquote(quoted, block.fence.quotes) ?? quoted;
    const width = columns(indentOf(text));
    const decides = text.trim() !== '' || width > block.fence.indent;
    if (decides) block.dedent ??= Math.min(block.fence.indent, width);
    block.text += dedent(text, block.dedent ?? block.fence.indent) + ending;
  }

  end(unopened: boolean): AnswerParts {
    if (this.#block) this.#block.text = withoutBegunFence(this.#block.text, this.#block.fence);
    this.close(false);
    const [first, ...rest] = this.#blocks;
    return {
      blocks: unopened ? rest : this.#blocks,
      unopened: unopened ? (first?.text ?? '') : undefined,
      outside: this.#outside,
      before: this.#before ?? this.#outside,
    };
  }
}

/** The text of a block that was left open, without a last line that begins to close it. */
function withoutBegunFence(text: string, { mark, length }: Fence): string {
  const start = text.lastIndexOf('\n', text.length - (text.endsWith('\n') ? 2 : 1)) + 1;
  const last = text.slice(start).trim();
  const isBegun = last !== '' && last.length < length && [...last].every((character) => character === mark);
  return isBegun ? text.slice(0, start) : text;
}
