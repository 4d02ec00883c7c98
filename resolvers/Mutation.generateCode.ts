import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationGenerateCodeArgs } from '../schema/types.generated.ts';
import { checkedOptions } from './options.ts';
import type { CheckedOptions } from './options.ts';
import { refuse } from './input.ts';
import { ownerOf } from './owner.ts';
import type { SnippetItem } from './snippet-item.ts';

/** What the steps of `generateCode` hand on to each other. */
export interface GenerationStash {
  id: string;
  /** True when the caller chose the id, and so may be repeating itself. */
  mayExist: boolean;
  owner: string;
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

const LONGEST_INSTRUCTION = 4000;

export function request(ctx: Context<MutationGenerateCodeArgs, GenerationStash>): unknown {
  const { language, instruction } = ctx.args;
  const given = ctx.args.options ?? {};
  if (instruction.length > LONGEST_INSTRUCTION)
    refuse('instruction', `${instruction.length} UTF-16 units long`, 'up to 4000');
  if (instruction.trim() === '') refuse('instruction', 'blank', '1 to 4000 UTF-16 units, not only white space');
  const options = checkedOptions(given, ctx.env);

  ctx.stash.id = given.id ?? util.autoId();
  ctx.stash.mayExist = !!given.id;
  ctx.stash.owner = ownerOf(ctx.identity);
  ctx.stash.options = options;
  ctx.stash.request = JSON.stringify({ language, instruction, parentId: null, ...options });
  ctx.stash.beganAt = util.time.nowEpochMilliSeconds();
  ctx.stash.waitMs = (given.waitSeconds ?? 25) * 1000;
  ctx.stash.start = true;
  ctx.stash.startRefused = false;
  ctx.stash.existing = null;
  return {};
}

export function response(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.prev.result;
}
