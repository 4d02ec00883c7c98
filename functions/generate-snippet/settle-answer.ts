import type { KeptAnswer, MutationCompleteSnippetArgs, TokenUsage } from '../../schema/types.generated.ts';
import { ApiRefusal, GenerationFailure, isRefusal } from '../generation-failure.ts';
import type { HeldCode } from './held-code.ts';
import type { Answer } from './models/ask-models.ts';
import { askModels } from './models/ask-models.ts';
import type { CodeRequest } from './models/code-model.ts';
import type { PartWriter } from './part-writer.ts';
import { SnippetEnded } from './part-writer.ts';
import { isBetter, isToBeRepaired, repairAnswer } from './repair-answer.ts';
import { tellSpent } from './tell-spent.ts';
import type { Attempt, WorkerDependencies } from './worker-dependencies.ts';

/** The state of an attempt that has claimed its snippet. */
export interface Work {
  readonly mine: Attempt;
  readonly dependencies: WorkerDependencies;
  readonly request: CodeRequest;
  readonly objectKey: string;
  readonly held: HeldCode;
  readonly writer: PartWriter;
  /** Returns the tokens of all answers so far. */
  readonly spent: () => TokenUsage;
  /** Aborted when the attempt no longer holds the snippet. */
  readonly signal: AbortSignal;
}

/** The answer, the code and the check with which a snippet is completed. */
interface Result {
  readonly answer: Answer;
  readonly code: string;
  readonly check: NonNullable<MutationCompleteSnippetArgs['check']>;
}

/**
 * Calls the models, checks the syntax of the answer, has it repaired if that is wanted, and completes the snippet.
 * Before a repair the first answer is stored and kept, so that it is not lost if the attempt is interrupted.
 */
export async function answerAndEnd(work: Work): Promise<void> {
  const { dependencies, request, held, writer, signal } = work;
  const begun = performance.now();
  const answer = await askModels(request, { ...dependencies, held, signal });
  const tookMs = performance.now() - begun;
  await writer.drain();
  const finding = await dependencies.check.check(request.language, held.code);
  const first: Result = { answer, code: held.code, check: { ...finding, repaired: null } };
  if (isToBeRepaired(first, tookMs, request, dependencies)) return repairAndEnd(work, first);
  const sequence = await finish(work);
  await store(work, first);
  await complete(work, sequence, first);
}

async function repairAndEnd(work: Work, first: Result): Promise<void> {
  const { dependencies, request, objectKey, held, signal } = work;
  signal.throwIfAborted();
  await store(work, first);
  try {
    await keep(work, first);
    const { better, answer } = await repairAnswer(first, request, dependencies, signal);
    if (!better) {
      const sequence = await finish(work);
      return await complete(work, sequence, { ...first, answer, check: { ...first.check, repaired: false } });
    }
    held.beginAgain();
    held.add([{ text: better.code, restart: true }]);
    const sequence = await finish(work);
    const second: Result = { answer, code: better.code, check: { ...better.finding, repaired: true } };
    await storeSecond(work, second);
    await complete(work, sequence, second);
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    if (isGone(reason)) await dependencies.bucket.remove(objectKey);
    throw error;
  }
}

/**
 * Completes the snippet with the answer that an earlier attempt kept. That attempt may have shown its first or its
 * repaired code; the one that is shown is used. No model is called.
 */
export async function endKept(work: Work, { code, model, usage, modelCalls, check }: KeptAnswer): Promise<void> {
  const { dependencies, request } = work;
  const finding = await dependencies.check.check(request.language, code);
  const repaired = isBetter(finding, check);
  const { state, faults } = finding.state === 'NOT_CHECKED' ? check : finding;
  const answer = { model, truncated: false, usage: usage ?? null, modelCalls: modelCalls + Number(repaired) };
  const result: Result = { answer, code, check: { state, faults, repaired } };
  const sequence = await finish(work);
  await store(work, result);
  await complete(work, sequence, result);
}

/**
 * Sends the rest of the code. @returns the number of the last part @throws the reason of the signal if it is aborted
 */
async function finish({ writer, signal }: Work): Promise<number> {
  const sequence = await writer.finish();
  signal.throwIfAborted();
  return sequence;
}

/** Keeps the first answer in the table. @throws SnippetEnded if the snippet has ended in the meantime */
async function keep({ mine, dependencies, writer }: Work, { answer, check }: Result): Promise<void> {
  const { model, usage, modelCalls } = answer;
  const kept = { ...mine, sequence: writer.sequence, model, usage, modelCalls, check };
  const { status } = await dependencies.api.call('keepAnswer', kept);
  if (status !== 'GENERATING') throw new SnippetEnded(status);
}

/** @throws GenerationFailure STORAGE_FAILED */
async function store({ mine, dependencies, request, objectKey }: Work, { answer, code, check }: Result): Promise<void> {
  const { model } = answer;
  try {
    await dependencies.bucket.put({
      objectKey,
      code,
      id: mine.id,
      language: request.language,
      model,
      check: check.state,
    });
  } catch (error) {
    if (!(error instanceof GenerationFailure)) throw error;
    dependencies.log.failedCall({ snippetId: mine.id, called: 'storage', model, failure: error, texts: [code] });
    throw error;
  }
}

/**
 * Stores the repaired code. @throws Error if it could not be stored; the next attempt then stores the code that is
 * shown
 */
async function storeSecond(work: Work, second: Result): Promise<void> {
  try {
    await store(work, second);
  } catch (cause) {
    throw new Error('The repaired code could not be stored.', { cause });
  }
}

/**
 * Completes the snippet after its file is stored. If the snippet was cancelled or deleted in the meantime, the file is
 * removed again. If another attempt holds the snippet, the file stays, because that attempt writes the same file.
 */
async function complete(
  { mine, dependencies, objectKey, ...work }: Work,
  sequence: number,
  result: Result,
): Promise<void> {
  const { api, bucket } = dependencies;
  try {
    const spent = work.spent();
    const { answer, check, code } = result;
    const codeBytes = Buffer.byteLength(code);
    const end = await api.call('completeSnippet', { ...mine, sequence, ...answer, check, spent, codeBytes });
    if (end.status !== 'COMPLETED') {
      await bucket.remove(objectKey);
      await tellSpent({ ...mine, spent }, api);
    }
  } catch (error) {
    if (!(error instanceof ApiRefusal) || isRefusal(error, 'AttemptLost')) throw error;
    await bucket.remove(objectKey);
    if (isRefusal(error, 'NotFound')) return;
    throw error;
  }
  await announceEnd(mine, api);
}

/**
 * Publishes the end of a snippet that has ended already. On such a snippet `appendCode` adds nothing and publishes the
 * end to subscribers.
 */
export async function announceEnd({ id, attempt }: Attempt, api: WorkerDependencies['api']): Promise<void> {
  try {
    await api.call('appendCode', { id, attempt, sequence: 0 });
  } catch (error) {
    if (!isRefusal(error, 'NotFound')) throw error;
  }
}

/** Whether the snippet was deleted or has ended without code. In both cases its file must be removed. */
function isGone(reason: unknown): boolean {
  return isRefusal(reason, 'NotFound') || (reason instanceof SnippetEnded && reason.status !== 'COMPLETED');
}
