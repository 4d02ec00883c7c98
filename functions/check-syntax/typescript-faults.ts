import type { ParserPlugin } from '@babel/parser';
import { parse } from '@babel/parser';
import type { Fault } from './syntax-check.ts';

const plugins: ParserPlugin[] = ['typescript', 'decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'];

/** The faults of TypeScript; of code with JSX in it, those that it has as such. */
export function typescriptFaults(code: string): Fault[] {
  const plain = faultsWith(plugins, code);
  if (plain.length === 0 || !/<\/|\/>/.test(code)) return plain;
  const withJsx = faultsWith([...plugins, 'jsx'], code);
  return withJsx.length < plain.length ? withJsx : plain;
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
