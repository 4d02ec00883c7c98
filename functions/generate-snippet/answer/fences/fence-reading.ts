import type { Fence } from './fence-lines.ts';
import type { OpenText } from './open-text.ts';

/** What a line does to the blocks of an answer; every other line is text of where it stands. */
export interface FenceRole {
  readonly line: number;
  /** `ended`: the block had ended before this line, as the quote around it had. */
  readonly does: 'open' | 'close' | 'ended';
}

/** A way to read the fences so far, and how much speaks against it. */
export interface Reading {
  readonly at: 'outside' | 'block' | 'nested';
  readonly cost: number;
  /** The open block; undefined outside. */
  readonly block: OpenBlock | undefined;
  /** What is open in the code of the block. */
  readonly open: OpenText;
  /** How many fences are open within the block. */
  readonly depth: number;
  /** Blocks before this place. */
  readonly blocks: number;
  /** Lines since the last fence that look out of place, up to the most that count. */
  readonly strange: number;
  /** Nothing but blank lines stands in the block so far. */
  readonly empty: boolean;
  readonly roles: Roles | undefined;
}

export interface OpenBlock {
  readonly fence: Fence;
  readonly label: string;
  /** Name of the language of its code: the label, else the language that was asked for. */
  readonly language: string;
}

/** The roles of lines so far, the last one first. */
export interface Roles {
  readonly last: FenceRole;
  readonly before: Roles | undefined;
}

/** Whether the block is a document, which has blocks of its own and sentences. */
export function isMarkdown({ label }: OpenBlock): boolean {
  return label === 'markdown' || label === 'md';
}
