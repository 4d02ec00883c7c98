import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createSnippetClient } from '../../client/index.ts';
import { startHost } from '../../infra/local/host.ts';
import { readChoices } from '../../infra/local/command-line/host-options.ts';
import { runCommand } from '../../infra/command/run-command.ts';
import type { EvalArguments } from './eval-command.ts';
import { evalCommand, parseEvalArguments } from './eval-command.ts';
import type { Job } from './evaluate-model.ts';
import { evaluate } from './evaluate-model.ts';
import { languages } from './programs.ts';
import type { Outcome } from './report.ts';
import { reportOf } from './report.ts';

process.exitCode = await runCommand(evalCommand, process.argv.slice(2), process.env, (said) =>
  main(parseEvalArguments(said, process.env)),
);

async function main(args: EvalArguments): Promise<void> {
  const interpreters = { PYTHON: findProgram('python3'), JAVASCRIPT: process.execPath };
  const jobs: Job[] = args.tasks.flatMap((task) => languages.map((language) => ({ task, language })));

  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort(new Error('interrupted')));
  const api = await openApi(args);
  const outcomes: Outcome[] = [];
  try {
    await evaluate(jobs, {
      ...api,
      interpreters,
      concurrency: args.concurrency,
      signal: interrupted.signal,
      onOutcome(outcome) {
        outcomes.push(outcome);
        showProgress(outcome, outcomes.length, jobs.length);
      },
    });
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
  } finally {
    await api.close();
  }
  console.log(`\n${reportOf(api.name, outcomes)}`);
  writeFileSync(args.json, `${JSON.stringify({ model: api.name, outcomes }, null, 2)}\n`);
  console.error(`\nEvery outcome: ${args.json}`);
}

async function openApi({ api, model }: EvalArguments) {
  if (api) {
    const client = createSnippetClient({ url: api.url, auth: { apiKey: api.apiKey } });
    return { client, model, name: model ?? 'of the deployment', close: async () => undefined };
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'snipstream-eval-'));
  const args = ['--port', '0', '--data', dataFolder, ...(model ? ['--model', model] : [])];
  const host = await startHost(readChoices(args, process.env));
  return {
    client: createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } }),
    model: undefined,
    name: host.model,
    async close() {
      await host.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

function showProgress({ task, language, verdict, detail }: Outcome, done: number, all: number): void {
  if (!process.stderr.isTTY) {
    process.stderr.write(
      `${done}/${all} ${task} ${language} ${verdict}${verdict === 'passed' ? '' : ` (${detail})`}\n`,
    );
    return;
  }
  const filled = Math.round((30 * done) / all);
  process.stderr.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${all} ${task}`);
}

function findProgram(name: string): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not there; the next folder may have it.
    }
  }
  throw new Error(`${name} is needed to run what is generated, and it is not on the PATH.`);
}
