import type { SnippetTask } from '../../schema/types.generated.ts';
import { GenerationFailure, isRefusal } from '../generation-failure.ts';
import type { CodeRequest } from './models/code-model.ts';
import { countSpent } from './models/count-spent.ts';
import { createHeldCode } from './held-code.ts';
import { createPartWriter, SnippetEnded } from './part-writer.ts';
import type { Work } from './settle-answer.ts';
import { announceEnd, answerAndEnd, endKept } from './settle-answer.ts';
import type { SpentAttempt } from './tell-spent.ts';
import { tellSpent } from './tell-spent.ts';
import type { Attempt, WorkerDependencies } from './worker-dependencies.ts';

/**
 * Brings a snippet to its end: it claims the snippet, streams the code, stores the file and announces the end. It is
 * safe to run twice for the same snippet, at the same time or one after the other.
 * @throws Error if another attempt holds the snippet or the API could not be reached. Lambda then delivers the event
 * again.
 */
export async function generateSnippet(id: string, dependencies: WorkerDependencies): Promise<void> {
  const mine: Attempt = { id, attempt: dependencies.newId() };
  const task = await dependencies.api.call('startSnippet', mine);
  switch (task.claim) {
    case 'CLAIMED':
      return workAt(task, mine, dependencies);
    case 'HELD':
      throw new Error(`Another attempt holds the snippet ${id}.`);
    case 'ENDED':
      return announceEnd(mine, dependencies.api);
    case 'GONE':
      return;
    case 'EXHAUSTED':
      await dependencies.api.call('failSnippet', { id, code: 'WORKER_FAILED' });
      return;
    default:
      task.claim satisfies never;
  }
}

async function workAt(task: SnippetTask, mine: Attempt, dependencies: WorkerDependencies): Promise<void> {
  const { api, check } = dependencies;
  const model = countSpent(dependencies.model);
  const stop = new AbortController();
  const held = createHeldCode(() => writer.notice());
  const writer = createPartWriter({
    held,
    sequence: task.sequence ?? 0,
    pace: dependencies.pace,
    send: async (part) => {
      const progress = await api.call('appendCode', { ...mine, ...part });
      // Now that the caller sees code there is time to load what will look at it.
      if (part.part !== null && task.language) void check.prepare(task.language);
      return progress;
    },
    onLost: (reason) => stop.abort(reason),
  });
  try {
    const { request, objectKey } = wholeTask(task, mine.id);
    const work: Work = {
      mine,
      dependencies: { ...dependencies, model },
      spent: () => model.spent,
      request,
      objectKey,
      held,
      writer,
      signal: stop.signal,
    };
    await (task.kept ? endKept(work, task.kept) : answerAndEnd(work));
  } catch (error) {
    if (error instanceof GenerationFailure) await writer.drain();
    writer.stop();
    await giveUp(stop.signal.aborted ? stop.signal.reason : error, { ...mine, spent: model.spent }, dependencies);
  }
}

/**
 * Ends an attempt that did not succeed. It returns if the snippet has ended or was deleted, records FAILED for a
 * GenerationFailure, and rethrows any other error, so that Lambda delivers the event again.
 */
async function giveUp(reason: unknown, mine: SpentAttempt, { api, tellsCauses }: WorkerDependencies): Promise<void> {
  if (!(reason instanceof GenerationFailure)) return leave(reason, mine, api);
  const { id, attempt, spent } = mine;
  const { code, modelMessage } = reason;
  const cause = tellsCauses ? (withinSentence(reason.reason) ?? modelMessage) : null;
  try {
    const end = await api.call('failSnippet', { id, attempt, code, modelMessage, cause, spent });
    if (end.status !== 'FAILED') await tellSpent(mine, api);
  } catch (error) {
    await leave(error, mine, api);
  }
}

/** Reports the cost of the attempt. @throws unknown the reason, unless the snippet has ended or was deleted */
async function leave(reason: unknown, mine: SpentAttempt, api: WorkerDependencies['api']): Promise<void> {
  if (isOver(reason) || isRefusal(reason, 'AttemptLost')) await tellSpent(mine, api);
  if (!isOver(reason)) throw reason;
}

/** A sentence as it goes on behind a colon. */
function withinSentence(reason: string | null): string | null {
  return reason?.replace(/^[A-Z](?=[a-z]*[ .])/, (letter) => letter.toLowerCase()) ?? null;
}

/**
 * Whether nothing is left to do for the snippet. `AttemptLost` is not among these reasons: the attempt that holds the
 * snippet may have died after its claim arrived late.
 */
function isOver(reason: unknown): boolean {
  return reason instanceof SnippetEnded || isRefusal(reason, 'NotFound');
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
