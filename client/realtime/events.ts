import type { Listening } from './realtime-client.ts';

/** Events as they are pushed, without end until it is aborted or left. To be read by one reader, once. */
export interface Events<Value> extends AsyncIterable<Value> {
  /**
   * Resolves once the API has confirmed the subscription: what is asked for after that is not missed.
   * From here on events are kept for the reader, so read or abort.
   */
  ready(): Promise<void>;
}

/**
 * @param listen begins to listen; called at the first use
 * @param onGap called when the connection was lost and is there again: events in between are gone
 */
export function createEvents<Value>(listen: () => Listening<Value>, onGap: (() => void) | undefined): Events<Value> {
  let listening: Listening<Value> | undefined;
  let confirmed: Promise<unknown> | undefined;
  const begin = (): Listening<Value> => (listening ??= listen());
  const ready = async (): Promise<void> => {
    confirmed ??= begin().next();
    await confirmed;
  };
  return {
    ready,
    async *[Symbol.asyncIterator]() {
      try {
        await ready();
        for (let notice = await begin().next(); notice; notice = await begin().next()) {
          if (notice.type === 'event') yield notice.value;
          else onGap?.();
        }
      } finally {
        listening?.stop();
      }
    },
  };
}
