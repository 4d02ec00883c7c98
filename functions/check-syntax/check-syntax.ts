import { join } from 'node:path';
import { languages } from '../../schema/languages.ts';
import { checkLimits } from '../../schema/limits/check-limits.ts';
import type { SyntaxWay } from '../../schema/syntax-ways.ts';
import type { Language } from '../../schema/types.generated.ts';
import { jsonFaults } from './json-faults.ts';
import { strictParsers } from './strict-parsers.ts';
import type { Fault, FaultFinder, Finding, SyntaxCheck } from './syntax-check.ts';
import { NOT_CHECKED } from './syntax-check.ts';
import { createGrammars } from './tree-sitter-grammars.ts';

/**
 * Checks the syntax of every language in the table. A grammar or parser that has been loaded stays in memory.
 * @param folder the folder with the files of the grammars, each at its path below `node_modules`
 */
export function createSyntaxCheck(folder: string): SyntaxCheck {
  const grammars = createGrammars(join(folder, 'web-tree-sitter', 'web-tree-sitter.wasm'));
  const finders = new Map<Language, Promise<FaultFinder | null>>();

  async function load(way: SyntaxWay | null): Promise<FaultFinder | null> {
    if (way === null) return null;
    if (!('parser' in way)) return grammars.load(way.grammar, join(folder, way.file));
    if (way.parser !== 'JSON.parse') return strictParsers[way.parser];
    return jsonFaults(await grammars.load('json', join(folder, way.file)));
  }
  function finderOf(language: Language): Promise<FaultFinder | null> {
    const known = finders.get(language) ?? load(languages[language].check);
    finders.set(language, known);
    return known;
  }

  return {
    async prepare(language) {
      await finderOf(language).catch(() => undefined);
    },
    async check(language, code) {
      try {
        const find = await finderOf(language);
        return find ? findingOf(find(code)) : NOT_CHECKED;
      } catch {
        return NOT_CHECKED;
      }
    },
  };
}

function findingOf(faults: readonly Fault[] | null): Finding {
  if (faults === null) return NOT_CHECKED;
  if (faults.length === 0) return { state: 'PASSED', faults: [] };
  const told = faults.slice(0, checkLimits.faults).map((fault) => ({ ...fault, message: shortened(fault.message) }));
  return { state: 'FAULTY', faults: told };
}

/** Cuts the message without splitting a character. */
function shortened(message: string): string {
  return message.slice(0, checkLimits.messageUnits).replace(/[\uD800-\uDBFF]$/, '');
}
