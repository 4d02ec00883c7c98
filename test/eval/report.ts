import type { SnippetCheck } from '../../schema/types.generated.ts';
import type { EvalLanguage } from './programs.ts';
import { languages } from './programs.ts';

/** What became of one task in one language; times in milliseconds. */
export interface Outcome {
  readonly task: string;
  readonly language: EvalLanguage;
  /** `unclean`: what was stored holds fences or is not code at all. */
  readonly verdict: 'passed' | 'wrong' | 'timed-out' | 'unclean' | 'no-code';
  /** The failure's code, or the last line of the program. */
  readonly detail: string;
  /** What the check of the syntax found in the code that was stored. */
  readonly check: SnippetCheck['state'];
  /** As in `Snippet.check`: null when no second answer was requested. */
  readonly repaired: boolean | null;
  /** Of the first answer. It is `verdict` unless a repair replaced that answer, or where the stream did not show it. */
  readonly unrepairedVerdict: Outcome['verdict'];
  readonly firstPartMs: number | null;
  readonly totalMs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** The report as a person reads it. */
export function reportOf(model: string, outcomes: readonly Outcome[]): string {
  const lines = [
    `Model ${model}: ${outcomes.length} programs`,
    '',
    row('', 'pass@1', 'passed', 'wrong', 'unclean', 'no code'),
  ];
  const groups = languages.map((name) => [name, outcomes.filter(({ language }) => language === name)] as const);
  for (const [name, group] of groups) lines.push(scores(name, group));
  lines.push(scores('together', outcomes), '');
  lines.push('Check of the syntax, and pass@1 without and with the repair', '');
  lines.push(row('', 'passed', 'faulty', 'neither', 'repaired', 'in vain', 'without', 'with'));
  for (const [name, group] of groups) lines.push(repairs(name, group));
  lines.push(repairs('together', outcomes), '');
  const first = outcomes.flatMap(({ firstPartMs }) => (firstPartMs === null ? [] : [firstPartMs]));
  lines.push(
    `Time to the first part  ${spread(first)}`,
    `Time to the end         ${spread(outcomes.map(({ totalMs }) => totalMs))}`,
  );
  const sum = (name: 'inputTokens' | 'outputTokens') => outcomes.reduce((total, outcome) => total + outcome[name], 0);
  lines.push(`Tokens                  ${sum('inputTokens')} read, ${sum('outputTokens')} written`);
  const failures = new Map<string, number>();
  for (const { verdict, detail } of outcomes) {
    if (verdict === 'no-code') failures.set(detail, (failures.get(detail) ?? 0) + 1);
  }
  for (const [code, count] of failures) lines.push(`${code.padEnd(23)} ${count}`);
  return lines.join('\n');
}

function scores(name: string, outcomes: readonly Outcome[]): string {
  const count = (...verdicts: Outcome['verdict'][]) =>
    outcomes.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const passed = count('passed');
  const share = shareOf(passed, outcomes.length);
  return row(name, share, passed, count('wrong', 'timed-out'), count('unclean'), count('no-code'));
}

/** Answers by the check of their final code, by what became of the repair, and the share that holds without and with it. */
function repairs(name: string, outcomes: readonly Outcome[]): string {
  const count = (holds: (outcome: Outcome) => boolean): number => outcomes.filter(holds).length;
  const all = outcomes.length;
  return row(
    name,
    ...(['PASSED', 'FAULTY', 'NOT_CHECKED'] as const).map((state) => count(({ check }) => check === state)),
    count(({ repaired }) => repaired === true),
    count(({ repaired }) => repaired === false),
    shareOf(
      count(({ unrepairedVerdict }) => unrepairedVerdict === 'passed'),
      all,
    ),
    shareOf(
      count(({ verdict }) => verdict === 'passed'),
      all,
    ),
  );
}

function shareOf(part: number, all: number): string {
  return all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`;
}

function row(name: string, ...cells: (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    return time === undefined ? '-' : `${(time / 1000).toFixed(2)} s`;
  };
  return `median ${at(0.5)}, 90 % within ${at(0.9)}`;
}
