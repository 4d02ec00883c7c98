import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { Claim, MutationStartSnippetArgs, SnippetTask } from '../../schema/types.generated.ts';
import { stillExpected } from '../item/conditions.ts';
import { checkId } from '../request/input.ts';
import { settingsOf } from '../request/resolver-settings.ts';
import { leaseFromNow } from '../item/lease-end.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import { isUnclaimed } from '../item/snippet-item.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';
import type { KeptStash } from '../steps/changes/kept-answer.ts';
import type { ParentStash } from '../steps/generation/read-parent-code.ts';

export function request(ctx: Context<MutationStartSnippetArgs, ChangeStash>): unknown {
  const { id, attempt } = ctx.args;
  checkId('id', id);
  checkId('attempt', attempt);
  const { maxAttempts, claimMs } = settingsOf(ctx.env);
  ctx.stash.change = {
    changes: {
      // The parts of an attempt before stay until this one's first, at offset 0, takes their place.
      set: { attempt, lease: leaseFromNow(ctx.env) },
      show: { status: 'GENERATING', updatedAt: util.time.nowISO8601() },
      // The condition holds `expectedUntil` at now or later, so that afterwards it is a whole claim's time away.
      add: { attempts: 1, expectedUntil: claimMs },
    },
    when: stillExpected(
      '(shown.#status = :pending OR shown.#status = :generating AND #lease < :now) AND shown.#attempts < :max',
      ['lease', 'attempts'],
      { pending: 'PENDING', generating: 'GENERATING', max: maxAttempts },
    ),
  };
  return {};
}

export function response(ctx: Context<MutationStartSnippetArgs, ChangeStash & ParentStash & KeptStash>): SnippetTask {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { item, parentCode, refused, kept, told } = ctx.stash;
  if (!item) return { claim: 'GONE' };
  const claim = refused ? claimRefused(item, ctx.args.attempt) : 'CLAIMED';
  if (claim === 'HELD' || claim === 'ENDED') return { claim };
  const { sequence, owner, language, instruction, model, parentId, objectKey, createdAt } = item;
  const asked = {
    owner,
    language,
    instruction,
    model,
    options: told ?? {},
    parentId: parentId ?? null,
    parentCode: parentCode ?? null,
  };
  return { claim, sequence: sequence ?? 0, ...asked, objectKey, createdAt, kept: kept ?? null };
}

/**
 * Says why the condition did not hold. It is CLAIMED if this attempt has already claimed the snippet and the answer
 * was lost.
 */
function claimRefused(item: SnippetItem, attempt: string): Claim {
  if (hasEnded(item)) return 'ENDED';
  if (item.attempt === attempt) return 'CLAIMED';
  return isUnclaimed(item) ? 'EXHAUSTED' : 'HELD';
}
