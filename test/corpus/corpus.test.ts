import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSyntaxCheck } from '../../functions/check-syntax/check-syntax.ts';
import { packagesFolder } from '../../infra/packages-folder.ts';
import type { LanguageName } from '../../schema/languages.ts';
import { languages } from '../../schema/languages.ts';
import type { BreakName } from './break-program.ts';
import { breaks, plainBreaks } from './break-program.ts';
import { tableOf } from './corpus-table.ts';
import { programsOf } from './corpus.ts';
import type { Measured } from './measure-check.ts';
import { measure, noticedShare } from './measure-check.ts';

const checked = (Object.keys(languages) as LanguageName[]).filter((language) => languages[language].check !== null);
/** Of these no right program may be called faulty. */
const withoutAlarm: readonly LanguageName[] = [
  ...(['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'JSON', 'YAML', 'JAVA', 'GO', 'RUST'] as const),
];
const EACH = 10;

describe('the check, on a tenth of the programs that are here', () => {
  const check = createSyntaxCheck(packagesFolder);
  const measured: Measured[] = [];
  beforeAll(async () => {
    for (const language of checked) {
      const programs = programsOf(language).filter((_, index) => index % EACH === 0);
      measured.push(await measure(check, language, programs, 1));
    }
  }, 120_000);

  const alarmsOf = (chosen: readonly Measured[]): string[] => chosen.flatMap(({ alarms }) => alarms);

  it('looks at twenty languages or more, and at each of those that are named', () => {
    expect(checked.length).toBeGreaterThanOrEqual(20);
    expect(checked).toEqual(expect.arrayContaining([...withoutAlarm, 'CPP', 'CSHARP', 'PHP', 'BASH', 'CSS', 'HTML']));
  });

  it('calls no right program of the eight languages faulty, and at most one in a hundred over all', () => {
    expect(alarmsOf(measured.filter(({ language }) => withoutAlarm.includes(language)))).toEqual([]);
    const programs = measured.reduce((sum, one) => sum + one.programs, 0);
    expect(programs).toBeGreaterThan(15);
    expect(alarmsOf(measured).length).toBeLessThanOrEqual(Math.ceil(programs / 100));
  });

  it('notices four of five broken ones, and of prose, brackets and fences nineteen of twenty', () => {
    expect(noticedShare(measured, Object.keys(breaks) as BreakName[])).toBeGreaterThanOrEqual(0.8);
    expect(noticedShare(measured, plainBreaks)).toBeGreaterThanOrEqual(0.95);
  });

  it('has in functions/README.md what was measured on all of them, within the same bounds and on thirty of each at least', () => {
    const text = readFileSync(new URL('../../functions/README.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| (.+?) +\| (\d+) +\| (\d+) +\| (\d+) % +\| (\d+) % /gm)].map(
      ([, name = '', ...figures]) => [name.replace(/ \(.*/, ''), ...figures.map(Number)] as const,
    );
    const titles = checked.map((language) => languages[language].title);
    expect(rows.map(([name]) => name)).toEqual([...titles, 'all']);
    for (const [name, programs, alarms] of rows) {
      expect([name, programs]).toEqual([name, expect.toSatisfy((count: number) => count >= 30)]);
      if (withoutAlarm.some((language) => languages[language].title === name))
        expect([name, alarms]).toEqual([name, 0]);
    }
    const [, programs = 0, alarms = 0, noticed = 0, plain = 0] = rows.at(-1) ?? [''];
    expect(alarms).toBeLessThanOrEqual(programs / 100);
    expect(noticed).toBeGreaterThanOrEqual(80);
    expect(plain).toBeGreaterThanOrEqual(95);
  });

  it('has a row in the table for each language and one for all', () => {
    const rows = tableOf(measured).split('\n').slice(2);
    expect(rows).toHaveLength(checked.length + 1);
    expect(rows.at(-1)).toMatch(/^\| all \| \d+ \| \d+ \| \d+ % \|/);
  });
});
