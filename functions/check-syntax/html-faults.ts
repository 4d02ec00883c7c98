import type { DefaultTreeAdapterTypes, ParserError } from 'parse5';
import { parse } from 'parse5';
import type { Fault } from './syntax-check.ts';

/** What a page may leave out or write in an older way: no browser minds, and no fault of an answer. */
const tolerated = new Set([
  'missing-doctype',
  'non-conforming-doctype',
  'non-void-html-element-start-tag-with-trailing-solidus',
]);

/** Elements whose text is shown or run as it stands, so that it may hold anything. */
const verbatim = new Set(['pre', 'code', 'script', 'style', 'textarea', 'template']);

/** The errors of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#parse-errors), and text outside of the page. */
export function htmlFaults(code: string): Fault[] {
  const errors: ParserError[] = [];
  const document = parse(code, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) });
  const faults = errors
    .filter(({ code: name }) => !tolerated.has(name))
    .map(({ startLine, startCol, code: name }) => faultAt(startLine, startCol, `${name.replaceAll('-', ' ')}.`));
  const end = document.childNodes.find(isElement)?.sourceCodeLocation?.endTag?.endOffset ?? Infinity;
  visitTexts(document, (text) => {
    const at = text.sourceCodeLocation;
    if (!at || text.value.trim() === '') return;
    if (/^ {0,3}```/m.test(text.value))
      faults.push(faultAt(at.startLine, at.startCol, 'A fence of Markdown is left in.'));
    else if (at.endOffset > end && text.value.trim() !== '') {
      faults.push(faultAt(at.startLine, at.startCol, 'There is text after the end of the page.'));
    }
  });
  return faults.sort((one, other) => one.line - other.line || one.column - other.column);
}

function faultAt(line: number, column: number, text: string): Fault {
  return {
    line: Math.max(1, line),
    column: Math.max(1, column),
    message: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
  };
}

function isElement(node: DefaultTreeAdapterTypes.Node): node is DefaultTreeAdapterTypes.Element {
  return 'tagName' in node;
}

function visitTexts(
  node: DefaultTreeAdapterTypes.ParentNode,
  visit: (text: DefaultTreeAdapterTypes.TextNode) => void,
): void {
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') visit(child as DefaultTreeAdapterTypes.TextNode);
    else if (isElement(child) && !verbatim.has(child.tagName)) visitTexts(child, visit);
  }
}
