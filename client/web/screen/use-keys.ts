import { useEffect, useRef } from 'preact/hooks';

export type KeyName = 'Escape' | '/' | 'n' | 'j' | 'k' | 'c' | 'd' | '?';

/**
 * Calls what belongs to a key. Letters work only while no field and no dialog has the focus, and not at all when they are
 * switched off (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts).
 */
export function useKeys(letters: boolean, calls: Readonly<Partial<Record<KeyName, () => void>>>): void {
  const newest = useRef({ letters, calls });
  newest.current = { letters, calls };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector('dialog[open]')) return;
      const { letters: on, calls: named } = newest.current;
      const call = Object.hasOwn(named, event.key) ? named[event.key as KeyName] : undefined;
      if (!call || (event.key !== 'Escape' && (!on || isField(event.target)))) return;
      if (event.key !== 'Escape') event.preventDefault();
      call();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
