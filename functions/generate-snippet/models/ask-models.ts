import { failures } from '../../../schema/failure-codes.ts';
import { work } from '../../../schema/limits/worker-times.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import type { WorkLog } from '../../work-log.ts';
import type { HeldCode } from '../held-code.ts';
import { countCalls } from './count-calls.ts';
import { joinContinuation } from './join-continuation.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';
import type { ReadEnd } from './read-code.ts';
import { readCode, readContinuation } from './read-code.ts';

/** How the models produced the code. */
export interface Answer {
  /** Id of the model that answered. */
  readonly model: string;
  readonly truncated: boolean;
  /** Over all that was asked and counted; null when nothing was. */
  readonly usage: TokenUsage | null;
  readonly modelCalls: number;
}

export interface AskModelsOptions {
  readonly model: CodeModel;
  /** Ids of the models to ask when the one asked for keeps failing, in order. */
  readonly fallbacks: readonly string[];
  /** Where the code goes, piece by piece. */
  readonly held: HeldCode;
  /** Aborted when the answer is wanted no more. */
  readonly signal: AbortSignal;
  /** Aborted when the worker's time is up: nothing more is waited for, and no model is asked. */
  readonly deadline: AbortSignal;
  /** Longest pause before the second call to a model, in milliseconds; it doubles, and a part of it is chance. */
  readonly pauseMs: number;
  /** Resolves after so many milliseconds; rejects when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** A number from 0 up to 1. */
  readonly chance: () => number;
  readonly log: WorkLog;
}

/** How often a busy model is asked while there is another to ask. */
const CALLS_BEFORE_THE_NEXT = 3;

/**
 * Asks until the code is held: again when that may help, then the next model, as long as nothing was held; after that
 * once more from scratch. A busy or loading model is asked for as long as there is time, the last of the list alone. An
 * answer cut at the token limit is continued once; one that ended because time was up is kept as it is.
 * @throws GenerationFailure the last one's
 */
export async function askModels(request: CodeRequest, options: AskModelsOptions): Promise<Answer> {
  const { held } = options;
  const counter = countCalls(options.model);
  const models = [request.model, ...options.fallbacks.filter((id) => id !== request.model)];
  for (const [index, id] of models.entries()) {
    const asked = { ...request, model: id };
    const isLast = index === models.length - 1;
    try {
      const end = await askModel(asked, { ...options, model: counter.model }, isLast);
      counter.count(end.usage);
      if (end.unknownEnd !== null) noteEnd(asked, end.unknownEnd, options.log);
      const more = end.cutShort && !held.full ? await goOn(asked, { ...options, model: counter.model }) : end;
      if (more !== end) counter.count(more.usage);
      const { usage, calls } = counter;
      return { model: id, truncated: held.full || more.truncated, usage, modelCalls: calls };
    } catch (error) {
      const mayHelp = error instanceof GenerationFailure && failures[error.code].retryable && held.code === '';
      if (!mayHelp || isLast || options.deadline.aborted) throw error;
    }
  }
  throw new GenerationFailure('MODEL_UNAVAILABLE');
}

type Continued = Pick<ReadEnd, 'truncated' | 'usage'>;

/** One model, as often as its failures allow. */
async function askModel(request: CodeRequest, options: AskModelsOptions, isLast: boolean): Promise<ReadEnd> {
  const { model, held, signal, deadline } = options;
  let begunAgain = false;
  let faults = 0;
  for (let calls = 1; ; calls++) {
    try {
      return await readCode(model, request, held, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof GenerationFailure)) throw error;
      report(request, error, options);
      const isBusy = error.mostCalls === Infinity;
      if (!isBusy) faults += 1;
      const isEnough = isBusy ? !isLast && calls >= CALLS_BEFORE_THE_NEXT : faults >= error.mostCalls;
      if (isEnough || deadline.aborted || error.retryAfterMs > work.modelWithinMs) throw error;
      if (held.code !== '' && begunAgain) throw error;
      begunAgain ||= held.code !== '';
      held.beginAgain();
      await pause(calls, error, options);
    }
  }
}

/** Before the next call; the longer the more calls there were, and never shorter than the service said. */
async function pause(calls: number, failure: GenerationFailure, options: AskModelsOptions): Promise<void> {
  const { signal, deadline, pauseMs, wait, chance } = options;
  const longest = Math.min(pauseMs * 2 ** (calls - 1), work.longestModelPauseMs);
  try {
    await wait(failure.retryAfterMs + chance() * longest, AbortSignal.any([signal, deadline]));
  } catch (error) {
    signal.throwIfAborted();
    throw deadline.aborted ? failure : error;
  }
}

/** What was cut is kept, whatever becomes of the continuation; where the caller set the limit, there is none. */
async function goOn(request: CodeRequest, options: AskModelsOptions): Promise<Continued> {
  const { model, held, signal } = options;
  if (typeof request.options.maxTokens === 'number') return { truncated: true, usage: null };
  try {
    const { code, ...end } = await readContinuation(model, { ...request, continuing: held.code }, signal);
    held.add([{ text: joinContinuation(held.code, code), restart: false }]);
    return end;
  } catch (error) {
    if (signal.aborted || !(error instanceof GenerationFailure)) throw error;
    report(request, error, options);
    return { truncated: true, usage: null };
  }
}

function report(
  { id, model, instruction, parentCode }: CodeRequest,
  failure: GenerationFailure,
  options: AskModelsOptions,
): void {
  const texts = [instruction, parentCode ?? '', options.held.code];
  options.log.failedCall({ snippetId: id, called: 'model', model, failure, texts });
}

function noteEnd({ id, model }: CodeRequest, stopReason: string, log: WorkLog): void {
  const message = 'A model stopped for a reason that is not known; its whole block of code was kept.';
  log.note({ snippetId: id, model, message, sentence: `The reason is "${stopReason}".` });
}
