/** A value that changes, and tells so. */
export interface Observable<Value> {
  /** The value now. It stays the same object until it changes. */
  readonly current: Value;
  /** Calls `onChange` after each change. @returns what ends that */
  subscribe(onChange: () => void): () => void;
}

/** An observable, with what changes it. */
export interface Cell<Value> extends Observable<Value> {
  set(value: Value): void;
}

/** A listener that throws stops neither the others nor who sets the value: its error is thrown apart from them. */
export function createCell<Value>(first: Value): Cell<Value> {
  const listeners = new Set<{ readonly onChange: () => void }>();
  let current = first;
  return {
    get current() {
      return current;
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const { onChange } of [...listeners]) callApart(onChange);
    },
    subscribe(onChange) {
      const listener = { onChange };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Calls what belongs to the caller of this package; what it throws is an uncaught error of its own. */
export function callApart<Args extends unknown[]>(call: ((...args: Args) => void) | undefined, ...args: Args): void {
  try {
    call?.(...args);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
