import type { Model, Snippet } from '../../snippet.ts';
import { countOf } from '../count-of.ts';
import { costOf, dollars, lineCount, secondsOf } from '../numbers.ts';
import { checkWords } from './check-note.tsx';

interface FileFootProps {
  readonly code: string;
  readonly snippet: Snippet | undefined;
  readonly model: Model | undefined;
  /** When it was asked for and when its first part came, in milliseconds, if this page saw it. */
  readonly startedAt: number | undefined;
  readonly firstPartAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** What came of it in numbers: lines, tokens, seconds, cost; each only when it is known. */
export function FileFoot({ code, snippet, model, startedAt, firstPartAt, endedAt }: FileFootProps) {
  const usage = snippet?.usage ?? null;
  const cost = costOf(usage, model);
  const toFirst = startedAt !== undefined && firstPartAt !== undefined ? firstPartAt - startedAt : undefined;
  const toEnd = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : recordedTime(snippet);
  const check = snippet?.check;
  const facts: [string, string][] = [
    ...(code === '' ? [] : [['Lines', countOf(lineCount(code))] satisfies [string, string]]),
    ...(check ? [['Syntax', checkWords(check)] satisfies [string, string]] : []),
    ...(usage
      ? [['Tokens', `${countOf(usage.inputTokens)} in, ${countOf(usage.outputTokens)} out`] satisfies [string, string]]
      : []),
    ...(toFirst === undefined ? [] : [['First line after', secondsOf(toFirst)] satisfies [string, string]]),
    ...(toEnd === undefined ? [] : [['Whole after', secondsOf(toEnd)] satisfies [string, string]]),
    ...(cost === undefined ? [] : [['Cost', dollars(cost)] satisfies [string, string]]),
  ];
  return (
    <dl class="file-foot" aria-label="In numbers">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function recordedTime(snippet: Snippet | undefined): number | undefined {
  if (!snippet?.completedAt) return undefined;
  return Date.parse(snippet.completedAt) - Date.parse(snippet.createdAt);
}
