import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SyntaxCheck } from './syntax-check.ts';
import { NOT_CHECKED } from './syntax-check.ts';

/** What the file `check-syntax.cjs` exports. */
type CheckModule = typeof import('./check-syntax.ts');

/**
 * The check in the file `check-syntax.cjs` beside another, loaded when it is first needed. If it cannot be loaded, nothing
 * is checked.
 * @param beside the bundle that asks
 * @param grammars where the files of the grammars lie; undefined: in the folder `grammars` beside that bundle
 */
export function createLateCheck(beside: string, grammars: string | undefined): SyntaxCheck {
  let loaded: SyntaxCheck | undefined;
  const load = (): SyntaxCheck => {
    const { createSyntaxCheck } = createRequire(beside)('./check-syntax.cjs') as CheckModule;
    return createSyntaxCheck(grammars ?? join(dirname(beside), 'grammars'));
  };
  return {
    async prepare(language) {
      try {
        loaded ??= load();
        await loaded.prepare(language);
      } catch {
        // The check says that nothing was checked.
      }
    },
    async check(language, code) {
      try {
        loaded ??= load();
        return await loaded.check(language, code);
      } catch {
        return NOT_CHECKED;
      }
    },
  };
}
