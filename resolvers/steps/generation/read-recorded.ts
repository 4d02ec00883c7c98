import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { notFound, stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import { refuseDifferentRequest } from '../../request/same-request.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { asShown, itemOf } from '../../item/snippet-item.ts';
import { deploymentCheck, firstRefusal, ownerChecks, refusalSentence } from '../../quota/quota-checks.ts';
import type { QuotaItem } from '../../quota/quota-item.ts';

/** Reads the recorded snippet, or the counters that refused the request. */
export function request(ctx: Context<object, GenerationStash>): DynamoDBGetItemRequest {
  return readSnippet(ctx.stash.refusedBy ?? ctx.stash.id);
}

type Answer = SnippetRow | QuotaItem | null;

export function response(ctx: Context<object, GenerationStash, undefined, undefined, Answer>): unknown {
  if (ctx.stash.refusedBy) refuseByQuota(ctx.stash, (ctx.result ?? {}) as QuotaItem);
  stopOnFault(ctx.error, 'The snippet was recorded, but could not be read; ask for it by its id.');
  const item = itemOf(ctx.result as SnippetRow | null) ?? notFound(ctx.stash.id);
  refuseDifferentRequest(item, ctx.stash);
  return asShown(item);
}

/** Ends the request with `QuotaExceeded`, or as one to be repeated when there is room again by now. */
function refuseByQuota({ limits, askedTokens, deploymentLimit }: GenerationStash, item: QuotaItem): never {
  const checks =
    typeof deploymentLimit === 'number'
      ? [deploymentCheck(item, deploymentLimit)]
      : ownerChecks(item, limits, askedTokens);
  const refusal = firstRefusal(checks);
  if (!refusal)
    util.error('Your quota was changing at that moment; nothing was started. Ask again.', 'InternalFailure');
  const { quota, limit, used, resetsAt } = refusal;
  util.error(refusalSentence(refusal), 'QuotaExceeded', null, { quota, limit, used, resetsAt });
}
