import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A program that stands in a text. */
export interface NamedText {
  /** Where it stands, for who reads what is wrong with it. */
  readonly name: string;
  readonly kind: 'ts' | 'tsx';
  readonly text: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const options: ts.CompilerOptions = {
  ...{ strict: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: true, types: ['node'] },
  ...{ target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.ReactJSX },
  ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true },
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  paths: {
    snipstream: [`${root}client/index.ts`],
    'snipstream/store': [`${root}client/store/index.ts`],
    'snipstream/react': [`${root}client/react/index.ts`],
  },
};

/** Compiles each text as a module that has this package installed. @returns what is wrong, one line each */
export function compileTexts(texts: readonly NamedText[]): string[] {
  const files = new Map(texts.map((text, index) => [`${root}readme-text-${index}.${text.kind}`, text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file)?.text ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file)?.text;
    return text === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([file, { name }]) => {
    const source = program.getSourceFile(file);
    return ts
      .getPreEmitDiagnostics(program, source)
      .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}
