import { createElement, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Language } from '../index.ts';
import type { DecoratedLines } from './decorated-lines.ts';

/** A piece of a line, with the class names that colour it. */
export type CodeToken = readonly [className: string, text: string];

/**
 * Colours code: for each line its tokens, which joined are the line with or without its end. It is asked again as the code grows,
 * one call at a time; a line is coloured while its text is still the one that was asked for, so it may take its time.
 */
export type Highlighter = (
  code: string,
  language: Language,
) => readonly (readonly CodeToken[])[] | Promise<readonly (readonly CodeToken[])[]>;

export interface SnippetCodeProps {
  readonly code: string;
  readonly language: Language;
  /** Whether more is to come. */
  readonly busy?: boolean | undefined;
  /**
   * The version before. The changes since are shown once the code is whole: removed lines as `del`, added ones as `ins`. Two
   * versions that have too little in common are not compared.
   */
  readonly before?: string | undefined;
  /** Whether long lines are wrapped. */
  readonly wrap?: boolean | undefined;
  readonly lineNumbers?: boolean | undefined;
  readonly className?: string | undefined;
  readonly highlight?: Highlighter | undefined;
}

/**
 * Code as text: nothing in it becomes markup, and what is copied is the code, unit for unit. Colours, changes and line numbers are
 * loaded when they are asked for; until then it is plain.
 */
export function SnippetCode(props: SnippetCodeProps): ReactElement {
  const { code, language, busy = false, before, wrap, lineNumbers, className, highlight } = props;
  const isPlain = before === undefined && !lineNumbers && !highlight;
  const [Lines, setLines] = useState<typeof DecoratedLines>();
  useEffect(() => {
    if (!isPlain) void import('./decorated-lines.ts').then(({ DecoratedLines }) => setLines(() => DecoratedLines));
  }, [isPlain]);
  const style = { overflow: 'auto', whiteSpace: wrap ? 'pre-wrap' : 'pre' };
  const attributes = { className, style, tabIndex: 0, 'aria-busy': busy, 'data-language': language };
  const lines = isPlain || !Lines ? code : createElement(Lines, props);
  return createElement('pre', attributes, createElement('code', null, lines));
}
