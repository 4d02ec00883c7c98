import type { SnippetClient } from '../../client/index.ts';
import type { EvalLanguage } from './programs.ts';
import { instructionOf, programOf } from './programs.ts';
import type { Outcome } from './report.ts';
import { runProgram } from './program-sandbox.ts';
import type { Task } from './eval-tasks.ts';

export interface Job {
  readonly task: Task;
  readonly language: EvalLanguage;
}

interface EvaluateOptions {
  readonly client: SnippetClient;
  readonly model: string | undefined;
  readonly interpreters: Readonly<Record<EvalLanguage, string>>;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onOutcome: (outcome: Outcome) => void;
}

/**
 * Has each job's code generated, with a repair where its check finds a fault, and runs it against its cases. Where a repair
 * replaced the first answer, that one is run too, as the stream showed it. Outcomes come as they are there.
 */
export async function evaluate(jobs: readonly Job[], options: EvaluateOptions): Promise<void> {
  const left = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = left.shift(); job && !options.signal.aborted; job = left.shift()) {
      options.onOutcome(await outcomeOf(job, options));
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
}

async function outcomeOf({ task, language }: Job, options: EvaluateOptions): Promise<Outcome> {
  const { client, model, interpreters, signal } = options;
  const judge = (code: string): Promise<Judgement> => judgementOf(code, task, language, interpreters[language]);
  const beganAt = performance.now();
  let firstPartMs: number | null = null;
  let shown = '';
  let takenBack: string | undefined;
  const request = {
    language,
    instruction: instructionOf(task, language),
    options: { model: model ?? null, repair: true },
  };
  for await (const { code, part, offset, snippet } of client.streamCode(request, { signal })) {
    if (part !== '') firstPartMs ??= performance.now() - beganAt;
    if (offset < shown.length) takenBack = shown;
    shown = code;
    if (!snippet) continue;
    const common = {
      task: task.id,
      language,
      check: snippet.check?.state ?? 'NOT_CHECKED',
      repaired: snippet.check?.repaired ?? null,
      firstPartMs,
      totalMs: performance.now() - beganAt,
      inputTokens: snippet.usage?.inputTokens ?? 0,
      outputTokens: snippet.usage?.outputTokens ?? 0,
    };
    if (snippet.status !== 'COMPLETED' || snippet.code === null) {
      const detail = snippet.failure?.code ?? snippet.status;
      return { ...common, verdict: 'no-code', detail, unrepairedVerdict: 'no-code' };
    }
    const judgement = await judge(snippet.code);
    const first = common.repaired && takenBack !== undefined ? await judge(takenBack) : judgement;
    return { ...common, ...judgement, unrepairedVerdict: first.verdict };
  }
  throw new Error(`The stream of ${task.id} ended without its snippet.`);
}

type Judgement = Pick<Outcome, 'verdict' | 'detail'>;

async function judgementOf(code: string, task: Task, language: EvalLanguage, interpreter: string): Promise<Judgement> {
  if (/^\s*(```|~~~)/m.test(code)) return { verdict: 'unclean', detail: 'a fence in the code' };
  const { kind, detail } = await runProgram(programOf(code, task, language), language, { interpreter });
  return { verdict: kind === 'wrong' && /SyntaxError/.test(detail) ? 'unclean' : kind, detail };
}
