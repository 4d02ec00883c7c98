import type { CodeUpdate, GenerateRequest, RefineRequest, Snippet, SnippetClient } from '../index.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import { callApart, createCell } from '../observable.ts';
import { asError, isNotFound } from './as-error.ts';
import { tellOfSnippet } from './own-news.ts';
import type { SnippetPhase, SnippetState } from './snippet-state.ts';
import { idleSnippet, isBusy } from './snippet-state.ts';

/** The end of one run of a store. */
export interface SnippetEnd {
  /** The snippet as the API returned it last, or undefined if it never did. */
  readonly snippet: Snippet | undefined;
  /** The error of a call, or undefined if the snippet has ended. */
  readonly error: Error | undefined;
  /** Whether the function `stop` of the store ended the snippet. */
  readonly stopped: boolean;
}

export interface SnippetStoreOptions {
  /** How long subscribers are left alone after they were told of code, in milliseconds; 16, about a frame, when left out. */
  readonly throttle?: number | undefined;
  /** Called with each part at once, and where in the code it begins: what stood from there on is taken back. */
  readonly onPart?: ((part: string, offset: number) => void) | undefined;
  /** Called at the end of a snippet that was not given up for another, by `reset` or by `dispose`. */
  readonly onEnd?: ((end: SnippetEnd) => void) | undefined;
}

/**
 * Keeps the state of one snippet while it is generated and afterwards. None of its functions rejects. If something
 * goes wrong, the state says so.
 */
export interface SnippetStore {
  readonly state: SnippetState;
  /** Calls `onChange` after each change. @returns a function that ends the subscription */
  subscribe(onChange: () => void): () => void;
  /**
   * Has code generated, and stops watching what is watched before.
   * @returns the snippet once it ended; undefined when a call went wrong, and when something else was begun meanwhile
   */
  generate(request: GenerateRequest): Promise<Snippet | undefined>;
  /** As `generate`, from the code of another snippet. */
  refine(request: RefineRequest): Promise<Snippet | undefined>;
  /** Shows an existing snippet, for example after a reload. It calls no model. */
  watch(id: string): Promise<Snippet | undefined>;
  /**
   * Repeats the request. After an error it uses the same id, so that the model is not called twice. After an end it
   * uses a new id.
   */
  retry(): Promise<Snippet | undefined>;
  /** Cancels the snippet at the API, and keeps its code. Resolves once that is done. */
  stop(): Promise<void>;
  /** Stops watching and clears the state. The API goes on generating the snippet. */
  reset(): void;
  /** Stops watching and keeps the state. The API goes on generating the snippet, and `retry` watches it again. */
  dispose(): void;
}

/** What a store was asked to show. */
interface ShownRequest {
  readonly id: string;
  /** Undefined when the snippet is watched only. */
  readonly request: GenerateRequest | RefineRequest | undefined;
}

/** From the asking to the end. */
interface Run extends ShownRequest {
  /** Ends the watching. */
  readonly leave: AbortController;
  /** Ends the snippet; the same as `leave` when it is watched only, as its end is then asked for apart. */
  readonly stop: AbortController;
}

/**
 * A store of one snippet, with nothing in it yet.
 * @example
 * import { createSnippetStore } from 'snipstream/store';
 *
 * const store = createSnippetStore(client);
 * store.subscribe(() => console.log(store.state.phase, store.state.code));
 * await store.generate({ language: 'PYTHON', instruction: 'fizzbuzz' });
 */
export function createSnippetStore(client: SnippetClient, options: SnippetStoreOptions = {}): SnippetStore {
  const { throttle = 16, onPart, onEnd } = options;
  const cell = createCell(idleSnippet);
  let asked: ShownRequest | undefined;
  let run: Run | undefined;
  let ended: Promise<Snippet | undefined> | undefined;

  const change = (differs: Partial<SnippetState>): void => cell.set({ ...cell.latest, ...differs });

  function stopWatching(): void {
    run?.leave.abort();
    run = undefined;
  }

  function begin(next: ShownRequest): Promise<Snippet | undefined> {
    stopWatching();
    asked = next;
    const { id, request } = next;
    const { code, snippet } = cell.latest.id === id ? cell.latest : idleSnippet;
    const leave = new AbortController();
    run = { ...next, leave, stop: request ? new AbortController() : leave };
    ended = follow(run);
    cell.set({ phase: 'asking', id, request, code, snippet, startedAt: request && Date.now() });
    return ended;
  }

  const start = (request: GenerateRequest | RefineRequest): Promise<Snippet | undefined> =>
    begin({ id: request.options?.id ?? crypto.randomUUID(), request });

  async function follow(mine: Run): Promise<Snippet | undefined> {
    const { signal } = mine.stop;
    try {
      for await (const update of updatesOf(mine)) {
        if (run !== mine) return undefined;
        callApart(onPart, update.part, update.offset);
        take(update);
      }
    } catch (error) {
      if (run !== mine) return undefined;
      if (!signal.aborted || error !== signal.reason) return finish(mine, asError(error));
      const failure = await makeSureItEnds(mine);
      if (failure) return finish(mine, failure);
    }
    return finish(mine);
  }

  function updatesOf(mine: Run): AsyncIterable<CodeUpdate> {
    const { id, request, leave, stop } = mine;
    const onSnippet = (snippet: Snippet): void => hear(mine, snippet);
    if (!request) return client.watchSnippet(id, { signal: leave.signal, onSnippet });
    const withId = { ...request, options: { ...request.options, id } };
    return client.streamCode(withId, { signal: stop.signal, leave: leave.signal, onSnippet });
  }

  /** Cancels after a stop what may have been asked for before this run. One that the API does not know needs no end. */
  async function makeSureItEnds(mine: Run): Promise<Error | undefined> {
    const { snippet } = cell.latest;
    try {
      if (!snippet || !hasEnded(snippet)) hear(mine, await client.cancelSnippet(mine.id));
    } catch (error) {
      if (!isNotFound(error)) return asError(error);
    }
    return undefined;
  }

  /** Takes over the snippet as the API gave it. */
  function hear(mine: Run, snippet: Snippet): void {
    if (run !== mine) return;
    const { latest } = cell;
    const { phase, request = requestOf(snippet), startedAt = Date.parse(snippet.createdAt) } = latest;
    const next = { ...latest, snippet, request, startedAt };
    if (hasEnded(snippet)) cell.set(next, throttle);
    else cell.set({ ...next, phase: phase === 'asking' ? 'waiting' : phase });
    const isNews = mine.request ?? latest.snippet;
    if (isNews && snippet.status !== latest.snippet?.status) tellOfSnippet(client, snippet);
  }

  /** Takes over code that has arrived. */
  function take({ code }: CodeUpdate): void {
    const { phase, snippet } = cell.latest;
    if (phase !== 'waiting' || code === '') cell.set({ ...cell.latest, code }, throttle);
    else change({ phase: 'streaming', code, firstPartAt: snippet?.sequence === 0 ? Date.now() : undefined });
  }

  function finish(mine: Run, error?: Error): Snippet | undefined {
    if (run !== mine) return undefined;
    run = undefined;
    const stopped = mine.stop.signal.aborted;
    const { snippet, code } = cell.latest;
    const ofApi = !mine.request && !error && Date.parse(snippet?.completedAt ?? snippet?.updatedAt ?? '');
    const ending = { phase: error ? 'error' : phaseOf(snippet), error, endedAt: ofApi || Date.now() } as const;
    change({ ...ending, code: (stopped && snippet?.code) || code });
    callApart(onEnd, { snippet, error, stopped });
    return error ? undefined : snippet;
  }

  return {
    get state() {
      return cell.current;
    },
    subscribe: cell.subscribe,
    generate: start,
    refine: start,
    watch: (id) => begin({ id, request: undefined }),
    async retry() {
      if (run || !asked) return ended;
      const { latest } = cell;
      if (!latest.request || latest.phase === 'error' || isBusy(latest)) return begin(asked);
      return begin({ id: crypto.randomUUID(), request: latest.request });
    },
    async stop() {
      if (!run) return;
      change({ phase: 'stopping' });
      run.stop.abort();
      await ended;
    },
    reset() {
      stopWatching();
      asked = undefined;
      cell.set(idleSnippet);
    },
    dispose() {
      stopWatching();
      cell.set(cell.latest);
    },
  };
}

/** One that has not ended when a stop is over was never asked for, or is gone. */
function phaseOf(snippet: Snippet | undefined): SnippetPhase {
  if (snippet?.status === 'COMPLETED') return 'completed';
  return snippet?.status === 'FAILED' ? 'failed' : 'cancelled';
}

/** What to ask for to have such a snippet again. */
function requestOf({ language, instruction, model, parentId }: Snippet): GenerateRequest | RefineRequest {
  const options = { model };
  return parentId === null ? { language, instruction, options } : { id: parentId, instruction, options };
}
