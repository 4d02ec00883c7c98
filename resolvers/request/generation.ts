import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { requestLimits } from '../../schema/limits.ts';
import type { GenerationOptions, Language } from '../../schema/types.generated.ts';
import { checkInstruction } from './instruction.ts';
import type { CheckedOptions } from './generation-options.ts';
import { checkedOptions } from './generation-options.ts';
import { ownerOf } from './owner.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** What the steps of `generateCode` and `refineSnippet` hand on to each other. */
export interface GenerationStash {
  id: string;
  /** True when the caller chose the id, and so may be repeating itself. */
  mayExist: boolean;
  owner: string;
  /** Null until the parent was read. */
  language: Language | null;
  instruction: string;
  parentId: string | null;
  /** As in SnippetItem. */
  request: string;
  options: CheckedOptions;
  /** When the request began and how long it may wait, in milliseconds. */
  beganAt: number;
  waitMs: number;
  /** Whether a worker is to be started, and whether that was refused. */
  start: boolean;
  startRefused: boolean;
  /** Set when the snippet was there before. */
  existing: SnippetItem | null;
}

interface Asked {
  /** Null for a refinement, which keeps its parent's. */
  language: Language | null;
  instruction: string;
  parentId: string | null;
  options: GenerationOptions;
}

/** Checks a request for code and lays out what its steps need. */
export function beginGeneration(ctx: Context<object, GenerationStash>, asked: Asked): void {
  const { language, instruction, parentId, options: given } = asked;
  checkInstruction(instruction);
  const options = checkedOptions(given, ctx.env);
  ctx.stash.id = given.id ?? util.autoId();
  ctx.stash.mayExist = !!given.id;
  ctx.stash.owner = ownerOf(ctx.identity);
  ctx.stash.language = language;
  ctx.stash.instruction = instruction;
  ctx.stash.parentId = parentId;
  ctx.stash.options = options;
  ctx.stash.request = JSON.stringify({ language, instruction, parentId, ...options });
  ctx.stash.beganAt = util.time.nowEpochMilliSeconds();
  ctx.stash.waitMs = (given.waitSeconds ?? requestLimits.waitSeconds) * 1000;
  ctx.stash.start = true;
  ctx.stash.startRefused = false;
  ctx.stash.existing = null;
}
