import type { ParsedNode } from 'yaml';
import { isMap, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import { isSentence } from '../generate-snippet/answer/shapes/prose-sentences.ts';
import type { Fault } from './syntax-check.ts';

/** The faults of one or more documents. A sentence that ends in a colon is a key of a map to YAML, and a fault here. */
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

function saysSomething(value: unknown): boolean {
  return typeof value === 'string' && isSentence(`${value}.`);
}
