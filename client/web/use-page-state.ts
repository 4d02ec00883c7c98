import { useEffect, useState } from 'preact/hooks';
import type { SnippetClient } from '../snippet-client.ts';
import type { Model } from '../snippet.ts';

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
