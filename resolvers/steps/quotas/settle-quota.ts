import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { wasRefused } from '../../item/change-snippet.ts';
import type { SnippetItem } from '../../item/snippet-item.ts';
import type { Settlement } from '../../quota/settlement.ts';
import { settle, settlementOf } from '../../quota/settlement.ts';
import { stopOnFault } from '../../request/faults.ts';
import { settingsOf } from '../../request/resolver-settings.ts';

/** The input of this step: a snippet that may have ended, or a claim that must be reversed. */
export interface SettleStash {
  item?: SnippetItem | null;
  withdrawal?: Settlement;
}

/** Also on an end that was recorded before: its counting may have been cut off. */
export function request(ctx: Context<object, SettleStash>): DynamoDBUpdateItemRequest {
  const { item, withdrawal } = ctx.stash;
  const settlement = withdrawal ?? (item ? settlementOf(item, settingsOf(ctx.env).models) : null);
  if (!settlement) runtime.earlyReturn({});
  return settle(settlement as Settlement);
}

/** Refused, it was counted before. */
export function response(ctx: Context): unknown {
  if (!wasRefused(ctx.error)) stopOnFault(ctx.error, 'The end of the snippet could not be counted.');
  return {};
}
