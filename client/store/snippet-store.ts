import type { CodeUpdate, GenerateRequest, RefineRequest, Snippet, SnippetClient } from '../index.ts';
import { SnipstreamError } from '../index.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import { callApart } from '../observable.ts';
import { asError } from './as-error.ts';
import { tellOfSnippet } from './own-news.ts';
import type { SnippetState } from './snippet-state.ts';
import { idleSnippet, isBusy } from './snippet-state.ts';
import { createThrottledCell } from './throttled-cell.ts';

/** How one run of a store ended. */
export interface SnippetEnd {
  /** Undefined when a call went wrong, and when it was stopped before the API was asked. */
  readonly snippet: Snippet | undefined;
  readonly error: Error | undefined;
  /** Whether it was the store's `stop` that ended it. */
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

/** One snippet on its way, and what became of it. None of its functions rejects; what goes wrong is in the state. */
export interface SnippetStore {
  readonly state: SnippetState;
  /** Calls `onChange` after each change. @returns what ends that */
  subscribe(onChange: () => void): () => void;
  /**
   * Has code generated, and stops watching what is watched before.
   * @returns the snippet once it ended; undefined when a call went wrong, and when something else was begun meanwhile
   */
  generate(request: GenerateRequest): Promise<Snippet | undefined>;
  /** As `generate`, from the code of another snippet. */
  refine(request: RefineRequest): Promise<Snippet | undefined>;
  /** Shows a snippet that is there, such as after a reload. It asks nothing of the model. */
  watch(id: string): Promise<Snippet | undefined>;
  /** Does the same again: after an error with the same id, so that the model is not asked twice, after an end with a new one. */
  retry(): Promise<Snippet | undefined>;
  /** Cancels the snippet at the API, and keeps its code. Resolves once that is done. */
  stop(): Promise<void>;
  /** Stops watching, and shows nothing. The snippet goes on. */
  reset(): void;
  /** Stops watching, and goes on showing what was there. The snippet goes on, and `retry` watches it again. */
  dispose(): void;
}

/** What a store was asked to show. */
interface Asked {
  readonly id: string;
  /** Undefined when the snippet is watched only. */
  readonly request: GenerateRequest | RefineRequest | undefined;
}

/** From the asking to the end. */
interface Run extends Asked {
  /** Whether the API may know the id before it is asked in this run. */
  readonly mayExist: boolean;
  readonly leave: AbortController;
  readonly stop: AbortController;
}

export function createSnippetStore(client: SnippetClient, options: SnippetStoreOptions = {}): SnippetStore {
  const { throttle = 16, onPart, onEnd } = options;
  const cell = createThrottledCell(idleSnippet, throttle);
  let asked: Asked | undefined;
  let run: Run | undefined;
  let ended: Promise<Snippet | undefined> = Promise.resolve(undefined);

  function leave(): void {
    run?.leave.abort();
    run = undefined;
  }

  function begin(next: Asked): Promise<Snippet | undefined> {
    leave();
    asked = next;
    const { id, request } = next;
    const again = cell.latest.id === id;
    const { code, snippet } = again ? cell.latest : idleSnippet;
    const startedAt = request && Date.now();
    run = { ...next, mayExist: again || !request, leave: new AbortController(), stop: new AbortController() };
    ended = follow(run);
    cell.set({ ...idleSnippet, phase: 'asking', id, request, code, snippet, startedAt });
    return ended;
  }

  const start = (request: GenerateRequest | RefineRequest): Promise<Snippet | undefined> =>
    begin({ id: request.options?.id ?? crypto.randomUUID(), request });

  async function follow(mine: Run): Promise<Snippet | undefined> {
    try {
      for await (const update of updatesOf(mine)) {
        if (run !== mine) return undefined;
        callApart(onPart, update.part, update.offset);
        if (update.snippet) return finish(mine, update.snippet);
        take(update);
      }
    } catch (error) {
      return conclude(mine, error);
    }
    return undefined;
  }

  function updatesOf(mine: Run): AsyncIterable<CodeUpdate> {
    const { id, request, leave, stop } = mine;
    const onSnippet = (snippet: Snippet): void => {
      if (run === mine) hear(mine, snippet);
    };
    if (!request) return client.watchSnippet(id, { signal: AbortSignal.any([leave.signal, stop.signal]), onSnippet });
    const withId = { ...request, options: { ...request.options, id } };
    return client.streamCode(withId, { signal: stop.signal, leave: leave.signal, onSnippet });
  }

  /** After an error: the stop that was asked for, or what went wrong. */
  async function conclude(mine: Run, error: unknown): Promise<Snippet | undefined> {
    const { signal } = mine.stop;
    if (run !== mine) return undefined;
    if (!signal.aborted || error !== signal.reason) return fail(mine, error);
    try {
      const { snippet } = cell.latest;
      if (mine.mayExist && !(snippet && hasEnded(snippet))) hear(mine, await client.cancelSnippet(mine.id));
    } catch (refusal) {
      if (!(mine.request && refusal instanceof SnipstreamError && refusal.name === 'NotFound'))
        return fail(mine, refusal);
    }
    return finish(mine, cell.latest.snippet);
  }

  /** Takes over the snippet as the API gave it. */
  function hear(mine: Run, snippet: Snippet): void {
    const { latest } = cell;
    const over = hasEnded(snippet);
    const phase = latest.phase === 'asking' && !over ? 'waiting' : latest.phase;
    const request = latest.request ?? requestOf(snippet);
    const startedAt = latest.startedAt ?? Date.parse(snippet.createdAt);
    const next = { ...latest, phase, snippet, request, startedAt };
    if (over) cell.setSoon(next);
    else cell.set(next);
    const isNews = snippet.status !== latest.snippet?.status && (mine.request || latest.snippet);
    if (isNews) tellOfSnippet(client, snippet);
  }

  /** Takes over code that has arrived. */
  function take({ code }: CodeUpdate): void {
    const { latest } = cell;
    if (latest.phase !== 'waiting' || code === '') return cell.setSoon({ ...latest, code });
    cell.set({
      ...latest,
      phase: 'streaming',
      code,
      firstPartAt: latest.snippet?.sequence === 0 ? Date.now() : undefined,
    });
  }

  function finish(mine: Run, snippet: Snippet | undefined): Snippet | undefined {
    if (run !== mine) return undefined;
    run = undefined;
    const { latest } = cell;
    const stopped = mine.stop.signal.aborted;
    const endedAt = mine.request || !snippet ? Date.now() : Date.parse(snippet.completedAt ?? snippet.updatedAt);
    const code = snippet && !stopped ? (snippet.code ?? '') : (snippet?.code ?? latest.code);
    cell.set({ ...latest, phase: snippet ? phaseOf(snippet) : 'cancelled', snippet, code, endedAt });
    callApart(onEnd, { snippet, error: undefined, stopped });
    return snippet;
  }

  function fail(mine: Run, thrown: unknown): undefined {
    if (run !== mine) return;
    run = undefined;
    const error = asError(thrown);
    cell.set({ ...cell.latest, phase: 'error', error, endedAt: Date.now() });
    callApart(onEnd, { snippet: undefined, error, stopped: false });
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
      return start({ ...latest.request, options: { ...latest.request.options, id: crypto.randomUUID() } });
    },
    async stop() {
      if (!run) return;
      cell.set({ ...cell.latest, phase: 'stopping' });
      run.stop.abort();
      await ended;
    },
    reset() {
      leave();
      asked = undefined;
      cell.set(idleSnippet);
    },
    dispose() {
      leave();
      cell.flush();
    },
  };
}

function phaseOf({ status }: Snippet): 'completed' | 'failed' | 'cancelled' {
  if (status === 'COMPLETED') return 'completed';
  return status === 'FAILED' ? 'failed' : 'cancelled';
}

/** What to ask for to have such a snippet again. */
function requestOf({ language, instruction, model, parentId }: Snippet): GenerateRequest | RefineRequest {
  const options = { model };
  return parentId === null ? { language, instruction, options } : { id: parentId, instruction, options };
}
