import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSnippetClient } from '../../client/index.ts';
import { startHost } from '../../infra/local/host.ts';
import { readChoices } from '../../infra/local/command-line/host-options.ts';
import type { Job } from './evaluate-model.ts';
import { evaluate } from './evaluate-model.ts';
import { languages } from './programs.ts';
import type { Outcome } from './report.ts';
import { reportOf } from './report.ts';
import { tasks } from './eval-tasks.ts';

const usage = `npm run eval -- [--model MODEL] [--json FILE] [--limit N] [--only ID] [--concurrency N]

Generates small programs in Python and JavaScript, runs them, and counts what holds. They run in processes of their own,
limited in time and memory and without an environment, but not cut off from the network.

  --model        what npm start takes; with --url the id of a model that API offers
  --url          API_URL   ask this API instead of a host of its own
  --api-key      API_KEY   the key for it
  --json         where every outcome is written; eval.json
  --limit        only so many tasks
  --only         only this task
  --concurrency  how many at once, 1 to 8; 2`;

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    url: { type: 'string' },
    'api-key': { type: 'string' },
    json: { type: 'string', default: 'eval.json' },
    limit: { type: 'string', default: String(tasks.length) },
    only: { type: 'string' },
    concurrency: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

try {
  if (values.help) console.log(usage);
  else await main();
} catch (error) {
  console.error(`snipstream: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const limit = wholeNumber('--limit', values.limit, tasks.length);
  const concurrency = wholeNumber('--concurrency', values.concurrency, 8);
  const chosen = tasks.filter(({ id }) => values.only === undefined || id === values.only).slice(0, limit);
  if (chosen.length === 0)
    throw new Error(`--only is "${values.only}"; allowed are ${tasks.map(({ id }) => id).join(', ')}.`);
  const interpreters = { PYTHON: findProgram('python3'), JAVASCRIPT: process.execPath };
  const jobs: Job[] = chosen.flatMap((task) => languages.map((language) => ({ task, language })));

  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort(new Error('interrupted')));
  const api = await openApi();
  const outcomes: Outcome[] = [];
  try {
    await evaluate(jobs, {
      ...api,
      interpreters,
      concurrency,
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
  writeFileSync(values.json, `${JSON.stringify({ model: api.name, outcomes }, null, 2)}\n`);
  console.error(`\nEvery outcome: ${values.json}`);
}

async function openApi() {
  const { url = process.env['API_URL'], 'api-key': apiKey = process.env['API_KEY'], model } = values;
  if (url && apiKey) {
    const client = createSnippetClient({ url, auth: { apiKey } });
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

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Error(`${name} is "${text}"; allowed is a whole number from 1 to ${most}.`);
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
