import type { GenerateRequest, RefineRequest, Snippet } from '../index.ts';

/**
 * What a snippet store is at. `asking` lasts until the API has accepted the request, `waiting` until the first part of the
 * code. `failed` says that the API could not make code, and `snippet.failure` why; `error` says that a call went wrong.
 */
export type SnippetPhase =
  'idle' | 'asking' | 'waiting' | 'streaming' | 'stopping' | 'completed' | 'failed' | 'cancelled' | 'error';

/** All there is to show of one snippet. It is a new object after each change, and never changes itself. */
export interface SnippetState {
  readonly phase: SnippetPhase;
  /** Known from the first moment on, so that a page can keep it and watch the snippet again after a reload. */
  readonly id?: string | undefined;
  /** What was asked for; of a watched snippet what its fields tell, which is all but most of the options. */
  readonly request?: GenerateRequest | RefineRequest | undefined;
  /** All of the code so far. It is kept after a stop, a failure and an error. */
  readonly code: string;
  /** The snippet as the API gave it last. Its `code` may be behind `code` until it has ended. */
  readonly snippet?: Snippet | undefined;
  /** Why a call went wrong, in the phase `error`: a SnipstreamError, or what the `auth` function of the client threw. */
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
