import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { requestLimits } from '../../schema/limits/request-limits.ts';
import type { GenerationOptions, Language } from '../../schema/types.generated.ts';
import { checkId, checkRange } from './input.ts';
import { checkInstruction } from './instruction.ts';
import type { CheckedOptions } from './generation-options.ts';
import { ownerOf } from './owner.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import type { Limits } from '../quota/limits-of.ts';
import type { NamedRun, OpenRun, QuotaItem } from '../quota/quota-item.ts';
import type { SettleStash } from '../steps/quotas/settle-quota.ts';

/** What the steps of `generateCode` and `refineSnippet` hand on to each other. */
export interface GenerationStash extends SettleStash {
  id: string;
  /** True when the caller chose the id, and so may be repeating itself. */
  mayExist: boolean;
  owner: string;
  /** Null or absent until the parent was read. */
  language?: Language | null;
  instruction: string;
  /** Null or absent: no refinement. */
  parentId?: string | null;
  /** As the caller gave them, until they are checked. */
  given: GenerationOptions;
  options: CheckedOptions;
  /** As in SnippetItem. */
  request: string;
  /** When the request began and how long it may wait, in milliseconds. */
  beganAt: number;
  waitMs: number;
  /** Whether a worker is to be started, and whether that was refused. */
  start: boolean;
  startRefused: boolean;
  /** Set when the snippet was there before. */
  existing?: SnippetItem | null;
  /** What the owner has used, as it was read; empty: nothing. */
  quota: QuotaItem;
  /** Counters of it that are told of no more. */
  stale: string[];
  /** What an earlier call under the same id was let in with, until it is settled. */
  ownRun?: OpenRun;
  /** Runs whose time is over, which the claim drops. */
  dead: NamedRun[];
  /** UTF-16 units of the code to refine; 0: none. */
  parentUnits: number;
  /** The claim on the quota: by which call, for how many tokens. */
  claimedBy?: string;
  askedTokens: number;
  /** Those of the owner, and of the deployment once it refused. */
  limits: Limits;
  deploymentLimit?: number;
  /** As in SnippetItem: by this call's claim or by an earlier one's of the same snippet. */
  charge?: { day: string; tokens: number };
  /** True when this call's claim is the one that counts. */
  isFirstClaim?: boolean;
  /** The item whose counters refused the request; absent: it was not refused. */
  refusedBy?: string;
}

interface GenerationArguments {
  /** Null for a refinement, which keeps its parent's. */
  language: Language | null;
  instruction: string;
  parentId: string | null;
  options: GenerationOptions;
}

/** Checks a request for code, but for what the model is told, and lays out what its steps need. */
export function beginGeneration(ctx: Context<object, GenerationStash>, asked: GenerationArguments): void {
  const { language, instruction, parentId, options } = asked;
  checkInstruction(instruction);
  const id = options.id ?? util.autoId();
  checkId('options.id', id);
  const waitSeconds = options.waitSeconds ?? requestLimits.waitSeconds;
  checkRange('options.waitSeconds', waitSeconds, 0, requestLimits.waitSeconds);
  ctx.stash.id = id;
  ctx.stash.mayExist = !!options.id;
  ctx.stash.owner = ownerOf(ctx.identity);
  ctx.stash.language = language;
  ctx.stash.instruction = instruction;
  ctx.stash.parentId = parentId;
  ctx.stash.parentUnits = 0;
  ctx.stash.given = options;
  ctx.stash.beganAt = util.time.nowEpochMilliSeconds();
  ctx.stash.waitMs = waitSeconds * 1000;
  ctx.stash.start = true;
  ctx.stash.startRefused = false;
}
