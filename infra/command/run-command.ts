import packageJson from '../../package.json' with { type: 'json' };
import { inOneLine } from './in-one-line.ts';
import type { Command, FlagTable, ParsedFlags } from './read-flags.ts';
import { readFlags } from './read-flags.ts';

/**
 * Runs a command. If it fails, it prints one line and never a stack trace.
 * @param args the arguments after the name of the command
 * @param work runs the command; it may return an exit code, and the default is 0
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

/** Returns the text that a command prints for `--help` or `--version`. */
export function answerTo(asksFor: 'help' | 'version', { usage }: Pick<Command<FlagTable>, 'usage'>): string {
  return asksFor === 'help' ? usage : `snipstream ${packageJson.version}`;
}
