/** Resources that must be closed. The one that was opened last is closed first. */
export interface Closers {
  add(closer: () => unknown): void;
  /** Closes everything, once. @throws the first error, after all of them had their turn */
  close(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: (() => unknown)[] = [];
  return {
    add: (closer) => void closers.push(closer),
    async close() {
      const errors: unknown[] = [];
      for (let closer = closers.pop(); closer; closer = closers.pop()) {
        try {
          await closer();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
