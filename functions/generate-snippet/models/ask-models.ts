import { setTimeout as sleep } from 'node:timers/promises';
import { failures } from '../../../schema/failure-codes.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import type { HeldCode } from '../held-code.ts';
import { joinContinuation } from './join-continuation.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';
import type { ReadEnd } from './read-code.ts';
import { readCode, readContinuation } from './read-code.ts';

/** How the code that is held came to be. */
export interface Answer {
  /** Id of the model that answered. */
  readonly model: string;
  readonly truncated: boolean;
  /** Over all that was asked and counted; null when nothing was. */
  readonly usage: TokenUsage | null;
  readonly modelCalls: number;
}

export interface Asking {
  readonly model: CodeModel;
  /** Ids of the models to ask when the one asked for keeps failing, in order. */
  readonly fallbacks: readonly string[];
  /** Where the code goes, piece by piece. */
  readonly held: HeldCode;
  readonly signal: AbortSignal;
  /** Longest pause before the second call to a model, in milliseconds; it doubles, and a part of it is chance. */
  readonly pauseMs: number;
}

/**
 * Asks until the code is held: again when that may help, then the next model, as long as nothing was held; after that
 * once more from scratch. An answer cut at the token limit is continued once; one
 * that ended because time was up is kept as it is.
 * @throws GenerationFailure the last one's
 */
export async function askModels(request: CodeRequest, asking: Asking): Promise<Answer> {
  const { held } = asking;
  const counter = createCounter(asking.model);
  const models = [request.model, ...asking.fallbacks.filter((id) => id !== request.model)];
  for (const [index, id] of models.entries()) {
    const asked = { ...request, model: id };
    try {
      const end = await askModel(asked, { ...asking, model: counter.model });
      counter.count(end.usage);
      const more = end.cutShort && !held.full ? await goOn(asked, { ...asking, model: counter.model }) : end;
      if (more !== end) counter.count(more.usage);
      const { usage, calls } = counter;
      return { model: id, truncated: held.full || more.truncated, usage, modelCalls: calls };
    } catch (error) {
      const mayHelp = error instanceof GenerationFailure && failures[error.code].retryable && held.code === '';
      if (!mayHelp || index === models.length - 1) throw error;
    }
  }
  throw new GenerationFailure('MODEL_UNAVAILABLE');
}

type Continued = Pick<ReadEnd, 'truncated' | 'usage'>;

/** One model, as often as its failures allow. */
async function askModel(request: CodeRequest, { model, held, signal, pauseMs }: Asking): Promise<ReadEnd> {
  let begunAgain = false;
  for (let calls = 1; ; calls++) {
    try {
      return await readCode(model, request, held, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof GenerationFailure) || calls >= error.mostCalls) throw error;
      if (held.code !== '' && begunAgain) throw error;
      begunAgain = held.code !== '';
      held.beginAgain();
      await sleep(Math.random() * pauseMs * 2 ** (calls - 1), undefined, { signal });
    }
  }
}

/** What was cut is kept, whatever becomes of the continuation; where the caller set the limit, there is none. */
async function goOn(request: CodeRequest, { model, held, signal }: Asking): Promise<Continued> {
  if (typeof request.options.maxTokens === 'number') return { truncated: true, usage: null };
  try {
    const { code, ...end } = await readContinuation(model, { ...request, continuing: held.code }, signal);
    held.add([{ text: joinContinuation(held.code, code), restart: false }]);
    return end;
  } catch (error) {
    if (signal.aborted || !(error instanceof GenerationFailure)) throw error;
    return { truncated: true, usage: null };
  }
}

/** Counts what a model is asked, and what it says it cost. */
function createCounter(model: CodeModel) {
  let calls = 0;
  let usage: TokenUsage | null = null;
  const counting: CodeModel = {
    answer(request, signal) {
      calls += 1;
      return model.answer(request, signal);
    },
  };
  return {
    model: counting,
    count(more: TokenUsage | null): void {
      if (!more) return;
      const { inputTokens, outputTokens } = usage ?? { inputTokens: 0, outputTokens: 0 };
      usage = { inputTokens: inputTokens + more.inputTokens, outputTokens: outputTokens + more.outputTokens };
    },
    get calls() {
      return calls;
    },
    get usage() {
      return usage;
    },
  };
}
