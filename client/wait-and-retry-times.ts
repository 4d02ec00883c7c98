import { appSync } from '../schema/limits/appsync-limits-and-keep-alive.ts';
import { silenceMs } from '../schema/limits/wait-times.ts';

/** How long the client waits for what, in milliseconds. */
export interface Waits {
  /** For the answer to one request, longer than the time after which AppSync gives up. */
  readonly answer: number;
  /** For the WebSocket to open and be acknowledged, and for a subscription to be started. */
  readonly acknowledgement: number;
  /** For any frame, where the API does not say less; it sends one every `appSync.keepAliveMs`. */
  readonly keepAlive: number;
  /** For news of a snippet before it is asked for. */
  readonly silence: number;
  /** Before the first repetition; doubled for each further one, and of that a random share. */
  readonly backOff: number;
  /** Longest between two attempts to connect. */
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

/** Waits before repetition number `count`, counted from 0: longer each time, and never in step with other clients. */
export function backOff(waits: Waits, count: number, signal: AbortSignal | undefined): Promise<void> {
  return pause(Math.min(waits.backOffLimit, waits.backOff * 2 ** count) * Math.random(), signal);
}

/** Resolves after so many milliseconds, or rejects with the signal's reason as soon as that is aborted. */
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
