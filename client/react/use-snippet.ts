import { useEffect, useMemo } from 'react';
import type { SnippetClient } from '../index.ts';
import { idleSnippet, isBusy } from '../store/snippet-state.ts';
import type { SnippetState } from '../store/snippet-state.ts';
import { createSnippetStore } from '../store/snippet-store.ts';
import type { SnippetStore, SnippetStoreOptions } from '../store/snippet-store.ts';
import { useClient } from './use-client.ts';
import { useKept, useStore } from './use-store.ts';

export interface UseSnippetOptions extends SnippetStoreOptions {
  /** The snippet to show. It is watched from the mount on, and another one once this changes; without it any more nothing is shown. */
  readonly id?: string | undefined;
  /** In place of the provider's. */
  readonly client?: SnippetClient | undefined;
}

export interface UseSnippet extends SnippetState, Omit<SnippetStore, 'state' | 'subscribe' | 'dispose'> {
  /** True while the snippet is on its way. */
  readonly busy: boolean;
}

/**
 * One snippet on its way, and what became of it. Its functions stay the same ones and never reject. An unmount stops watching, and
 * the snippet goes on; `retry`, or `id` in the next mount, shows it again.
 * @example
 * import { useSnippet } from 'snipstream/react';
 *
 * export function Asking() {
 *   const { code, busy, generate } = useSnippet();
 *   const ask = () => void generate({ language: 'PYTHON', instruction: 'fizzbuzz' });
 *   return <button onClick={ask} disabled={busy}>{code || 'fizzbuzz'}</button>;
 * }
 */
export function useSnippet(options: UseSnippetOptions = {}): UseSnippet {
  const client = useClient(options.client);
  const { id, throttle } = options;
  const mounted = useKept(() => createMounted(client, options), [client, throttle]);
  const { store } = mounted;
  const state = useStore(store, idleSnippet);

  useEffect(() => {
    mounted.options = options;
  });

  useEffect(() => {
    const mount = ++mounted.mounts;
    if (isBusy(store.state)) void store.retry();
    // StrictMode mounts again in the same moment, and goes on with what is under way.
    return () => queueMicrotask(() => mounted.mounts > mount || store.dispose());
  }, [mounted, store]);

  useEffect(() => {
    if (id === undefined) {
      if (mounted.id !== undefined) store.reset();
    } else if (id !== store.state.id) void store.watch(id);
    mounted.id = id;
  }, [mounted, store, id]);

  return useMemo(() => ({ ...store, ...state, busy: isBusy(state) }), [store, state]);
}

/** What stays the same from render to render, and what the effects keep of it. */
interface Mounted {
  readonly store: SnippetStore;
  /** Those of the newest render, so that its callbacks are called and not those of a render before. */
  options: UseSnippetOptions;
  /** The `id` of the newest render. */
  id?: string | undefined;
  /** How often it was mounted. */
  mounts: number;
}

function createMounted(client: SnippetClient, options: UseSnippetOptions): Mounted {
  const store = createSnippetStore(client, {
    throttle: options.throttle,
    onPart: (...part) => mounted.options.onPart?.(...part),
    onEnd: (end) => mounted.options.onEnd?.(end),
  });
  const mounted: Mounted = { store, options, mounts: 0 };
  return mounted;
}
