import { createInterface } from 'node:readline/promises';
import type { Ask } from './prompter.ts';
import { runModelSetup } from './run-model-setup.ts';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(new Error('interrupted')));
}

const { env, stdin, stdout, stderr } = process;

/** A line from the terminal; an input that ends, by Ctrl-D, is no answer. */
const ask: Ask = async (question) => {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    const ended = new Promise<undefined>((resolve) => terminal.once('close', () => resolve(undefined)));
    terminal.once('SIGINT', () => interrupted.abort(new Error('interrupted')));
    const answer = await Promise.race([terminal.question(question, { signal: interrupted.signal }), ended]);
    if (answer === undefined) stdout.write('\n');
    return answer;
  } finally {
    terminal.close();
  }
};

const code = await runModelSetup(process.argv.slice(2), {
  ...{ env, stdout, stderr, signal: interrupted.signal },
  ask: stdin.isTTY && stdout.isTTY ? ask : undefined,
});
// A package that ran a model may leave something running.
stdout.write('', () => process.exit(code));
