import type { DefaultTreeAdapterTypes, ParserError } from 'parse5';
import { html, parse } from 'parse5';
import type { Fault } from './syntax-check.ts';

/** What a page may leave out or write in an older way: no browser minds, and no fault of an answer. */
const tolerated = new Set([
  'missing-doctype',
  'non-conforming-doctype',
  'non-void-html-element-start-tag-with-trailing-solidus',
]);

/** Elements whose text is shown or run as it stands, so that it may hold anything. */
const verbatim = new Set(['pre', 'code', 'script', 'style', 'textarea', 'template']);

/** Elements that have no end tag, or may go without one: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags. */
const mayStayOpen = new Set(
  (
    'area base br col embed hr img input link meta source track wbr html head body p li dt dd rt rp ' +
    'optgroup option colgroup caption thead tbody tfoot tr td th'
  ).split(' '),
);

/** A tag whose first bracket is missing: it begins a line, or its name is no word of a sentence. */
const namesAtLineStart =
  'a|b|i|p|h[1-6]|body|label|form|table|title|button|select|header|footer|section|main|style|script';
const namesAnywhere = 'html|head|div|span|ul|ol|li|td|tr|th|thead|tbody|nav|img|br|hr|svg|strong';
const TAG_IN_TEXT = new RegExp(
  `(?:(?:^|\\n)[ \\t]*/?(?:${namesAtLineStart})|(?<![\\w&/.-])/?(?:${namesAnywhere}))(?: [\\w-]+="[^"\\n]*")*/?>`,
  'i',
);

/** The errors of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#parse-errors), elements left open, and text outside of the page. */
export function htmlFaults(code: string): Fault[] {
  const errors: ParserError[] = [];
  const document = parse(code, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) });
  const faults = errors
    .filter(({ code: name }) => !tolerated.has(name))
    .map(({ startLine, startCol, code: name }) => faultAt(startLine, startCol, `${name.replaceAll('-', ' ')}.`));
  if (/<!doctype|<html/i.test(code) && !/^\s*</.test(code))
    faults.push(faultAt(1, 1, 'There is text before the page.'));
  const end = document.childNodes.find(isElement)?.sourceCodeLocation?.endTag?.endOffset ?? Infinity;
  visitTexts(document, (text) => {
    const at = text.sourceCodeLocation;
    if (!at || text.value.trim() === '') return;
    if (/^ {0,3}```/m.test(text.value))
      faults.push(faultAt(at.startLine, at.startCol, 'A fence of Markdown is left in.'));
    else if (TAG_IN_TEXT.test(text.value)) faults.push(faultAt(at.startLine, at.startCol, 'A "<" is missing.'));
    else if (at.endOffset > end && text.value.trim() !== '') {
      faults.push(faultAt(at.startLine, at.startCol, 'There is text after the end of the page.'));
    }
  });
  visitElements(document, ({ tagName, namespaceURI, sourceCodeLocation: at }) => {
    if (!at?.startTag || at.endTag || mayStayOpen.has(tagName) || namespaceURI !== html.NS.HTML) return;
    faults.push(faultAt(at.startLine, at.startCol, `<${tagName}> is not closed.`));
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

function visitElements(
  node: DefaultTreeAdapterTypes.ParentNode,
  visit: (element: DefaultTreeAdapterTypes.Element) => void,
): void {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    visit(child);
    visitElements(child, visit);
  }
}
