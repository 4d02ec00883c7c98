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
  for (const language of languages)
    lines.push(
      scores(
        language,
        outcomes.filter((outcome) => outcome.language === language),
      ),
    );
  lines.push(scores('together', outcomes), '');
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
  const share = outcomes.length === 0 ? '-' : `${((100 * passed) / outcomes.length).toFixed(1)} %`;
  return row(name, share, passed, count('wrong', 'timed-out'), count('unclean'), count('no-code'));
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
