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

/** Has each job's code generated and runs it against its cases; outcomes come as they are there. */
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
  const beganAt = performance.now();
  let firstPartMs: number | null = null;
  const request = { language, instruction: instructionOf(task, language), options: { model: model ?? null } };
  for await (const { part, snippet } of client.streamCode(request, { signal })) {
    if (part !== '') firstPartMs ??= performance.now() - beganAt;
    if (!snippet) continue;
    const common = {
      task: task.id,
      language,
      firstPartMs,
      totalMs: performance.now() - beganAt,
      inputTokens: snippet.usage?.inputTokens ?? 0,
      outputTokens: snippet.usage?.outputTokens ?? 0,
    };
    if (snippet.status !== 'COMPLETED' || snippet.code === null) {
      return { ...common, verdict: 'no-code', detail: snippet.failure?.code ?? snippet.status };
    }
    if (/^\s*(```|~~~)/m.test(snippet.code)) return { ...common, verdict: 'unclean', detail: 'a fence in the code' };
    const program = programOf(snippet.code, task, language);
    const { kind, detail } = await runProgram(program, language, { interpreter: interpreters[language] });
    return { ...common, verdict: kind === 'wrong' && /SyntaxError/.test(detail) ? 'unclean' : kind, detail };
  }
  throw new Error(`The stream of ${task.id} ended without its snippet.`);
}
