import { languages } from '../../schema/languages.ts';
import type { Finding, SyntaxCheck } from '../check-syntax/syntax-check.ts';
import { GenerationFailure } from '../generation-failure.ts';
import type { WorkLog } from '../work-log.ts';
import { createHeldCode } from './held-code.ts';
import type { Answer } from './models/ask-models.ts';
import type { CodeModel, CodeRequest } from './models/code-model.ts';
import { countCalls } from './models/count-calls.ts';
import { readCode } from './models/read-code.ts';

/** A complete answer, and the result of its syntax check. */
export interface CheckedAnswer {
  readonly answer: Answer;
  readonly code: string;
  readonly check: Finding;
}

/** The result of a repair. */
export interface Repair {
  /** The first answer, with what the second one cost on top. */
  readonly answer: Answer;
  /** The repaired code if it has fewer faults, or null if the first code is kept. */
  readonly better: { readonly code: string; readonly finding: Finding } | null;
}

export interface Repairing {
  readonly model: CodeModel;
  readonly check: SyntaxCheck;
  readonly log: WorkLog;
  /** Whether to repair if the caller does not choose `options.repair`. */
  readonly repairs: boolean;
  /** The time that is left for calls of models, in milliseconds. */
  readonly timeLeft: () => number;
}

/**
 * Whether the model should repair its answer. This is so if the code has faults, is not truncated, the caller or the
 * deployment wants repairs, and time and tokens are left for another answer of the same size.
 * @param tookMs the duration of the first answer in milliseconds
 */
export function isToBeRepaired(
  { answer, check }: Pick<CheckedAnswer, 'answer' | 'check'>,
  tookMs: number,
  { options }: CodeRequest,
  { repairs, timeLeft }: Pick<Repairing, 'repairs' | 'timeLeft'>,
): boolean {
  if (check.state !== 'FAULTY' || answer.truncated) return false;
  return (options.repair ?? repairs) && timeLeft() > tookMs && hasTokensLeft(options.maxTokens, answer);
}

/** The caller's number bounds both answers together. Where the model does not say what it used, nobody can tell. */
function hasTokensLeft(most: number | null | undefined, { usage }: Answer): boolean {
  if (typeof most !== 'number') return true;
  return usage !== null && most - usage.outputTokens >= usage.outputTokens;
}

/**
 * Sends the code and its faults to the model that wrote it, as for a refinement. The first answer is kept if the
 * second one fails, is truncated, cannot be checked, or has no fewer faults.
 */
export async function repairAnswer(
  first: CheckedAnswer,
  request: CodeRequest,
  { model, check, log }: Repairing,
  signal: AbortSignal,
): Promise<Repair> {
  const { answer, code } = first;
  const counter = countCalls(model);
  counter.count(answer.usage);
  const held = createHeldCode(() => undefined);
  const asked = repairRequest(request, first);
  let better: Repair['better'] = null;
  try {
    const end = await readCode(counter.model, asked, held, signal);
    counter.count(end.usage);
    const second = end.truncated || held.full ? null : await check.check(request.language, held.code);
    if (second && isBetter(second, first.check)) better = { code: held.code, finding: second };
  } catch (error) {
    if (signal.aborted || !(error instanceof GenerationFailure)) throw error;
    const texts = [request.instruction, request.parentCode ?? '', code, held.code];
    log.failedCall({ snippetId: request.id, called: 'model', model: asked.model, failure: error, texts });
  }
  const modelCalls = answer.modelCalls + counter.calls;
  return { answer: { ...answer, usage: counter.usage, modelCalls }, better };
}

/** Whether the second code has fewer faults than the first. It is false if one of them was not checked. */
export function isBetter(second: Finding, first: Finding): boolean {
  return second.state !== 'NOT_CHECKED' && second.faults.length < first.faults.length;
}

function repairRequest(request: CodeRequest, { answer, code, check }: CheckedAnswer): CodeRequest {
  const { maxTokens } = request.options;
  const used = answer.usage?.outputTokens ?? 0;
  const faults = check.faults.map(({ line, column, message }) => `Line ${line}, column ${column}: ${message}`);
  return {
    ...request,
    model: answer.model,
    parentCode: code,
    instruction: [
      `The code is not well-formed ${languages[request.language].title}. A parser found these faults:`,
      ...faults,
      'Correct them and change nothing else.',
    ].join('\n'),
    options: { ...request.options, ...(typeof maxTokens === 'number' ? { maxTokens: maxTokens - used } : {}) },
  };
}
