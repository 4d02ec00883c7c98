/** A value that changes, and tells so. */
export interface Observable<Value> {
  /** The value now. It stays the same object until it changes. */
  readonly current: Value;
  /** Calls `onChange` after each change. @returns what ends that */
  subscribe(onChange: () => void): () => void;
}

/** An observable, with what changes it. */
export interface Cell<Value> extends Observable<Value> {
  /** What `current` is, or is about to become. */
  readonly latest: Value;
  /**
   * Changes the value.
   * @param within 0, when left out, changes `current` and tells of it at once; else both happen after so many milliseconds at
   * most, and several changes in that time are told as one
   */
  set(value: Value, within?: number): void;
}

/** A listener that throws stops neither the others nor who sets the value: its error is thrown apart from them. */
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
