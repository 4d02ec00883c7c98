import type { MutationCompleteSnippetArgs, SnippetTask } from '../../schema/types.generated.ts';
import type { Config } from '../function-config.ts';
import { ApiRefusal, GenerationFailure, isRefusal } from '../generation-failure.ts';
import type { SnippetApi } from '../snippet-api.ts';
import type { SnippetBucket, SnippetFile } from '../snippet-bucket.ts';
import type { Asking } from './models/ask-models.ts';
import { askModels } from './models/ask-models.ts';
import type { CodeRequest } from './models/code-model.ts';
import { createHeldCode } from './held-code.ts';
import { createPartWriter, SnippetEnded } from './part-writer.ts';

/** The worker's world. */
export interface World extends Omit<Asking, 'held' | 'signal'> {
  readonly api: SnippetApi;
  readonly bucket: Pick<SnippetBucket, 'put' | 'remove'>;
  readonly pace: Pick<Config, 'partIntervalMs' | 'partBytes' | 'renewAfterMs'>;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Whether callers are told the cause of a failure: why it came, or what the model said in place of code. */
  readonly tellsCauses: boolean;
}

/**
 * Brings a snippet to its end: claim, stream, store, announce. Safe to run twice for the same snippet, at once or in a row.
 * @throws Error another attempt holds the snippet, or the API could not be reached: to be delivered again
 */
export async function generateSnippet(id: string, world: World): Promise<void> {
  const mine: Attempt = { id, attempt: world.newId() };
  const task = await world.api.call('startSnippet', mine);
  switch (task.claim) {
    case 'CLAIMED':
      return work(task, mine, world);
    case 'HELD':
      throw new Error(`Another attempt holds the snippet ${id}.`);
    case 'ENDED':
      return announceEnd(mine, world);
    case 'GONE':
      return;
    case 'EXHAUSTED':
      await world.api.call('failSnippet', { id, code: 'WORKER_FAILED' });
      return;
    default:
      task.claim satisfies never;
  }
}

/** The attempt at one snippet. */
interface Attempt {
  readonly id: string;
  readonly attempt: string;
}

async function work(task: SnippetTask, mine: Attempt, world: World): Promise<void> {
  const { api } = world;
  const stop = new AbortController();
  const held = createHeldCode(() => writer.notice());
  const writer = createPartWriter({
    held,
    sequence: task.sequence ?? 0,
    pace: world.pace,
    send: (part) => api.call('appendCode', { ...mine, ...part }),
    onLost: (reason) => stop.abort(reason),
  });
  try {
    const { request, objectKey } = wholeTask(task, mine.id);
    const asking = { ...world, held, signal: stop.signal };
    const answer = await askModels(request, asking);
    const sequence = await writer.finish();
    stop.signal.throwIfAborted();
    await store({ objectKey, code: held.code, id: mine.id, language: request.language, model: answer.model }, world);
    await complete({ ...mine, sequence, ...answer }, objectKey, world);
  } catch (error) {
    if (error instanceof GenerationFailure) await writer.drain();
    writer.stop();
    await giveUp(stop.signal.aborted ? stop.signal.reason : error, mine, world);
  }
}

/** @throws GenerationFailure STORAGE_FAILED */
async function store(file: SnippetFile, { bucket, log }: World): Promise<void> {
  try {
    await bucket.put(file);
  } catch (error) {
    if (!(error instanceof GenerationFailure)) throw error;
    log.failedCall({ snippetId: file.id, called: 'storage', model: file.model, failure: error, texts: [file.code] });
    throw error;
  }
}

/**
 * Ends the snippet whose file is stored. If that is refused for good, as the snippet was cancelled or deleted meanwhile,
 * the file goes again; never when another attempt holds the snippet, which writes the same file.
 */
async function complete(result: MutationCompleteSnippetArgs, objectKey: string, { api, bucket }: World): Promise<void> {
  try {
    const end = await api.call('completeSnippet', result);
    if (end.status !== 'COMPLETED') await bucket.remove(objectKey);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || isRefusal(error, 'AttemptLost')) throw error;
    await bucket.remove(objectKey);
    if (isRefusal(error, 'NotFound')) return;
    throw error;
  }
  await announceEnd(result, { api });
}

/** On an ended snippet `appendCode` adds nothing and pushes the end to those who watch. */
async function announceEnd({ id, attempt }: Attempt, { api }: Pick<World, 'api'>): Promise<void> {
  try {
    await api.call('appendCode', { id, attempt, sequence: 0 });
  } catch (error) {
    if (!isRefusal(error, 'NotFound')) throw error;
  }
}

/** Quietly when the snippet is no longer this attempt's; with FAILED when that was expected; else by being delivered again. */
async function giveUp(reason: unknown, { id, attempt }: Attempt, { api, tellsCauses }: World): Promise<void> {
  if (isOver(reason)) return;
  if (!(reason instanceof GenerationFailure)) throw reason;
  const { code, modelMessage } = reason;
  const cause = tellsCauses ? (withinSentence(reason.reason) ?? modelMessage) : null;
  try {
    await api.call('failSnippet', { id, attempt, code, modelMessage, cause });
  } catch (error) {
    if (!isOver(error)) throw error;
  }
}

/** A sentence as it goes on behind a colon. */
function withinSentence(reason: string | null): string | null {
  return reason?.replace(/^[A-Z](?=[a-z]*[ .])/, (letter) => letter.toLowerCase()) ?? null;
}

function isOver(reason: unknown): boolean {
  return reason instanceof SnippetEnded || isRefusal(reason, 'AttemptLost') || isRefusal(reason, 'NotFound');
}

/**
 * @throws GenerationFailure PARENT_DELETED
 * @throws Error the API left out what a claim always comes with
 */
function wholeTask(task: SnippetTask, id: string): { request: CodeRequest; objectKey: string } {
  const { language, instruction, model, options, objectKey, parentId, parentCode = null } = task;
  if (!language || !instruction || !model || !options || !objectKey) {
    throw new Error(`The claim of the snippet ${id} came without its task.`);
  }
  if (parentId && parentCode === null) throw new GenerationFailure('PARENT_DELETED');
  return { request: { id, language, instruction, parentCode, model, options, continuing: null }, objectKey };
}
