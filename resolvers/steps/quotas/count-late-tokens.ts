import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { hasEnded } from '../../../schema/has-ended.ts';
import type { MutationReportTokensArgs } from '../../../schema/types.generated.ts';
import { wasRefused } from '../../item/change-snippet.ts';
import type { SnippetItem } from '../../item/snippet-item.ts';
import { quotaId, runOf } from '../../quota/quota-item.ts';
import { pricedTokens, reportedTokens } from '../../quota/reported-tokens.ts';
import { counterNames, counterTerms, counterValues } from '../../quota/settlement.ts';
import { stopOnFault } from '../../request/faults.ts';
import { settingsOf } from '../../request/resolver-settings.ts';
import type { ChangeStash } from '../changes/apply-change.ts';

/** Adds the tokens of an attempt that tells them after its snippet's end was counted; before, they are counted with it. */
export function request(ctx: Context<MutationReportTokensArgs, ChangeStash>): DynamoDBUpdateItemRequest {
  const { item, refused } = ctx.stash;
  if (refused || !item?.charge || !hasEnded(item)) runtime.earlyReturn({});
  const { id, owner, charge, model } = item as SnippetItem;
  const { models } = settingsOf(ctx.env);
  const tokens = pricedTokens(ctx.args.spent, model, models);
  const setAside = reportedTokens(item as SnippetItem, models).untold > 0 ? 0 : (charge?.tokens ?? 0);
  const counts = { ...tokens, tokens: tokens.read + tokens.written - setAside };
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: quotaId(owner) }),
    update: {
      expression: `ADD ${counterTerms(counts)}`,
      expressionNames: counterNames(counts, `${charge?.day}`),
      expressionValues: counterValues(counts),
    },
    condition: { expression: 'attribute_not_exists(#if_run)', expressionNames: { '#if_run': runOf(id) } },
  };
}

export function response(ctx: Context): unknown {
  if (!wasRefused(ctx.error)) stopOnFault(ctx.error, 'The tokens could not be counted.');
  return {};
}
