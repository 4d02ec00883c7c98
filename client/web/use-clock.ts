import { useEffect, useReducer } from 'preact/hooks';

/** The time in milliseconds, once a second while it is wanted. */
export function useClock(wanted: boolean): number {
  const [now, tick] = useReducer((_now: number, next: number) => next, Date.now());
  useEffect(() => {
    if (!wanted) return;
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [wanted]);
  return now;
}
