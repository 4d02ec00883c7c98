import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { hasEnded } from '../../../schema/has-ended.ts';
import { wasRefused } from '../../item/change-snippet.ts';
import type { DeleteAllStash } from '../../mutations/Mutation.deleteAllSnippets.ts';
import { quotaId, runOf } from '../../quota/quota-item.ts';
import { stopOnFault } from '../../request/faults.ts';
import { ownerOf } from '../../request/owner.ts';

/**
 * What was deleted before it ended counts as cancelled; the tokens that were set aside for it stay counted, because its
 * worker has nobody to tell its own to. When one of them was settled meanwhile, all are left to the end of their time.
 */
export function request(ctx: Context<object, DeleteAllStash>): DynamoDBUpdateItemRequest {
  const open = ctx.stash.items.filter((item) => !hasEnded(item) && item.charge);
  if (open.length === 0) runtime.earlyReturn({});
  const cancelled: Record<string, number> = {};
  for (const { charge } of open) cancelled[`${charge?.day}`] = (cancelled[`${charge?.day}`] ?? 0) + 1;
  const days = Object.keys(cancelled).sort();
  const names: Record<string, string> = { '#running': 'running' };
  const values: Record<string, number> = { ':less': -open.length };
  for (const day of days) {
    names[`#day${days.indexOf(day)}`] = `cancelled:${day}`;
    values[`:day${days.indexOf(day)}`] = cancelled[day] ?? 0;
  }
  for (const item of open) names[`#run${open.indexOf(item)}`] = runOf(item.id);
  const runs = open.map((item) => `#run${open.indexOf(item)}`);
  const counts = days.map((day) => `#day${days.indexOf(day)} :day${days.indexOf(day)}`);
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: quotaId(ownerOf(ctx.identity)) }),
    update: {
      expression: `REMOVE ${runs.join(', ')} ADD #running :less, ${counts.join(', ')}`,
      expressionNames: names,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: { expression: runs.map((run) => `attribute_exists(${run})`).join(' AND ') },
  };
}

export function response(ctx: Context): unknown {
  if (!wasRefused(ctx.error))
    stopOnFault(ctx.error, 'The snippets were removed; until their time is over they count as running.');
  return {};
}
