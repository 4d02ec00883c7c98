import { useCallback, useEffect, useState } from 'preact/hooks';

const SNIPPET = /^#\/s\/([0-9a-f-]{36})$/;

/** The address of a snippet on this page. It is in the hash, so that any server of files can serve it. */
export function hrefOf(id: string): string {
  return `#/s/${id}`;
}

/** The id in the address; undefined when none is open. And how to go elsewhere. */
export function useRoute(): readonly [id: string | undefined, go: (id: string | undefined) => void] {
  const [id, setId] = useState(idInAddress);
  useEffect(() => {
    const onChange = (): void => setId(idInAddress());
    addEventListener('popstate', onChange);
    addEventListener('hashchange', onChange);
    onChange();
    return () => {
      removeEventListener('popstate', onChange);
      removeEventListener('hashchange', onChange);
    };
  }, []);
  const go = useCallback((to: string | undefined): void => {
    history.pushState(null, '', to === undefined ? '#/' : hrefOf(to));
    setId(to);
  }, []);
  return [id, go];
}

function idInAddress(): string | undefined {
  return SNIPPET.exec(location.hash)?.[1];
}
