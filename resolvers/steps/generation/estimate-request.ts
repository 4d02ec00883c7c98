import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { NO_LIMIT } from '../../../schema/limits/quota-limits.ts';
import type { Estimate } from '../../../schema/types.generated.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import { limitsOf } from '../../quota/limits-of.ts';
import type { QuotaCheck } from '../../quota/quota-checks.ts';
import { deploymentCheck, firstRefusal, ownerChecks, refusalSentence } from '../../quota/quota-checks.ts';
import type { QuotaItem } from '../../quota/quota-item.ts';
import { deploymentQuotaId } from '../../quota/quota-item.ts';
import { dollarsOf } from '../../quota/reported-tokens.ts';
import { estimatedTokens } from '../../quota/token-estimate.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { settingsOf } from '../../request/resolver-settings.ts';

/** Reads the last counter that a request would meet. */
export function request(): DynamoDBGetItemRequest {
  return readSnippet(deploymentQuotaId);
}

/** What the steps after this one would charge, and the refusal they would end in; a request that repeats one is charged nothing. */
export function response(ctx: Context<object, GenerationStash, undefined, undefined, QuotaItem | null>): Estimate {
  stopOnFault(ctx.error, 'The quota of the deployment could not be read.');
  const { owner, instruction, parentUnits, options, quota, existing } = ctx.stash;
  const settings = settingsOf(ctx.env);
  const { model, input, output } = estimatedTokens(instruction.length + parentUnits, options, settings);
  const calls = existing ? 0 : 1;
  const [inputTokens, maxOutputTokens] = [calls * input, calls * output];
  const own = ownerChecks(quota, limitsOf(owner, ctx.identity, settings.quotas), input + output);
  const [generationsLeft, tokensLeft, runningLeft] = own.map(leftOf);
  const everybody = deploymentCheck(ctx.result ?? {}, settings.quotas.deployment);
  const refusal = existing ? undefined : firstRefusal([...own, everybody]);
  return {
    ...{ model: model.id, inputTokens, maxOutputTokens },
    leastCost: dollarsOf(model, { inputTokens, outputTokens: 0 }),
    mostCost: dollarsOf(model, { inputTokens, outputTokens: maxOutputTokens }),
    ...{ generationsLeft, tokensLeft, runningLeft, resetsAt: everybody.resetsAt },
    refusal: refusal ? refusalOf(refusal) : null,
  };
}

function leftOf({ limit, used }: QuotaCheck): number | null {
  return limit === NO_LIMIT ? null : Math.max(0, limit - used);
}

function refusalOf(check: QuotaCheck): NonNullable<Estimate['refusal']> {
  const { quota, limit, used, resetsAt } = check;
  return { quota, limit, used, resetsAt, message: refusalSentence(check) };
}
