import { useEffect, useState } from 'preact/hooks';

/** What is not needed for the first view: loaded as soon as that stands there; undefined until then. */
export function useLater<Value>(load: () => Promise<Value>): Value | undefined {
  const [loaded, setLoaded] = useState<{ readonly value: Value }>();
  useEffect(
    () =>
      void load().then(
        (value) => setLoaded({ value }),
        () => undefined,
      ),
    [],
  );
  return loaded?.value;
}
