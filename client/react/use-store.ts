import { useState, useSyncExternalStore } from 'react';

interface Store<State> {
  readonly state: State;
  subscribe(onChange: () => void): () => void;
}

/** @param onServer what a server renders, and a browser at first, so that both show the same */
export function useStore<State>(store: Store<State>, onServer: State): State {
  return useSyncExternalStore(
    store.subscribe,
    () => store.state,
    () => onServer,
  );
}

/** What `make` gives, kept until one of the keys changes. React may forget what `useMemo` keeps, and with it what is under way. */
export function useKept<Value>(make: () => Value, keys: readonly unknown[]): Value {
  const [kept, keep] = useState(() => ({ keys, value: make() }));
  if (keys.every((key, index) => key === kept.keys[index])) return kept.value;
  const next = { keys, value: make() };
  keep(next);
  return next.value;
}
