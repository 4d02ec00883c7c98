import { useEffect, useReducer } from 'preact/hooks';

/** What changes, and says so. */
interface Changing {
  subscribe(onChange: () => void): () => void;
}

/**
 * What `read` gives of something that changes, now and after each change.
 * @param read gives the same object until it has changed
 */
export function useChanging<Source extends Changing, Value>(source: Source, read: (source: Source) => Value): Value {
  const [, redraw] = useReducer((count: number, _cause: undefined) => count + 1, 0);
  const drawn = read(source);
  useEffect(() => {
    const leave = source.subscribe(() => redraw(undefined));
    if (read(source) !== drawn) redraw(undefined);
    return leave;
  }, [source]);
  return drawn;
}
