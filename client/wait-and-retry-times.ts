import { appSync } from '../schema/limits/appsync-limits-and-keep-alive.ts';
import { silenceMs } from '../schema/limits/wait-times.ts';

/** The waiting times of the client, in milliseconds. */
export interface Waits {
  /** For the answer to one request. It is longer than AppSync's own time limit. */
  readonly answer: number;
  /** For the WebSocket to open and be acknowledged, and for a subscription to be started. */
  readonly acknowledgement: number;
  /**
   * For any frame over the WebSocket, unless the API asks for a shorter time. The API sends one every
   * `appSync.keepAliveMs`.
   */
  readonly keepAlive: number;
  /** For an event of a watched snippet. After this time the client reads the snippet. */
  readonly silence: number;
  /**
   * The longest pause before the first repetition. It doubles for each further one, and is then multiplied by a random
   * number from 0 to 1.
   */
  readonly backOff: number;
  /** The longest pause between two attempts to connect. */
  readonly backOffLimit: number;
}

export const defaultWaits: Waits = {
  answer: appSync.requestMs + 10_000,
  acknowledgement: 15_000,
  keepAlive: appSync.keepAliveMs + 5_000,
  silence: silenceMs,
  backOff: 300,
  backOffLimit: 30_000,
};

/**
 * Waits before repetition number `count`, counted from 0. The pause grows with each repetition and is random, so that
 * clients do not retry at the same moment.
 */
export function backOff(waits: Waits, count: number, signal: AbortSignal | undefined): Promise<void> {
  return pause(Math.min(waits.backOffLimit, waits.backOff * 2 ** count) * Math.random(), signal);
}

/**
 * Resolves after this many milliseconds. If the signal is aborted, it rejects with the reason of the signal at once.
 */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
