/** Values on their way from whoever has them to one reader, in order and however long the reader takes. */
export interface Mailbox<Value> {
  put(value: Value): void;
  /** Nothing follows: the reader gets what is there, and then the end or this error. */
  close(error?: unknown): void;
  /** The next value, or undefined at the end. One reader at a time. */
  take(): Promise<Value | undefined>;
}

export function createMailbox<Value>(): Mailbox<Value> {
  const values: Value[] = [];
  let end: { error?: unknown } | undefined;
  let wake: (() => void) | undefined;

  return {
    put(value) {
      if (end) return;
      values.push(value);
      wake?.();
    },
    close(...errors) {
      end ??= errors.length > 0 ? { error: errors[0] } : {};
      wake?.();
    },
    async take() {
      while (values.length === 0 && !end) await new Promise<void>((resolve) => (wake = resolve));
      if (values.length > 0) return values.shift();
      if (end && 'error' in end) throw end.error;
      return undefined;
    },
  };
}
