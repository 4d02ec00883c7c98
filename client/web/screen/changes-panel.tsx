import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../schema/types.generated.ts';
import { showChanges } from '../code/changes-view.ts';
import type { CodeColours } from '../code/code-colours.ts';
import type { ChangedLine } from '../code/compare-code.ts';
import { countOf } from '../count-of.ts';

interface ChangesPanelProps {
  readonly colours: CodeColours;
  readonly before: string;
  readonly after: string;
  readonly language: Language;
  readonly wrap: boolean;
}

/** What a refinement changed, line by line; or both codes side by side when they have too little in common. */
export function ChangesPanel({ colours, before, after, language, wrap }: ChangesPanelProps) {
  const host = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<readonly ChangedLine[] | 'none yet' | 'too different'>('none yet');

  useEffect(() => {
    let left = false;
    void colours.compare(language, before, after).then((found) => left || setChanges(found ?? 'too different'));
    return () => (left = true);
  }, [colours, language, before, after]);

  useEffect(() => {
    if (typeof changes !== 'string' && host.current) return showChanges(host.current, changes);
    return undefined;
  }, [changes]);

  if (changes === 'none yet') return <p class="quiet padded">Comparing…</p>;
  if (changes === 'too different') {
    return (
      <div class="both">
        <p class="quiet padded">The two are too different to compare. Left: before. Right: after.</p>
        <pre tabIndex={0} role="region" aria-label="The code before">
          {before}
        </pre>
        <pre tabIndex={0} role="region" aria-label="The code after">
          {after}
        </pre>
      </div>
    );
  }
  const added = changes.filter(({ kind }) => kind === 'added').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  return (
    <div class="code-frame">
      <p class="change-count">
        {added + removed === 0 ? 'Nothing was changed.' : `${linesOf(added)} added, ${linesOf(removed)} removed.`}
      </p>
      <div class={`code changes${wrap ? ' wrapped' : ''}`} role="region" aria-label="Changes" tabIndex={0} ref={host} />
    </div>
  );
}

function linesOf(count: number): string {
  return count === 1 ? '1 line' : `${countOf(count)} lines`;
}
