import type { Observable } from '../observable.ts';
import { createCell } from '../observable.ts';

/** An observable whose small changes are told in bundles. */
export interface ThrottledCell<Value> extends Observable<Value> {
  /** What `current` is or is about to become. */
  readonly latest: Value;
  /** Changes it, and tells at once. */
  set(value: Value): void;
  /** Changes it, and tells at most once in so many milliseconds. */
  setSoon(value: Value): void;
  /** Tells now what is due. */
  flush(): void;
}

/** @param throttle milliseconds; 0 tells everything at once */
export function createThrottledCell<Value>(first: Value, throttle: number): ThrottledCell<Value> {
  const cell = createCell(first);
  let latest = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    cell.set(latest);
  }

  return {
    get current() {
      return cell.current;
    },
    get latest() {
      return latest;
    },
    subscribe: cell.subscribe,
    set(value) {
      latest = value;
      flush();
    },
    setSoon(value) {
      latest = value;
      if (throttle === 0) flush();
      else timer ??= setTimeout(flush, throttle);
    },
    flush,
  };
}
