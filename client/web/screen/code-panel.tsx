import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../schema/types.generated.ts';
import type { CodeColours } from '../code/code-colours.ts';
import type { CodeView } from '../code/code-view.ts';
import { createCodeView } from '../code/code-view.ts';
import { Icon } from './icon.tsx';

/** How near to its end a reader has to be for new lines to be followed, in CSS pixels. */
const NEAR_THE_END = 24;

interface CodePanelProps {
  readonly colours: CodeColours;
  readonly code: string;
  readonly language: Language | undefined;
  /** As it is read out. */
  readonly label: string;
  /** Whether more is coming. */
  readonly growing: boolean;
  readonly wrap: boolean;
}

/** Code with line numbers. It follows what is written as long as the reader is at its end. */
export function CodePanel({ colours, code, language, label, growing, wrap }: CodePanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLElement>(null);
  const view = useRef<CodeView | undefined>(undefined);
  const whole = useRef(true);
  const place = useRef({ top: 0, atEnd: true });
  const [below, setBelow] = useState(false);

  useLayoutEffect(() => {
    if (!host.current) return;
    view.current ??= createCodeView(host.current, () => (whole.current = true));
    view.current.show(code);
    if (language) {
      const again = whole.current;
      whole.current = false;
      colours.colour(language, code, again, (lines) => view.current?.colour(lines));
    }
    const box = scroller.current;
    if (!growing || !box) return;
    if (place.current.atEnd) box.scrollTop = box.scrollHeight;
    else setBelow(true);
  }, [code, language, growing]);

  useEffect(() => () => colours.forget(), [colours]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END;
    const isUp = box.scrollTop < place.current.top;
    place.current = { top: box.scrollTop, atEnd: atEnd || (place.current.atEnd && !isUp) };
    if (atEnd) setBelow(false);
  };
  const toEnd = (): void => {
    place.current = { ...place.current, atEnd: true };
    setBelow(false);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };

  return (
    <div class="code-frame">
      <div
        class={`code${growing ? ' growing' : ''}${wrap ? ' wrapped' : ''}`}
        ref={scroller}
        role="region"
        aria-label={label}
        aria-busy={growing}
        tabIndex={0}
        onScroll={onScroll}
      >
        <code ref={host} translate={false} />
      </div>
      {growing && below && (
        <button type="button" class="pill below" onClick={toEnd}>
          <Icon name="down" /> New lines below
        </button>
      )}
    </div>
  );
}
