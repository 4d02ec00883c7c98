import type { ListFilter } from '../index.ts';
import { createHistoryStore, emptyHistory } from '../store/history-store.ts';
import type { HistoryState, HistoryStore } from '../store/history-store.ts';
import { useClient } from './use-client.ts';
import { useKept, useStore } from './use-store.ts';

export type UseSnippets = HistoryState & Omit<HistoryStore, 'state' | 'subscribe' | 'dispose'>;

/**
 * The caller's snippets, newest first, kept up to date while the component is mounted. Its functions never reject.
 * @example
 * import { useSnippets } from 'snipstream/react';
 *
 * export const List = () => <p>{useSnippets({ language: 'PYTHON' }).items.length} snippets</p>;
 */
export function useSnippets({ language, pageSize }: ListFilter = {}): UseSnippets {
  const client = useClient();
  const store = useKept(() => createHistoryStore(client, { language, pageSize }), [client, language, pageSize]);
  return { ...store, ...useStore(store, emptyHistory) };
}
