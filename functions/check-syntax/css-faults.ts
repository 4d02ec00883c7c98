import type { ChildNode } from 'postcss';
import { CssSyntaxError, parse } from 'postcss';
import { isSentence } from '../generate-snippet/answer/shapes/prose-sentences.ts';
import type { Fault } from './syntax-check.ts';

/**
 * Returns the fault that stops the parser, and text that the parser accepts as a selector or a value although it is
 * neither.
 */
export function cssFaults(code: string): Fault[] {
  const faults: Fault[] = [];
  try {
    parse(code).walk((node) => {
      const text = writtenIn(node);
      const message = faultOf(node, text);
      const { line = 1, column = 1 } = node.source?.start ?? {};
      if (message !== null) faults.push({ line, column, message });
    });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    faults.push({ line: error.line ?? 1, column: error.column ?? 1, message: error.reason });
  }
  return faults;
}

function writtenIn(node: ChildNode): string {
  switch (node.type) {
    case 'rule':
      return node.selector;
    case 'atrule':
      return node.params;
    case 'decl':
      return node.value;
    default:
      return '';
  }
}

function faultOf(node: ChildNode, text: string): string | null {
  const bare = text.replace(/\/\*.*?\*\//gs, '').replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)/gs, '""');
  if (bare.includes('`')) return 'This does not belong here: `';
  if (node.type === 'rule' && bare.split('\n').some(isSentence)) return 'This is a sentence and no selector.';
  for (const [opening, closing] of ['()', '[]']) {
    const difference = bare.split(opening ?? '').length - bare.split(closing ?? '').length;
    if (difference !== 0) return `A "${difference > 0 ? closing : opening}" is missing.`;
  }
  return null;
}
