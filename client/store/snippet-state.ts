import type { GenerateRequest, RefineRequest, Snippet } from '../index.ts';

/**
 * The phase of a snippet store. `asking` lasts until the API has accepted the request, and `waiting` until the first
 * part of the code has arrived. `failed` means that no code was generated, and `snippet.failure` says why. `error`
 * means that a call of the API failed.
 */
export type SnippetPhase =
  'idle' | 'asking' | 'waiting' | 'streaming' | 'stopping' | 'completed' | 'failed' | 'cancelled' | 'error';

/** Everything to show of one snippet. Each change makes a new object, and an object itself never changes. */
export interface SnippetState {
  readonly phase: SnippetPhase;
  /**
   * The id of the snippet. It is known from the beginning, so that a page can store it and watch the snippet again
   * after a reload.
   */
  readonly id?: string | undefined;
  /** The request. For a watched snippet it is made from the fields of the snippet, which lack most of the options. */
  readonly request?: GenerateRequest | RefineRequest | undefined;
  /** All of the code so far. It is kept after a stop, a failure and an error. */
  readonly code: string;
  /** The snippet as the API gave it last. Its `code` may be behind `code` until it has ended. */
  readonly snippet?: Snippet | undefined;
  /** In the phase `error` this is a SnipstreamError, or the error that the `auth` function of the client threw. */
  readonly error?: Error | undefined;
  /** When it was asked for, in milliseconds since 1970: by this machine's clock, of a watched snippet by the API's. */
  readonly startedAt?: number | undefined;
  /** When the first part arrived; undefined when it was there before the store watched. */
  readonly firstPartAt?: number | undefined;
  /** When it ended, by the clock of `startedAt`. */
  readonly endedAt?: number | undefined;
}

export const idleSnippet: SnippetState = { phase: 'idle', code: '' };

/**
 * True while the snippet is on its way.
 * @example
 * import { createSnippetStore, isBusy } from 'snipstream/store';
 *
 * const store = createSnippetStore(client);
 * if (isBusy(store.state)) await store.stop();
 */
export function isBusy({ id, endedAt }: SnippetState): boolean {
  return id !== undefined && endedAt === undefined;
}
