import { useMemo } from 'react';
import { changedLines } from './changed-lines.ts';
import type { CodeLine } from './code-lines.ts';
import type { SnippetCodeProps } from './snippet-code-props.ts';

/** The lines of both versions; undefined without a version before, while the code grows, and when they are too different. */
export function useChanges({ code, before, busy }: SnippetCodeProps): readonly CodeLine[] | undefined {
  return useMemo(() => (before === undefined || busy ? undefined : changedLines(before, code)), [code, before, busy]);
}
