import { inOneLine } from '../../command/in-one-line.ts';
import { readFlags } from '../../command/read-flags.ts';
import { answerTo } from '../../command/run-command.ts';
import type { Output } from '../command-line/screen.ts';
import { createScreen } from '../command-line/screen.ts';
import { defaultPorts } from './servers/find-servers.ts';
import { modelCommand, parseModelArguments } from './model-arguments.ts';
import type { Ask } from './prompter.ts';
import { createPrompter } from './prompter.ts';
import { setUpModel } from './set-up-model.ts';
import type { SetupDependencies } from './setup-dependencies.ts';
import { suggestedModels } from './suggested-models.ts';

/** The process that runs the command. Dependencies that are left out are those of this machine. */
export interface CommandDependencies extends Partial<
  Pick<SetupDependencies, 'fetchFrom' | 'origins' | 'pauseMs' | 'suggested'>
> {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Undefined where nobody sits at a terminal. */
  readonly ask: Ask | undefined;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs `npm run model`. @returns the exit code: 0, even if the person declined; 1 if it failed; 130 after Ctrl-C */
export async function runModelSetup(argv: string[], dependencies: CommandDependencies): Promise<number> {
  const { env, stdout, stderr, ask, signal } = dependencies;
  const screen = createScreen(stdout, stdout);
  try {
    const parsed = readFlags(modelCommand, argv, env);
    if (parsed.asksFor !== undefined) {
      screen.say(answerTo(parsed.asksFor, modelCommand));
      return 0;
    }
    const args = parseModelArguments(parsed, env);
    await setUpModel(args, {
      fetchFrom: fetch,
      suggested: suggestedModels,
      origins: defaultPorts.map((port) => `http://127.0.0.1:${port}`),
      ...dependencies,
      screen,
      prompter: createPrompter(ask, args.yes),
    });
    return 0;
  } catch (error) {
    screen.status('');
    stderr.write(
      signal.aborted ? 'Stopped. Run it again, and it goes on from here.\n' : `snipstream: ${inOneLine(error)}\n`,
    );
    return signal.aborted ? 130 : 1;
  }
}
