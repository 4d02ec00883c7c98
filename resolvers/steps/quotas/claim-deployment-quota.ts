import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { NO_LIMIT, usageDays } from '../../../schema/limits/quota-limits.ts';
import { wasRefused } from '../../item/change-snippet.ts';
import { dayAgo } from '../../quota/days.ts';
import { deploymentQuotaId } from '../../quota/quota-item.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { settingsOf } from '../../request/resolver-settings.ts';

/**
 * The ceiling of everybody together, after the owner's, so that a refused owner costs nothing here. It counts what was let
 * in on the day, whatever became of it.
 */
export function request(ctx: Context<object, GenerationStash>): DynamoDBUpdateItemRequest {
  const most = settingsOf(ctx.env).quotas.deployment;
  if (!ctx.stash.isFirstClaim || most === NO_LIMIT) runtime.earlyReturn({});
  const today = `used:${dayAgo(0)}`;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: deploymentQuotaId }),
    update: {
      expression: 'REMOVE #old, #older ADD #used :one',
      expressionNames: {
        '#used': today,
        '#old': `used:${dayAgo(usageDays.most)}`,
        '#older': `used:${dayAgo(usageDays.most + 1)}`,
      },
      expressionValues: util.dynamodb.toMapValues({ ':one': 1 }),
    },
    condition: {
      expression: 'attribute_not_exists(#if_used) OR #if_used < :if_most',
      expressionNames: { '#if_used': today },
      expressionValues: util.dynamodb.toMapValues({ ':if_most': most }),
    },
  };
}

/** Refused, the owner gets back what it was charged. */
export function response(ctx: Context<object, GenerationStash>): unknown {
  if (wasRefused(ctx.error)) {
    const { id, owner, charge } = ctx.stash;
    ctx.stash.refusedBy = deploymentQuotaId;
    ctx.stash.deploymentLimit = settingsOf(ctx.env).quotas.deployment;
    ctx.stash.start = false;
    ctx.stash.withdrawal = { owner, id, day: `${charge?.day}`, counts: { used: -1, tokens: -(charge?.tokens ?? 0) } };
    return {};
  }
  stopOnFault(ctx.error, 'The quota of the deployment could not be read; nothing was started.');
  return {};
}
