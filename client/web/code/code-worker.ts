import highlighter from 'highlight.js/lib/core';
import type { Language } from '../../../schema/types.generated.ts';
import type { CodeAnswer, CodeQuestion } from './code-messages.ts';
import type { Line } from './colour-lines.ts';
import { colourLines, plainLines } from './colour-lines.ts';
import { grammarsOf, loadGrammar } from './grammars.ts';

/** The part of a worker's own world that is used; the types of a page know only the page's. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<CodeQuestion>) => void) | null;
  postMessage(answer: CodeAnswer): void;
}

const world = globalThis as unknown as WorkerScope;
/** The lines of the answer before, each as one text, to be compared. */
let told: readonly string[] = [];

world.onmessage = ({ data }) => void answer(data).then((done) => world.postMessage(done));

async function answer(question: CodeQuestion): Promise<CodeAnswer> {
  const { kind, ticket, language } = question;
  if (kind === 'compare') {
    const { compareCode } = await import('./compare-code.ts');
    const { before, after } = question;
    const coloured = { before: await linesOf(before, language), after: await linesOf(after, language) };
    return { kind: 'compared', ticket, changes: compareCode(before, after, coloured) };
  }
  const lines = await linesOf(question.code, language);
  const texts = lines.map((line) => JSON.stringify(line));
  const known = question.whole ? [] : told;
  told = texts;
  const news = [...lines.entries()].filter(([index]) => texts[index] !== known[index]);
  return { kind: 'coloured', ticket, lines: news };
}

async function linesOf(code: string, language: Language): Promise<Line[]> {
  const [own, ...embedded] = grammarsOf(language);
  if (own === undefined) return plainLines(code);
  for (const name of [own, ...embedded]) {
    if (!highlighter.getLanguage(name)) highlighter.registerLanguage(name, await loadGrammar(name));
  }
  return colourLines(highlighter.highlight(code, { language: own, ignoreIllegals: true }).value);
}
