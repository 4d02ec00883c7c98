import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { changeSnippet, wasRefused } from '../../item/change-snippet.ts';
import { stillExpected } from '../../item/conditions.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { itemOf } from '../../item/snippet-item.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { WORKER_NOT_STARTED } from '../../../schema/failure-codes.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBUpdateItemRequest {
  if (!ctx.stash.startRefused) runtime.earlyReturn({});
  const failure = { code: 'WORKER_NOT_STARTED', ...WORKER_NOT_STARTED };
  return changeSnippet(
    ctx.stash.id,
    { show: { status: 'FAILED', failure, updatedAt: util.time.nowISO8601() } },
    stillExpected('shown.#status = :pending', [], { pending: 'PENDING' }),
  );
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, SnippetRow>): unknown {
  if (wasRefused(ctx.error)) return {};
  stopOnFault(ctx.error, 'The work could not be started, and that could not be recorded.');
  ctx.stash.item = itemOf(ctx.result);
  return {};
}
