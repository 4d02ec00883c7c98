import type { ParserPlugin } from '@babel/parser';
import { parse } from '@babel/parser';
import type { Fault } from './syntax-check.ts';

const plugins: ParserPlugin[] = ['typescript', 'decoratorAutoAccessors', 'explicitResourceManagement'];

/**
 * Returns the faults of TypeScript. If the code contains JSX or decorators of the older kind, it is parsed
 * accordingly.
 */
export function typescriptFaults(code: string): Fault[] {
  const ofDecorators: ParserPlugin[] = code.includes('@') ? ['decorators', 'decorators-legacy'] : ['decorators'];
  const ofJsx: ParserPlugin[][] = /<\/|\/>/.test(code) ? [[], ['jsx']] : [[]];
  let fewest: Fault[] | undefined;
  for (const reading of ofDecorators.flatMap((decorators) => ofJsx.map((jsx) => [decorators, ...jsx]))) {
    const faults = faultsWith([...plugins, ...reading], code);
    if (!fewest || faults.length < fewest.length) fewest = faults;
    if (fewest.length === 0) break;
  }
  return fewest ?? [];
}

function faultsWith(chosen: ParserPlugin[], code: string): Fault[] {
  try {
    const { errors } = parse(code, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowUndeclaredExports: true,
      plugins: chosen,
    });
    return (errors ?? []).filter(isSyntax).map((error) => faultOf(error));
  } catch (error) {
    return [faultOf(error)];
  }
}

/** Not what only a compiler minds, as a name that is declared twice. */
function isSyntax({ reasonCode }: { readonly reasonCode: string }): boolean {
  return !/^(VarRedeclaration|DuplicateExport|ModuleExportUndefined|Abstract|Accessor|Constructor)/.test(reasonCode);
}

/** Babel's errors carry their place; its lines count from 1, its columns from 0. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error) || !('loc' in error)) throw error;
  const { line, column } = error.loc as { line: number; column: number };
  return { line, column: column + 1, message: error.message.replace(/ \(\d+:\d+\)$/, '') };
}
