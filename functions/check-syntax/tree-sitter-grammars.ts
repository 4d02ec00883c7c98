import { readFile } from 'node:fs/promises';
import { Language, Parser } from 'web-tree-sitter';
import { checkLimits } from '../../schema/limits/check-limits.ts';
import { knownWording } from './known-wording.ts';
import type { Fault, FaultFinder } from './syntax-check.ts';
import { faultsIn } from './tree-faults.ts';

/** Makes parsers from the files of tree-sitter's grammars. */
export interface Grammars {
  /** @throws Error the file is not there, or is no grammar of this version */
  load(name: string, file: string): Promise<FaultFinder>;
}

/** @param runtime the file of tree-sitter itself, which is read with the first grammar */
export function createGrammars(runtime: string): Grammars {
  let started: Promise<void> | undefined;
  return {
    async load(name, file) {
      started ??= readFile(runtime).then((wasmBinary) => Parser.init({ wasmBinary }));
      await started;
      const parser = new Parser();
      parser.setLanguage(await Language.load(await readFile(file)));
      return (code) => parseWith(parser, name, code);
    },
  };
}

/**
 * The faults of the code, or those of its other wording where these are fewer. Null when it took longer than a parse may.
 */
function parseWith(parser: Parser, name: string, code: string): ReturnType<FaultFinder> {
  const until = performance.now() + checkLimits.parseMs;
  const faults = faultsWith(parser, name, code, until);
  const reworded = faults?.length ? knownWording(code, name) : null;
  if (faults === null || reworded === null) return faults;
  const fewer = faultsWith(parser, name, reworded, until);
  return fewer && fewer.length < faults.length ? fewer : faults;
}

function faultsWith(parser: Parser, name: string, code: string, until: number): Fault[] | null {
  const tree = parser.parse(code, null, { progressCallback: () => performance.now() > until });
  if (!tree) {
    // Else it would go on with this code when it is given the next one.
    parser.reset();
    return null;
  }
  try {
    return faultsIn(tree, name, code);
  } finally {
    tree.delete();
  }
}
