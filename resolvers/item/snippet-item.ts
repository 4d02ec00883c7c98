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

/**
 * The attributes of a snippet that a list shows. They do not change when a part is appended. A name that the schema
 * also has means the same as there.
 */
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
  /**
   * The size of the code of a completed snippet in bytes of UTF-8. It is null or absent if the worker did not report
   * it.
   */
  codeBytes?: number | null;
  usage?: TokenUsage;
  modelCalls?: number;
  check?: SnippetCheckInput;
  parentId?: string;
  failure?: StoredFailure;
  updatedAt: string;
  completedAt?: string;
  /**
   * The time until which an unfinished snippet may still make progress, in milliseconds since 1970. Afterwards every
   * read shows it as FAILED with TIMED_OUT. The only change that is still allowed records exactly this.
   */
  expectedUntil: number;
  /** The day to which the snippet was charged when it was recorded, and the number of tokens that were reserved. */
  charge?: { day: string; tokens: number };
}

/** The attributes of a snippet that no list shows. */
interface KeptAttributes {
  id: string;
  /** The key of an index. It has the form `owner#language`. */
  ownerLanguage: string;
  createdAt: string;
  /**
   * The language, instruction, parent and options of the request as one JSON text. A repeated call is the same call if
   * this text is equal. This attribute and all that follow are in no index, so the rows of a list lack them.
   */
  request: string;
  options: TaskOptions;
  sequence?: number;
  parts?: string[];
  /** The id of the attempt that holds the snippet, or held it last. */
  attempt?: string;
  /** The time at which the lease expires, in milliseconds since 1970. It is 0 after the snippet has ended. */
  lease?: number;
  /** The complete answer of an attempt that then asked for a repair. The code of this answer is in the parts. */
  kept?: StoredAnswer;
  /**
   * The tokens that an attempt has reported. The name of the attribute contains the id of the attempt without hyphens.
   */
  [report: `report_${string}`]: TokenUsage;
}

export interface SnippetItem extends KeptAttributes, ShownAttributes {}

/** A row of the table `Snippets`. It has the keys of the indexes, and one map with the attributes that a list shows. */
export interface SnippetRow extends KeptAttributes, Pick<ShownAttributes, 'owner' | 'parentId'> {
  shown: ShownAttributes;
}

/** Converts a row to a snippet. It returns null for null. */
export function itemOf(row: SnippetRow): SnippetItem;
export function itemOf(row: SnippetRow | null | undefined): SnippetItem | null;
export function itemOf(row: SnippetRow | null | undefined): SnippetItem | null {
  if (!row) return null;
  const { shown, ...kept } = row;
  return { ...shown, ...kept };
}

/**
 * Whether both are the same snippet. Equal ids are not enough, because anybody may use the id of a deleted snippet
 * again.
 */
export function isSameSnippet(one: Identified, other: Identified): boolean {
  return one.owner === other.owner && one.createdAt === other.createdAt;
}

type Identified = Pick<SnippetItem, 'owner' | 'createdAt'>;

/** The facts about a complete answer, without its code. */
export type StoredAnswer = Pick<MutationKeepAnswerArgs, 'model' | 'usage' | 'modelCalls' | 'check'>;

export interface StoredFailure {
  code: FailureCode;
  message: string;
  modelMessage?: string | null;
  retryable: boolean;
}

/** Returns true if no attempt holds the snippet. */
export function isUnclaimed(item: SnippetItem): boolean {
  return (item.lease ?? 0) < util.time.nowEpochMilliSeconds();
}

/**
 * Returns the snippet as every read shows it. If `expectedUntil` has passed, an unfinished snippet becomes FAILED, so
 * that no snippet stays unfinished for ever.
 */
export function asShown(item: SnippetItem): SnippetItem {
  if (hasEnded(item) || item.expectedUntil >= util.time.nowEpochMilliSeconds()) return item;
  return { ...item, ...timedOut(item) };
}

/**
 * Returns the attributes with which a snippet ends when `expectedUntil` has passed. Every read shows them, and the
 * next change records them.
 */
export function timedOut({ expectedUntil }: SnippetItem): Pick<SnippetItem, 'status' | 'failure' | 'updatedAt'> {
  const updatedAt = util.time.epochMilliSecondsToISO8601(expectedUntil);
  return { status: 'FAILED', failure: { code: 'TIMED_OUT', ...TIMED_OUT }, updatedAt };
}

/** A snippet as the resolvers of its fields receive it. */
export interface ShownSnippet extends SnippetItem {
  /**
   * True for event payloads and for deleted snippets. The resolvers of fields then return null instead of reading
   * DynamoDB or S3.
   */
  alone?: boolean;
}

/** Returns the code received so far, or null before the first part. */
export function joinedCode(item: SnippetItem): string | null {
  return item.parts && item.parts.length > 0 ? item.parts.join('') : null;
}
