import type { SnippetClient } from '../index.ts';
import { createModelsStore, noModels } from '../store/models-store.ts';
import type { ModelsState, ModelsStore } from '../store/models-store.ts';
import { useClient } from './use-client.ts';
import { useStore } from './use-store.ts';

const stores = new WeakMap<SnippetClient, ModelsStore>();

/**
 * The models that the API offers, read once for all components with the same client.
 * @example
 * import { useModels } from 'snipstream/react';
 *
 * export const Models = () => <p>{useModels().models.length} models</p>;
 */
export function useModels(): ModelsState & Pick<ModelsStore, 'refresh'> {
  const client = useClient();
  const store = stores.get(client) ?? createModelsStore(client);
  stores.set(client, store);
  return { ...store, ...useStore(store, noModels) };
}
