import packageJson from '../../package.json' with { type: 'json' };
import { inOneLine } from './in-one-line.ts';
import type { Command, FlagTable, ParsedFlags } from './read-flags.ts';
import { readFlags } from './read-flags.ts';

/**
 * Does what was said to a command. What goes wrong is told in one line, never with a stack.
 * @param args what stands behind the name of the command
 * @param work gives the exit code; 0 when left out
 * @returns the exit code
 */
export async function runCommand<const Flags extends FlagTable>(
  command: Command<Flags>,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  work: (said: ParsedFlags<Flags>) => Promise<number | void>,
): Promise<number> {
  try {
    const said = readFlags(command, args, env);
    if (said.asksFor === undefined) return (await work(said)) ?? 0;
    console.log(answerTo(said.asksFor, command));
    return 0;
  } catch (error) {
    console.error(`snipstream: ${inOneLine(error)}`);
    return 1;
  }
}

/** What a command prints when it is asked for help or for its version. */
export function answerTo(asksFor: 'help' | 'version', { usage }: Pick<Command<FlagTable>, 'usage'>): string {
  return asksFor === 'help' ? usage : `snipstream ${packageJson.version}`;
}
