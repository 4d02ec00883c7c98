import { util } from '@aws-appsync/utils';
import type {
  FailureCode,
  Language,
  MutationKeepAnswerArgs,
  SnippetCheckInput,
  SnippetStatus,
  TaskOptions,
  TokenUsage,
} from '../../schema/types.generated.ts';
import { TIMED_OUT } from '../../schema/failure-codes.ts';
import { hasEnded } from '../../schema/has-ended.ts';

/** What a list shows of a snippet; names that the schema has too mean the same. It does not change with a part. */
interface ShownAttributes {
  owner: string;
  language: Language;
  instruction: string;
  model: string;
  status: SnippetStatus;
  objectKey: string;
  fileName: string;
  attempts: number;
  truncated: boolean;
  /** Of a completed snippet's code, in bytes of UTF-8; null or absent where the worker did not tell. */
  codeBytes?: number | null;
  usage?: TokenUsage;
  modelCalls?: number;
  check?: SnippetCheckInput;
  parentId?: string;
  failure?: StoredFailure;
  updatedAt: string;
  completedAt?: string;
  /**
   * Until when something may still come of an unfinished snippet, in milliseconds of the resolvers' clock. Afterwards every
   * read shows it as FAILED with TIMED_OUT, and nothing changes it any more but to write just that.
   */
  expectedUntil: number;
  /** What was charged to the owner when it was recorded: on which day, and the tokens that were set aside. */
  charge?: { day: string; tokens: number };
}

/** What is kept of a snippet beside that. */
interface KeptAttributes {
  id: string;
  /** `owner#language`, the key of an index. */
  ownerLanguage: string;
  createdAt: string;
  /** In no index, like all that follow: absent from the rows of a list. What makes a repeated call the same: language, instruction, parent and options as one JSON text. */
  request: string;
  options: TaskOptions;
  sequence?: number;
  parts?: string[];
  /** The attempt that holds the snippet, or did last. */
  attempt?: string;
  /** When the attempt's hold ends, in milliseconds of the resolvers' clock; 0 once the snippet has ended. */
  lease?: number;
  /** The whole answer of an attempt that then asked for a repair; its code is in the parts. */
  kept?: StoredAnswer;
  /** What an attempt cost, once it has told, by its id without dashes. */
  [report: `report_${string}`]: TokenUsage;
}

export interface SnippetItem extends KeptAttributes, ShownAttributes {}

/** A row of the table `Snippets`: the keys of its indexes, and in one map what a list shows. */
export interface SnippetRow extends KeptAttributes, Pick<ShownAttributes, 'owner' | 'parentId'> {
  shown: ShownAttributes;
}

/** The snippet of a row, null without one. */
export function itemOf(row: SnippetRow): SnippetItem;
export function itemOf(row: SnippetRow | null | undefined): SnippetItem | null;
export function itemOf(row: SnippetRow | null | undefined): SnippetItem | null {
  if (!row) return null;
  const { shown, ...kept } = row;
  return { ...shown, ...kept };
}

/** Whether both are one snippet: the id of a deleted one may have been taken anew, by anybody. */
export function isSameSnippet(one: Identified, other: Identified): boolean {
  return one.owner === other.owner && one.createdAt === other.createdAt;
}

type Identified = Pick<SnippetItem, 'owner' | 'createdAt'>;

/** What is known of a whole answer beside its code. */
export type StoredAnswer = Pick<MutationKeepAnswerArgs, 'model' | 'usage' | 'modelCalls' | 'check'>;

export interface StoredFailure {
  code: FailureCode;
  message: string;
  modelMessage?: string | null;
  retryable: boolean;
}

/** True when no attempt holds the snippet now. */
export function isUnclaimed(item: SnippetItem): boolean {
  return (item.lease ?? 0) < util.time.nowEpochMilliSeconds();
}

/** The snippet as every read shows it: one of which nothing can come any more is FAILED, so that none stays unfinished. */
export function asShown(item: SnippetItem): SnippetItem {
  if (hasEnded(item) || item.expectedUntil >= util.time.nowEpochMilliSeconds()) return item;
  return { ...item, ...timedOut(item) };
}

/** The end of a snippet past its `expectedUntil`: shown by every read, and written as it was shown. */
export function timedOut({ expectedUntil }: SnippetItem): Pick<SnippetItem, 'status' | 'failure' | 'updatedAt'> {
  const updatedAt = util.time.epochMilliSecondsToISO8601(expectedUntil);
  return { status: 'FAILED', failure: { code: 'TIMED_OUT', ...TIMED_OUT }, updatedAt };
}

/** A snippet as its fields find it. */
export interface ShownSnippet extends SnippetItem {
  /** Set in events and on what was just deleted: no link, and nothing else is read. */
  alone?: boolean;
}

/** The code so far; null before the first part. */
export function joinedCode(item: SnippetItem): string | null {
  return item.parts && item.parts.length > 0 ? item.parts.join('') : null;
}
