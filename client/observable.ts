/** A value that changes and notifies its subscribers. */
export interface Observable<Value> {
  /** The current value. It stays the same object until it changes. */
  readonly current: Value;
  /** Calls `onChange` after each change. @returns a function that ends the subscription */
  subscribe(onChange: () => void): () => void;
}

/** An observable that its owner can change. */
export interface Cell<Value> extends Observable<Value> {
  /** The latest value. `current` has it already or will have it soon. */
  readonly latest: Value;
  /**
   * Changes the value.
   * @param within the longest delay in milliseconds. Several changes within this time are reported as one. The default
   * 0 changes `current` and notifies subscribers at once.
   */
  set(value: Value, within?: number): void;
}

/**
 * Makes a cell. If a listener throws, its error becomes an uncaught error, and neither the other listeners nor the
 * caller of `set` are affected.
 */
export function createCell<Value>(first: Value): Cell<Value> {
  const listeners = new Set<{ readonly onChange: () => void }>();
  let current = first;
  let latest = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    clearTimeout(timer);
    timer = undefined;
    if (Object.is(latest, current)) return;
    current = latest;
    for (const { onChange } of [...listeners]) callApart(onChange);
  }

  return {
    get current() {
      return current;
    },
    get latest() {
      return latest;
    },
    set(value, within = 0) {
      latest = value;
      if (within === 0) tell();
      else timer ??= setTimeout(tell, within);
    },
    subscribe(onChange) {
      const listener = { onChange };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Calls a function of the user of this package. If it throws, its error becomes an uncaught error. */
export function callApart<Args extends unknown[]>(call: ((...args: Args) => void) | undefined, ...args: Args): void {
  try {
    call?.(...args);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
