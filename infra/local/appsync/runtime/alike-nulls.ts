import type ts from 'typescript';

/** What changed code calls in place of `===`; it has to be in the scope of the code. */
export const ALIKE = '__alike';

/** Code whose `===` and `!==` take null and undefined as the same, by calls of {@link ALIKE}. */
export async function withAlikeNulls(script: string): Promise<string> {
  const { default: typescript } = await import('typescript');
  const { factory, SyntaxKind } = typescript;
  const source = typescript.createSourceFile('code.js', script, typescript.ScriptTarget.ESNext, true);
  const replace = (context: ts.TransformationContext) => {
    const visit = (node: ts.Node): ts.Node => {
      const inner = typescript.visitEachChild(node, visit, context);
      if (!typescript.isBinaryExpression(inner)) return inner;
      const { kind } = inner.operatorToken;
      const isEqual = kind === SyntaxKind.EqualsEqualsEqualsToken;
      if (!isEqual && kind !== SyntaxKind.ExclamationEqualsEqualsToken) return inner;
      const call = factory.createCallExpression(factory.createIdentifier(ALIKE), undefined, [inner.left, inner.right]);
      return isEqual ? call : factory.createLogicalNot(call);
    };
    return (root: ts.SourceFile) => typescript.visitNode(root, visit) as ts.SourceFile;
  };
  const { transformed } = typescript.transform(source, [replace]);
  return transformed.map((file) => typescript.createPrinter().printFile(file)).join('');
}

export function alike(one: unknown, other: unknown): boolean {
  return (one ?? null) === (other ?? null);
}
