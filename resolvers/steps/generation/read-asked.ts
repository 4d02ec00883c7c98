import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import type { ReadMany } from '../../item/read-many.ts';
import { readMany, rowsOf } from '../../item/read-many.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { itemOf } from '../../item/snippet-item.ts';
import type { QuotaItem } from '../../quota/quota-item.ts';
import { quotaId } from '../../quota/quota-item.ts';
import { noteQuota } from '../../quota/note-quota.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { noteExisting } from '../../request/note-existing.ts';

const FAULT = 'The snippet could not be looked up; nothing was started.';

/** Reads the usage of the owner, and the snippet with the id that the caller chose. */
export function request(ctx: Context<object, GenerationStash>): DynamoDBBatchGetItemRequest {
  const { id, mayExist, owner } = ctx.stash;
  return readMany(mayExist ? [quotaId(owner), id] : [quotaId(owner)], ctx.env);
}

type Answer = ReadMany<QuotaItem | SnippetRow>;

export function response(ctx: Context<object, GenerationStash, undefined, undefined, Answer>): unknown {
  stopOnFault(ctx.error, FAULT);
  const [quota, row] = rowsOf(ctx.result, FAULT);
  noteQuota(ctx.stash, quota as QuotaItem | null);
  noteExisting(ctx.stash, itemOf(row as SnippetRow | null));
  return {};
}
