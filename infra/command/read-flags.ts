import leven from 'leven';
import { parseArgs } from 'node:util';
import { KeptByNpm } from './kept-by-npm.ts';

/** The flags of a command. Each says whether it takes a value, and which letter abbreviates it. */
export type FlagTable = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly default?: string }>
>;

/** A command of package.json. */
export interface Command<Flags extends FlagTable> {
  /** What a person types before the flags, such as `npm run -s token --`. */
  readonly typed: string;
  /** Its name among the scripts of package.json. */
  readonly script: string;
  readonly usage: string;
  readonly flags: Flags;
  /** The number of words that the command accepts besides flags. The default is 0. */
  readonly words?: number;
}

/** The parsed flags and words of a command line. A flag that was not given is undefined. */
export interface ParsedFlags<Flags extends FlagTable> {
  /** `-h`, `--help` and `--version` are flags of every command. */
  readonly asksFor: 'help' | 'version' | undefined;
  readonly values: {
    readonly [Name in keyof Flags]:
      | (Flags[Name]['type'] extends 'boolean' ? boolean : string)
      | (Flags[Name] extends { readonly default: string } ? never : undefined);
  };
  readonly words: readonly string[];
}

const usual = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const;

/** Flags that npm knows itself: it may have them from its own settings, and not from the command line. */
const OF_NPM = new Set(['json', 'only', 'yes']);

/**
 * Parses the flags and words of a command line.
 * @param env the environment, in which npm leaves flags that stand before a `--` and that it kept for itself
 * @throws Error with one sentence that names what is wrong and what is allowed
 */
export function readFlags<const Flags extends FlagTable>(
  command: Command<Flags>,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ParsedFlags<Flags> {
  const names = Object.keys(command.flags);
  const kept = names.filter((name) => !OF_NPM.has(name) && isKeptByNpm(command, name, env));
  if (kept.length > 0) {
    const flags = kept.map((name) => `--${name}`).join(' and ');
    throw new KeptByNpm(flags, `${command.typed} --${kept[0]} …`);
  }
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...command.flags, ...usual },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean | undefined> = Object.fromEntries(
    names.map((name) => [name, command.flags[name]?.default]),
  );
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') values[token.name] = valueOf(command, token);
  }
  const asksFor = values['help'] === true ? 'help' : values['version'] === true ? 'version' : undefined;
  const [extra] = words.slice(command.words ?? 0);
  if (extra !== undefined) throw new Error(`"${extra}" is one word too many. ${seeHelp(command)}`);
  return { asksFor, values: values as ParsedFlags<Flags>['values'], words };
}

interface Option {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueOf(
  command: Command<FlagTable>,
  { name, rawName, value, inlineValue }: Option,
): string | boolean | undefined {
  const flags: FlagTable = { ...command.flags, ...usual };
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (!flag) throw new Error(`There is no flag ${rawName}${nearestTo(name, flags)} ${seeHelp(command)}`);
  if (flag.type === 'boolean') {
    if (value === undefined) return true;
    throw new Error(`${rawName} takes no value, and was given "${value}".`);
  }
  if (value === undefined || value === '') throw new Error(`${rawName} needs a value behind it. ${seeHelp(command)}`);
  if (!inlineValue && /^-./.test(value)) {
    throw new Error(`${rawName} needs a value; ${value} looks like a flag. If it is the value: ${rawName}=${value}`);
  }
  return value;
}

function isKeptByNpm({ script }: Command<FlagTable>, name: string, env: NodeJS.ProcessEnv): boolean {
  return env['npm_lifecycle_event'] === script && env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined;
}

const seeHelp = ({ typed }: Command<FlagTable>): string => `${typed} --help tells what there is.`;

function nearestTo(wrong: string, flags: FlagTable): string {
  const [nearest] = Object.keys(flags)
    .map((name) => ({ name, distance: leven(wrong, name) }))
    .sort((one, other) => one.distance - other.distance);
  return nearest && wrong.length > 1 && nearest.distance <= 2 ? `; did you mean --${nearest.name}?` : '.';
}
