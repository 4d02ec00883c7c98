import type { CodeSoFar, CodeUpdate } from './code-so-far.ts';
import { addEvent, addSnippet, nothingYet } from './code-so-far.ts';
import { callApart } from './observable.ts';
import type { ErrorContext } from './client-errors.ts';
import { isTransient, RefusedError } from './client-errors.ts';
import type { Listening, Notice } from './realtime/realtime-client.ts';
import type { Snippet, SnippetProgress } from './snippet.ts';
import type { Waits } from './wait-and-retry-times.ts';
import { pause } from './wait-and-retry-times.ts';

/** How many reads in a row may fail, each with its repetitions, before the API counts as gone: some 2 minutes. */
const FAILED_READS = 12;

/** The calls that are needed to watch one snippet. */
export interface Watching {
  readonly id: string;
  readonly waits: Waits;
  /** Returns the context for errors of a call of this field. */
  asked(field: string): ErrorContext;
  /** Ends the watching. */
  readonly signal: AbortSignal | undefined;
  listen(): Listening<SnippetProgress>;
  /** Reads the snippet. It resolves with null if there is no such snippet. */
  read(): Promise<Snippet | null>;
  /** Called with the snippet each time that it was requested, read or cancelled. */
  readonly onSnippet: ((snippet: Snippet) => void) | undefined;
}

/** The calls that are needed to generate and watch one snippet. */
export interface Streaming extends Watching {
  /** Ends the watching and the snippet. */
  readonly cancelSignal: AbortSignal | undefined;
  /** Asks for the snippet with this id, without waiting for its end. */
  ask(): Promise<Snippet>;
  cancel(): Promise<Snippet>;
}

/**
 * Requests a snippet and yields its code until it ends. It subscribes before the request, so that it misses no event.
 * It reads the snippet if an event is missing, the connection was lost, or no event arrives for a while.
 * @throws SnipstreamError if a call fails
 * @throws the reason of an aborted signal. For `cancelSignal` it is thrown after the snippet was cancelled, or the
 * error of `cancelSnippet` if that failed.
 */
export async function* streamCode(streaming: Streaming): AsyncGenerator<CodeUpdate, void, undefined> {
  const { signal, cancelSignal } = streaming;
  signal?.throwIfAborted();
  const listening = streaming.listen();
  let asked: Promise<Snippet> | undefined;
  let cancelled: Promise<unknown> | undefined;
  const onAbort = (): void => {
    cancelled = asked?.catch(() => undefined).then(() => cancel(streaming));
    cancelled?.catch(() => undefined);
  };
  cancelSignal?.addEventListener('abort', onAbort, { once: true });
  try {
    await listening.next();
    signal?.throwIfAborted();
    asked = streaming.ask();
    yield* follow(streaming, listening, await asked);
  } catch (error) {
    if (cancelSignal?.aborted) await cancelled;
    throw error;
  } finally {
    cancelSignal?.removeEventListener('abort', onAbort);
    listening.stop();
  }
}

/**
 * Yields the code of an existing snippet until it ends, beginning with the code that is already there. It calls no
 * model.
 * @throws SnipstreamError `NotFound` if there is no such snippet
 * @throws the reason of the signal if it is aborted
 */
export async function* watchSnippet(watching: Watching): AsyncGenerator<CodeUpdate, void, undefined> {
  watching.signal?.throwIfAborted();
  const listening = watching.listen();
  try {
    await listening.next();
    yield* follow(watching, listening, found(watching, await watching.read(), 'There is no such snippet'));
  } finally {
    listening.stop();
  }
}

async function* follow(watching: Watching, listening: Listening<SnippetProgress>, first: Snippet) {
  const next = withSilence(listening, watching);
  let so: CodeSoFar = nothingYet;
  let failedReads = 0;
  for (let snippet: Snippet | undefined = first; ;) {
    watching.signal?.throwIfAborted();
    if (snippet) {
      callApart(watching.onSnippet, snippet);
      const update = addSnippet(so, snippet);
      so = { code: update === 'known' ? so.code : update.code, sequence: Math.max(so.sequence, snippet.sequence) };
      if (update !== 'known') yield update;
      if (update !== 'known' && update.snippet) return;
    }
    const notice = await next();
    const update = notice?.type === 'event' ? addEvent(so, notice.value) : 'lacking';
    snippet = undefined;
    if (notice?.type === 'event' && typeof update !== 'string') {
      so = { code: update.code, sequence: notice.value.sequence };
      yield update;
    } else if (update === 'lacking') {
      snippet = await readAgain(watching, ++failedReads);
      if (snippet) failedReads = 0;
    }
  }
}

/** Undefined when the API cannot be reached and it is too early to give up. */
async function readAgain(watching: Watching, count: number): Promise<Snippet | undefined> {
  try {
    return found(watching, await watching.read(), 'The snippet was deleted');
  } catch (error) {
    if (!isTransient(error) || count >= FAILED_READS) throw error;
    return undefined;
  }
}

function found({ id, asked }: Watching, snippet: Snippet | null, otherwise: string): Snippet {
  if (!snippet) throw new RefusedError(asked('snippet'), 'NotFound', `${otherwise}: ${id}.`);
  return snippet;
}

async function cancel(streaming: Streaming): Promise<void> {
  try {
    callApart(streaming.onSnippet, await streaming.cancel());
  } catch (error) {
    if (!(error instanceof RefusedError && error.name === 'NotFound')) throw error;
  }
}

/** The next notice; undefined after a silence, and when there will be no more. */
function withSilence(listening: Listening<SnippetProgress>, { waits, signal }: Watching) {
  let coming: Promise<Notice<SnippetProgress> | undefined> | undefined;
  let ended = false;
  return async (): Promise<Notice<SnippetProgress> | undefined> => {
    const heard = new AbortController();
    const silence = pause(waits.silence, signal ? AbortSignal.any([signal, heard.signal]) : heard.signal);
    try {
      if (ended) await silence;
      coming ??= listening.next();
      const first = await Promise.race([coming, silence.then(() => 'silence' as const)]);
      if (first === 'silence') return undefined;
      coming = undefined;
      ended = first === undefined;
      return first;
    } finally {
      heard.abort();
      silence.catch(() => undefined);
    }
  };
}
