import { useEffect, useState } from 'preact/hooks';
import { copyText, downloadText, selectText } from '../take-code.ts';
import { Icon } from './icon.tsx';
import { useKeys } from './use-keys.ts';

interface FileActionsProps {
  readonly code: string;
  /** Undefined until the API has said it. */
  readonly fileName: string | undefined;
  /** Whether more is coming. */
  readonly growing: boolean;
  /** Undefined when there is nothing to compare with. */
  readonly view: 'code' | 'changes' | undefined;
  readonly wrap: boolean;
  readonly letters: boolean;
  readonly onView: (view: 'code' | 'changes') => void;
  readonly onWrap: () => void;
  readonly onDelete: () => void;
  readonly say: (sentence: string) => void;
}

/** For how long a button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;
const NO_CLIPBOARD =
  'This page may not use the clipboard here. The code is selected: copy it with the keys of your system.';

/** What can be done with a snippet's code: see it otherwise, take it along, delete it. */
export function FileActions(props: FileActionsProps) {
  const { code, fileName, growing, view, wrap, letters, onView, onWrap, onDelete, say } = props;
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    if (code === '') return;
    const done = await copyText(code);
    setCopied(done);
    const shown = document.querySelector('.code > code');
    if (!done && shown) selectText(shown);
    say(done ? 'Copied.' : NO_CLIPBOARD);
  };
  useKeys(letters, { c: () => void copy() });

  return (
    <>
      {view && (
        <div class="switch" role="group" aria-label="View">
          {(['changes', 'code'] as const).map((name) => (
            <button type="button" key={name} aria-pressed={view === name} onClick={() => onView(name)}>
              {name === 'code' ? 'Code' : 'Changes'}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="icon-button"
        aria-pressed={wrap}
        aria-label="Wrap long lines"
        title="Wrap long lines"
        onClick={onWrap}
      >
        <Icon name="wrap" />
      </button>
      {code !== '' && (
        <button type="button" title="Copy the code (c)" onClick={() => void copy()}>
          <Icon name={copied ? 'done' : 'copy'} /> <span class="word">{copied ? 'Copied' : 'Copy'}</span>
        </button>
      )}
      {code !== '' && !growing && fileName !== undefined && (
        <button type="button" title={`Download ${fileName}`} onClick={() => downloadText(code, fileName)}>
          <Icon name="download" /> <span class="word">Download</span>
        </button>
      )}
      {!growing && fileName !== undefined && (
        <button type="button" class="icon-button" aria-label="Delete" title="Delete" onClick={onDelete}>
          <Icon name="remove" />
        </button>
      )}
    </>
  );
}
