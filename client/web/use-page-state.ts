import { useEffect, useReducer, useState } from 'preact/hooks';
import type { SnippetClient } from '../snippet-client.ts';
import type { Model, Snippet } from '../snippet.ts';

/** What the API offers; none until it is known. It is asked for again while it cannot be had, when `retryOn` changes. */
export function useModelList(client: SnippetClient, retryOn: unknown): readonly Model[] {
  const [models, setModels] = useState<readonly Model[]>([]);
  useEffect(() => {
    if (models.length > 0) return;
    client.models().then(setModels, () => undefined);
  }, [client, retryOn]);
  return models;
}

/** Whether the browser says that there is no network. */
export function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return offline;
}

/** The time in milliseconds, once a second while it is wanted. */
export function useClock(wanted: boolean): number {
  const [now, tick] = useReducer((_now: number, next: number) => next, Date.now());
  useEffect(() => {
    if (!wanted) return;
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [wanted]);
  return now;
}

/** Longest chain that is followed back, so that one screen never asks for hundreds of snippets. */
const LONGEST_CHAIN = 12;

/** The snippets that a snippet came from, the first that was asked for first. What was deleted ends the chain. */
export function useAncestors(client: SnippetClient, parentId: string | null | undefined): readonly Snippet[] {
  const [found, setFound] = useState<readonly Snippet[]>([]);
  useEffect(() => {
    let left = false;
    async function follow(): Promise<void> {
      const chain: Snippet[] = [];
      for (let id = parentId; id && chain.length < LONGEST_CHAIN; id = chain[0]?.parentId) {
        const snippet = await client.snippet(id).catch(() => null);
        if (left) return;
        if (!snippet) break;
        chain.unshift(snippet);
      }
      setFound(chain);
    }
    setFound([]);
    if (parentId) void follow();
    return () => (left = true);
  }, [client, parentId]);
  return found;
}
