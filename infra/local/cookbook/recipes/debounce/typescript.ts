export interface Debounced<Args extends unknown[]> {
  (...args: Args): void;
  /** Drops a call that waits. */
  cancel(): void;
}

/**
 * Returns a function that calls `action` once it has not been called for `delayMs`, with the
 * arguments of the last call.
 */
export function debounce<Args extends unknown[]>(action: (...args: Args) => void, delayMs: number): Debounced<Args> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  const debounced = (...args: Args): void => {
    cancel();
    timer = setTimeout(() => action(...args), delayMs);
  };
  return Object.assign(debounced, { cancel });
}

function main(): void {
  const save = debounce((text: string) => console.log('saved:', text), 20);
  for (const text of ['h', 'he', 'hello']) save(text);
  console.log('typed: hello');
}

main();
