import { createElement, memo } from 'react';
import type { ReactNode } from 'react';
import { linesOf } from './code-lines.ts';
import type { CodeLine } from './code-lines.ts';
import type { CodeToken, SnippetCodeProps } from './snippet-code-props.ts';
import { useChanges } from './use-changes.ts';
import { useColours } from './use-colours.ts';

/** The lines of the code, or of both versions, with their colours and numbers. */
export function DecoratedLines(props: SnippetCodeProps): ReactNode {
  const changes = useChanges(props);
  const colours = useColours(props);
  let count = 0;
  return (changes ?? linesOf(props.code)).map(({ text, change }, index) => {
    const number = change === 'removed' ? undefined : ++count;
    const tokens = number === undefined ? undefined : colours?.[number - 1];
    const shown = props.lineNumbers ? (number ?? '') : undefined;
    return createElement(Line, { key: index, text, change, tokens, number: shown });
  });
}

interface LineProps extends CodeLine {
  readonly tokens: readonly CodeToken[] | undefined;
  /** Undefined without line numbers, empty for a line that is not there any more. */
  readonly number: number | string | undefined;
}

const notCopied = { userSelect: 'none', WebkitUserSelect: 'none' } as const;
const tags = { added: 'ins', removed: 'del' } as const;

const Line = memo(function Line({ text, change, tokens, number }: LineProps): ReactNode {
  const counter =
    number !== undefined && createElement('span', { 'aria-hidden': true, style: notCopied }, `${number}\t`);
  const attributes = { 'data-line': number, style: change === 'removed' ? notCopied : undefined };
  return createElement(change ? tags[change] : 'span', attributes, counter, coloured(text, tokens));
}, isSameLine);

/** The text in spans, if the tokens are those of this text; they may be those of a moment ago. */
function coloured(text: string, tokens: readonly CodeToken[] = []): ReactNode {
  const joined = tokens.map(([, part]) => part).join('');
  const end = text.slice(joined.length);
  if (!text.startsWith(joined) || end.trim() !== '') return text;
  return [...tokens.map(([className, part], key) => createElement('span', { key, className }, part)), end];
}

function isSameLine(one: LineProps, other: LineProps): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
