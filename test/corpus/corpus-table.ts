import type { SyntaxWay } from '../../schema/syntax-ways.ts';
import { languages } from '../../schema/languages.ts';
import type { BreakName } from './break-program.ts';
import { breaks, plainBreaks } from './break-program.ts';
import type { Measured } from './measure-check.ts';
import { noticedShare } from './measure-check.ts';

const kinds = Object.keys(breaks) as BreakName[];
const percent = (share: number): string => (Number.isNaN(share) ? '' : `${Math.floor(share * 100)} %`);

/** The figures as a table of Markdown: a row for each language, and one over all. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map((one) => {
    const way: SyntaxWay | null = languages[one.language].check;
    const by = way === null ? '' : 'parser' in way ? way.parser : `tree-sitter ${way.grammar}`;
    return rowOf(`${languages[one.language].title} (${by})`, [one]);
  });
  const heads = ['language', 'programs', 'false alarms', 'noticed', 'of prose, brackets, fences', ...kinds];
  return [heads, heads.map(() => '---'), ...rows, rowOf('all', measured)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowOf(name: string, measured: readonly Measured[]): string[] {
  const sum = (of: (one: Measured) => number): string => String(measured.reduce((total, one) => total + of(one), 0));
  return [
    name,
    sum(({ programs }) => programs),
    sum(({ alarms }) => alarms.length),
    percent(noticedShare(measured, kinds)),
    percent(noticedShare(measured, plainBreaks)),
    ...kinds.map((kind) => percent(noticedShare(measured, [kind]))),
  ];
}
