import type { ParsedNode } from 'yaml';
import { isMap, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { isSentence } from '../generate-snippet/answer/shapes/prose-sentences.ts';
import type { Fault } from './syntax-check.ts';

const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** The bracket of a numbered list, or a smile. */
const IN_PROSE = /^\w{1,2}\)|[:;]-?[()]/;

/**
 * Returns the faults of one or more YAML documents. YAML would accept a sentence that ends with a colon as a key; here
 * it counts as a fault.
 */
export function yamlFaults(code: string): Fault[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(code, { lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(documents)) return [];
  const faultAt = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  return documents
    .flatMap(({ errors, contents }) => [
      ...errors.map(({ pos, message }) => faultAt(pos[0], message)),
      ...sentencesIn(contents).map((offset) => faultAt(offset, 'This is a sentence and no key.')),
      ...halvesIn(contents).map(({ offset, message }) => faultAt(offset, message)),
    ])
    .sort((one, other) => one.line - other.line);
}

/** Where a sentence stands as a key without a value, or is all there is. */
function sentencesIn(contents: ParsedNode | null): number[] {
  if (isScalar(contents)) return contents.type === 'PLAIN' && saysSomething(contents.value) ? [contents.range[0]] : [];
  if (!isMap(contents)) return [];
  return contents.items
    .filter(({ key, value }) => isScalar(key) && saysSomething(key.value) && (!value || isScalar(value)))
    .map(({ key }) => key.range[0]);
}

/**
 * Plain scalars with half of a pair. To YAML each is a text; where a model writes one, it has mostly lost the other half
 * of a list, of a template or of a command.
 */
function halvesIn(contents: ParsedNode | null): { readonly offset: number; readonly message: string }[] {
  const halves: { offset: number; message: string }[] = [];
  visit(contents, {
    Scalar(_key, { type, value, range }) {
      if (type !== 'PLAIN' || typeof value !== 'string' || !range) return;
      const message = halfIn(value);
      if (message !== null) halves.push({ offset: range[0], message });
    },
  });
  return halves;
}

function halfIn(text: string): string | null {
  const count = (mark: string): number => text.split(mark).length - 1;
  const isInches = count('"') === 1 && /\d"/.test(text);
  if (count('"') % 2 === 1 && !isInches) return 'A quotation mark has no partner.';
  if (IN_PROSE.test(text)) return null;
  const [opening, closing] = pairs.find((pair) => count(pair[0]) !== count(pair[1])) ?? [];
  if (opening === undefined || closing === undefined) return null;
  return `A "${count(opening) > count(closing) ? closing : opening}" is missing.`;
}

function saysSomething(value: unknown): boolean {
  return typeof value === 'string' && isSentence(`${value}.`);
}
