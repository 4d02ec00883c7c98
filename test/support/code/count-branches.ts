import ts from 'typescript';

const { SyntaxKind } = ts;

const branching = new Set<ts.SyntaxKind>([
  SyntaxKind.IfStatement,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.CaseClause,
  SyntaxKind.ForStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.DoStatement,
  SyntaxKind.QuestionDotToken,
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.AmpersandAmpersandEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

/**
 * How often a code may go one way or another: `if`, `?:`, `case`, `&&`, `||`, `??`, their assignments, `?.`, loops, and
 * defaults of parameters and of destructuring.
 */
export function countBranches(code: string): number {
  let branches = 0;
  const visit = (node: ts.Node): void => {
    if (branching.has(node.kind) || hasDefault(node)) branches += 1;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.js', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS));
  return branches;
}

function hasDefault(node: ts.Node): boolean {
  return (ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer !== undefined;
}
