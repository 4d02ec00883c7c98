/** A WebSocket, as far as a budget needs to know it; `written` is called when the system has taken the text. */
export interface Reader {
  send(text: string, written: () => void): void;
  /** Ends the connection at once. */
  terminate(): void;
}

/** Limits the data that waits in all connections together because clients do not read it. */
export interface SendBudget {
  /** Sends a text; when too much waits then, those who read slowest are dropped, the slowest first. */
  send(reader: Reader, text: string): void;
  /** Forgets a connection that is closed. */
  remove(reader: Reader): void;
}

/** @param most in UTF-16 units, over all connections */
export function createSendBudget(most: number): SendBudget {
  const waiting = new Map<Reader, number>();
  let total = 0;

  const remove = (reader: Reader): void => {
    total -= waiting.get(reader) ?? 0;
    waiting.delete(reader);
  };
  const dropSlowest = (): void => {
    const [slowest] = [...waiting].reduce((one, other) => (other[1] > one[1] ? other : one));
    remove(slowest);
    slowest.terminate();
  };
  return {
    remove,
    send(reader, text) {
      waiting.set(reader, (waiting.get(reader) ?? 0) + text.length);
      total += text.length;
      reader.send(text, () => {
        const left = (waiting.get(reader) ?? 0) - text.length;
        if (!waiting.has(reader)) return;
        total -= text.length;
        if (left > 0) waiting.set(reader, left);
        else waiting.delete(reader);
      });
      while (total > most) dropSlowest();
    },
  };
}
