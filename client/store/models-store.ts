import type { Model, SnippetClient } from '../index.ts';
import { createCell } from '../observable.ts';
import { asError } from './as-error.ts';

/** The models that the API offers. */
export interface ModelsState {
  /** The models, the default first. It is empty until they have arrived. */
  readonly models: readonly Model[];
  readonly phase: 'loading' | 'ready' | 'error';
  /** The error if the models could not be read. */
  readonly error?: Error | undefined;
}

/** The models, read with the first subscriber. None of its functions rejects. */
export interface ModelsStore {
  readonly state: ModelsState;
  /** Calls `onChange` after each change. @returns a function that ends the subscription */
  subscribe(onChange: () => void): () => void;
  /** Reads the models again, for example after an error. */
  refresh(): Promise<void>;
}

export const noModels: ModelsState = { models: [], phase: 'loading' };

/**
 * A store of the models that the API offers.
 * @example
 * import { createModelsStore } from 'snipstream/store';
 *
 * const models = createModelsStore(client);
 * models.subscribe(() => console.log(models.state.models.map((model) => model.id)));
 */
export function createModelsStore(client: SnippetClient): ModelsStore {
  const cell = createCell(noModels);
  let reads = 0;

  async function refresh(): Promise<void> {
    const read = ++reads;
    cell.set({ ...cell.latest, phase: 'loading' });
    const next = await client.models().then(
      (models): ModelsState => ({ models, phase: 'ready' }),
      (error: unknown): ModelsState => ({ ...cell.latest, phase: 'error', error: asError(error) }),
    );
    if (read === reads) cell.set(next);
  }

  return {
    get state() {
      return cell.current;
    },
    subscribe(onChange) {
      if (reads === 0) void refresh();
      return cell.subscribe(onChange);
    },
    refresh,
  };
}
