import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConnectionState } from '../../realtime/realtime-client.ts';
import { SessionOfPage } from '../sign-in/session-context.ts';
import type { Theme } from '../theme.ts';
import { Icon } from './icon.tsx';

interface ShelfProps {
  /** Whether it stands open over the page, where the window is too narrow for both. */
  readonly open: boolean;
  readonly theme: Theme;
  readonly connection: ConnectionState;
  readonly onNew: () => void;
  readonly onClose: () => void;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
  readonly children: ComponentChildren;
}

const connectionWords: Readonly<Record<ConnectionState, string>> = {
  idle: 'Not connected',
  connecting: 'Connecting…',
  open: 'Live',
  lost: 'Connection lost',
};

/** The side of the page: what is there already, and the way to something new. */
export function Shelf({ open, theme, connection, onNew, onClose, onTheme, onHelp, children }: ShelfProps) {
  const session = useContext(SessionOfPage);
  return (
    <>
      {open && <div class="veil" onClick={onClose} />}
      <aside class={open ? 'shelf open' : 'shelf'} id="shelf" aria-label="Snippets and settings">
        <div class="brand">
          <a href="#/" class="logo" onClick={onClose}>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <rect width="32" height="32" rx="8" />
              <path d="M8 10.5h9M8 16h16M8 21.5h6" />
              <circle cx="19.5" cy="21.5" r="2.1" />
            </svg>
            Snipstream
          </a>
          <button type="button" class="icon-button only-narrow" aria-label="Close the list" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <button type="button" class="new" title="New (n)" onClick={onNew}>
          <Icon name="plus" /> New snippet
        </button>
        {children}
        <div class="shelf-foot">
          <span class={`wire ${connection}`}>{connectionWords[connection]}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Theme: ${theme ?? 'system'}`}
            title={`Theme: ${theme ?? 'system'}`}
            onClick={onTheme}
          >
            <Icon name={theme ?? 'system'} />
          </button>
          {session && (
            <button
              type="button"
              class="icon-button"
              aria-label="Sign out"
              title="Sign out"
              onClick={() => session.signOut()}
            >
              <Icon name="leave" />
            </button>
          )}
          <button type="button" class="icon-button" aria-label="Keys" title="Keys (?)" onClick={onHelp}>
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </aside>
    </>
  );
}
