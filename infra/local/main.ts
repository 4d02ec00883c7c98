import { styleText } from 'node:util';
import { inOneLine } from '../command/in-one-line.ts';
import { runCommand } from '../command/run-command.ts';
import { parseModelChoice } from './bedrock/models/choose-model.ts';
import { findModelFault } from './bedrock/models/model-fault.ts';
import { loadInOllama } from './bedrock/openai/load-in-ollama.ts';
import { choicesOf, startCommand } from './command-line/host-options.ts';
import { welcome } from './command-line/welcome.ts';
import type { Host, HostInternals } from './host.ts';
import { startHost } from './host.ts';

// What the host makes is its owner's alone, also where a library makes it.
process.umask(0o077);
// Who reads the start and goes, as `head` does, does not end the host.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Two signals that come so soon after each other are one press of Ctrl-C, in milliseconds. */
const SAME_KEY_WITHIN_MS = 500;
let stoppingSince: number | undefined;
let host: (Host & HostInternals) | undefined;

/** Settled once the host is ready; without one the process has ended. */
export const running = run();

async function run(): Promise<void> {
  const code = await runCommand(startCommand, process.argv.slice(2), process.env, async (said) => {
    const choices = choicesOf(said, process.env);
    host = await startHost(choices, { tell });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    console.log(welcome(host, process.uptime()));
    host.functions.warm('generate-snippet');
    const fault = await findModelFault(host.model, choices.openAiApiKey, fetch);
    if (fault !== undefined) console.error(`snipstream: ${fault}`);
    const choice = parseModelChoice(host.model);
    if (fault === undefined && choice.kind === 'openai') await loadInOllama(choice, tell);
  });
  if (!host) process.exit(code);
}

function stop(): void {
  // npm sends on what the terminal has sent already, at once; what comes later is a person who does not want to wait.
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince > SAME_KEY_WITHIN_MS) process.exit(130);
    return;
  }
  stoppingSince = performance.now();
  console.error('Stopping.');
  host?.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(`snipstream: ${inOneLine(error)}`);
      process.exit(1);
    },
  );
}

/** Said beside what the person asked for, so in a fainter colour where the terminal has any. */
function tell(line: string): void {
  console.error(process.stderr.isTTY && process.stderr.hasColors() ? styleText('dim', line) : line);
}
