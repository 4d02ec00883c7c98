import { util } from '@aws-appsync/utils';
import type { FailureCode, Language, SnippetStatus, TaskOptions, TokenUsage } from '../../schema/types.generated.ts';
import { TIMED_OUT } from '../../schema/failure-codes.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import { settingsOf } from '../request/resolver-settings.ts';

/** A snippet as the table `Snippets` keeps it; names that the schema has too mean the same. */
export interface SnippetItem {
  id: string;
  owner: string;
  /** `owner#language`, the key of the index `byOwnerAndLanguage`. */
  ownerLanguage: string;
  language: Language;
  instruction: string;
  /** What makes a repeated call the same: language, instruction, parent and options as one JSON text. */
  request: string;
  model: string;
  options: TaskOptions;
  status: SnippetStatus;
  objectKey: string;
  fileName: string;
  attempts: number;
  /** In no index, like the next three: absent from the rows of a list. */
  sequence?: number;
  parts?: string[];
  /** The attempt that holds the snippet, or did last. */
  attempt?: string;
  /** When the attempt's hold ends, in milliseconds of the resolvers' clock; 0 once the snippet has ended. */
  lease?: number;
  truncated: boolean;
  usage?: TokenUsage;
  modelCalls?: number;
  parentId?: string;
  failure?: StoredFailure;
  createdAt: string;
  updatedAt: string;
  completedAt?: string;
}

export interface StoredFailure {
  code: FailureCode;
  message: string;
  modelMessage?: string | null;
  retryable: boolean;
}

/** True when no attempt holds the snippet now; in the rows of a list, which know no lease, always. */
export function isUnheld(item: SnippetItem): boolean {
  return (item.lease ?? 0) < util.time.nowEpochMilliSeconds();
}

/**
 * The snippet as every read shows it: an unfinished one that is older than `overdueMs` and held by nobody is FAILED, so
 * that none stays unfinished for ever.
 */
export function asShown(item: SnippetItem, env: Record<string, string>): SnippetItem {
  if (hasEnded(item) || !isUnheld(item)) return item;
  const age = util.time.nowEpochMilliSeconds() - util.time.parseISO8601ToEpochMilliSeconds(item.createdAt);
  if (age <= settingsOf(env).overdueMs) return item;
  return { ...item, status: 'FAILED', failure: { code: 'TIMED_OUT', ...TIMED_OUT } };
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
