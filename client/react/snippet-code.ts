import { createElement, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { DecoratedLines } from './decorated-lines.ts';
import type { SnippetCodeProps } from './snippet-code-props.ts';

/**
 * Code as text: nothing in it becomes markup, and what is copied is the code, unit for unit. Colours, changes and line numbers are
 * loaded when they are asked for; until then it is plain.
 * @example
 * import { SnippetCode } from 'snipstream/react';
 *
 * export const Shown = () => <SnippetCode code="print(1)" language="PYTHON" lineNumbers />;
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
