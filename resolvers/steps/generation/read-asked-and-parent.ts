import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { hasEnded } from '../../../schema/has-ended.ts';
import type { ReadMany } from '../../item/read-many.ts';
import { readMany, rowsOf } from '../../item/read-many.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { asShown, itemOf } from '../../item/snippet-item.ts';
import type { QuotaItem } from '../../quota/quota-item.ts';
import { quotaId } from '../../quota/quota-item.ts';
import { noteQuota } from '../../quota/note-quota.ts';
import { notFound, stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { noteExisting } from '../../request/note-existing.ts';

const FAULT = 'The snippet to refine could not be read; nothing was started.';

/** Reads the same items as `read-asked`, and the snippet to refine. */
export function request(ctx: Context<{ id: string }, GenerationStash>): DynamoDBBatchGetItemRequest {
  return readMany([quotaId(ctx.stash.owner), ctx.args.id, ctx.stash.id], ctx.env);
}

type Answer = ReadMany<QuotaItem | SnippetRow>;

export function response(ctx: Context<{ id: string }, GenerationStash, undefined, undefined, Answer>): unknown {
  stopOnFault(ctx.error, FAULT);
  const [quota, parentRow, row] = rowsOf(ctx.result, FAULT);
  noteQuota(ctx.stash, quota as QuotaItem | null);
  noteExisting(ctx.stash, itemOf(row as SnippetRow | null));
  if (!ctx.stash.existing) noteParent(ctx.stash, itemOf(parentRow as SnippetRow | null) ?? notFound(ctx.args.id));
  return {};
}

function noteParent(stash: GenerationStash, parent: NonNullable<ReturnType<typeof itemOf>>): void {
  if (parent.owner !== stash.owner) notFound(parent.id);
  const code = (parent.parts ?? []).join('');
  if (!hasEnded(asShown(parent)) || !code) {
    util.error(
      `The snippet ${parent.id} is ${parent.status} and has no code to refine yet, or none at all.`,
      'Conflict',
    );
  }
  stash.language = parent.language;
  stash.parentUnits = code.length;
}
