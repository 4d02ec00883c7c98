import type { SyntaxCheck } from '../../functions/check-syntax/syntax-check.ts';
import type { LanguageName } from '../../schema/languages.ts';
import type { BreakName } from './break-program.ts';
import { breaks, seededChance } from './break-program.ts';
import type { Program } from './corpus.ts';

/** What the check says of a language's programs, and of what was made of them. */
export interface Measured {
  readonly language: LanguageName;
  readonly programs: number;
  /** Names of right programs that it calls faulty, with the first fault. */
  readonly alarms: readonly string[];
  /** How many broken programs there are of each kind, and how many of them it calls faulty. */
  readonly broken: Readonly<Record<BreakName, { readonly made: number; readonly noticed: number }>>;
}

/** Checks every program, and each of those that pass once broken in every way. The same seed breaks them the same. */
export async function measure(
  check: SyntaxCheck,
  language: LanguageName,
  programs: readonly Program[],
  seed: number,
  onMissed: (name: BreakName, code: string) => void = () => undefined,
): Promise<Measured> {
  const alarms: string[] = [];
  const names = Object.keys(breaks) as BreakName[];
  const broken = Object.fromEntries(names.map((name) => [name, { made: 0, noticed: 0 }])) as Record<
    BreakName,
    { made: number; noticed: number }
  >;
  for (const [index, { name: program, code }] of programs.entries()) {
    const { state, faults } = await check.check(language, code);
    const [first] = faults;
    if (first) alarms.push(`${program}:${first.line}:${first.column} ${first.message}`);
    if (state !== 'PASSED') continue;
    for (const name of names) {
      const wrong = breaks[name](code, seededChance(seed + index), language);
      if (wrong === null) continue;
      broken[name].made += 1;
      if ((await check.check(language, wrong)).state === 'FAULTY') broken[name].noticed += 1;
      else onMissed(name, wrong);
    }
  }
  return { language, programs: programs.length, alarms, broken };
}

/** Of the broken programs of these kinds, the share that was noticed. */
export function noticedShare(measured: readonly Measured[], kinds: readonly BreakName[]): number {
  const counts = measured.flatMap(({ broken }) => kinds.map((kind) => broken[kind]));
  const total = (key: 'made' | 'noticed'): number => counts.reduce((sum, count) => sum + count[key], 0);
  return total('noticed') / total('made');
}
