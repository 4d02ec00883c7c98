import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { createSyntaxCheck } from '../../functions/check-syntax/check-syntax.ts';
import { packagesFolder } from '../../infra/packages-folder.ts';
import type { LanguageName } from '../../schema/languages.ts';
import { languages } from '../../schema/languages.ts';
import { tableOf } from './corpus-table.ts';
import { programsOf } from './corpus.ts';
import type { Measured } from './measure-check.ts';
import { measure } from './measure-check.ts';

/** `npm run corpus`: measures the check on every program there is, and writes the table into functions/README.md. */
const only = process.argv.slice(2);
const check = createSyntaxCheck(packagesFolder);
const measured: Measured[] = [];
for (const language of Object.keys(languages) as LanguageName[]) {
  const programs = programsOf(language);
  if (languages[language].check === null || (only.length > 0 && !only.includes(language))) continue;
  const one = await measure(check, language, programs, 1);
  measured.push(one);
  for (const alarm of one.alarms) console.error(`false alarm: ${alarm}`);
}
const table = tableOf(measured);
console.log(table);
if (only.length === 0) {
  const file = fileURLToPath(new URL('../../functions/README.md', import.meta.url));
  const text = readFileSync(file, 'utf8');
  const marked = /(<!-- corpus -->\n)[\s\S]*(<!-- corpus end -->)/;
  if (!marked.test(text)) throw new Error('functions/README.md has no place for the table.');
  writeFileSync(file, await format(text.replace(marked, `$1\n${table}\n\n$2`), { parser: 'markdown' }));
}
