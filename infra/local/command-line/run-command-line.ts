import type { SnippetClient } from '../../../client/snippet-client.ts';
import { createSnippetClient } from '../../../client/snippet-client.ts';
import { inOneLine } from '../../command/in-one-line.ts';
import { answerTo } from '../../command/run-command.ts';
import type { OpenApi } from './open-api.ts';
import { openApi } from './open-api.ts';
import type { Output, Screen } from './screen.ts';
import { createScreen } from './screen.ts';
import { sentenceFor } from './sentences.ts';
import type { CommandLineArguments } from './parse-arguments.ts';
import { generateCommand, parseArguments } from './parse-arguments.ts';
import { cancel, remove } from './commands/end-command.ts';
import { generate } from './commands/generate-command.ts';
import { list, show } from './commands/list-command.ts';
import { estimate, usage } from './commands/quota-command.ts';
import type { Input } from './commands/read-instruction.ts';
import { readInstruction } from './commands/read-instruction.ts';

/** The outside of the command line. */
export interface ProcessContext {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs one command line. @returns the exit code: 0, or 1 if the command failed, or 130 if it was interrupted */
export async function run(argv: string[], { env, stdin, stdout, stderr, signal }: ProcessContext): Promise<number> {
  const screen = createScreen(stdout, stderr);
  let api: OpenApi | undefined;
  try {
    const parsed = parseArguments(argv, env, stdin.isTTY === true);
    if (parsed.do === 'help' || parsed.do === 'version') {
      screen.code(`${answerTo(parsed.do, generateCommand)}\n`);
      return 0;
    }
    const args: CommandLineWithInstruction =
      'instruction' in parsed
        ? { ...parsed, instruction: parsed.instruction ?? (await readInstruction(stdin, signal)) }
        : parsed;
    api = await openApi(args.place, env, screen.say);
    const client = createSnippetClient({ url: api.url, auth: { apiKey: api.apiKey } });
    await fulfil(args, client, api, screen, signal);
    return 0;
  } catch (error) {
    screen.say(
      signal.aborted && error === signal.reason
        ? 'Cancelled.'
        : `snipstream: ${inOneLine(sentenceFor(error, api?.url))}`,
    );
    return signal.aborted ? 130 : 1;
  } finally {
    await api?.close();
  }
}

type CommandLineWithInstruction =
  | Exclude<CommandLineArguments, { do: 'help' | 'version' } | { instruction: string | null }>
  | (Extract<CommandLineArguments, { instruction: string | null }> & { readonly instruction: string });

function fulfil(
  args: CommandLineWithInstruction,
  client: SnippetClient,
  api: OpenApi,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  switch (args.do) {
    case 'generate':
    case 'refine':
      return generate(args, client, api, screen, signal);
    case 'estimate':
      return estimate(args, client, screen, signal);
    case 'usage':
      return usage(client, screen, signal);
    case 'list':
      return list(args, client, screen, signal);
    case 'show':
      return show(args, client, api, screen, signal);
    case 'cancel':
      return cancel(args, client, screen, signal);
    case 'delete':
      return remove(args, client, screen, signal);
  }
}
