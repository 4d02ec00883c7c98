import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { quotaGraceMs } from '../../../schema/limits/quota-limits.ts';
import { wasRefused } from '../../item/change-snippet.ts';
import { claimRun } from '../../quota/claim-run.ts';
import { dayAgo } from '../../quota/days.ts';
import { limitsOf } from '../../quota/limits-of.ts';
import type { OpenRun, QuotaItem } from '../../quota/quota-item.ts';
import { quotaId, runOf } from '../../quota/quota-item.ts';
import { estimatedTokens } from '../../quota/token-estimate.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { settingsOf } from '../../request/resolver-settings.ts';

/** Before the snippet is recorded, and before any money is spent; what was let in before is not charged again. */
export function request(ctx: Context<object, GenerationStash>): DynamoDBUpdateItemRequest {
  if (ctx.stash.existing) runtime.earlyReturn({});
  const { id, owner, instruction, parentUnits, options, ownRun, dead, stale } = ctx.stash;
  const settings = settingsOf(ctx.env);
  const { input, output } = estimatedTokens(instruction.length + parentUnits, options, settings);
  const mostMs = settings.expectedMs + settings.maxAttempts * settings.claimMs + quotaGraceMs;
  const by = util.autoId();
  const tokens = input + output;
  const run = {
    ...(ownRun ?? { none: 0, by, day: dayAgo(0), tokens }),
    until: util.time.nowEpochMilliSeconds() + mostMs,
  };
  ctx.stash.claimedBy = by;
  ctx.stash.askedTokens = tokens;
  ctx.stash.limits = limitsOf(owner, ctx.identity, settings.quotas);
  return claimRun({ owner, id, run, isAgain: !!ownRun, limits: ctx.stash.limits, dead, stale });
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, QuotaItem>): unknown {
  if (wasRefused(ctx.error)) {
    ctx.stash.refusedBy = quotaId(ctx.stash.owner);
    ctx.stash.start = false;
    return {};
  }
  stopOnFault(ctx.error, 'Your quota could not be read; nothing was started.');
  const run = ctx.result[runOf(ctx.stash.id)] as OpenRun;
  ctx.stash.charge = { day: run.day, tokens: run.tokens };
  ctx.stash.isFirstClaim = run.by === ctx.stash.claimedBy;
  return {};
}
