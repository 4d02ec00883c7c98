import type { ListFilter, SnippetClient, SnippetHead, SnippetHeadPage } from '../index.ts';
import { createCell } from '../observable.ts';
import { asError, isNotFound } from './as-error.ts';
import { joinPage, withHead } from './join-page.ts';
import { headOf, hearOtherTabs, newsOf, tellOtherTabs } from './own-news.ts';
import { onAttention } from '../on-attention.ts';

/** The part of a list that was read so far. Each change makes a new object, and an object itself never changes. */
export interface HistoryState {
  /** Newest first. */
  readonly items: readonly SnippetHead[];
  /** `loading` until the requested snippets have arrived, and `error` if that failed. */
  readonly phase: 'loading' | 'ready' | 'error';
  /** Whether `more` would read further snippets. */
  readonly hasMore: boolean;
  /** The number of newer snippets that were made elsewhere and are not shown yet. `refresh` shows them. */
  readonly fresh: number;
  /** The error of the last call, or undefined if it succeeded. If a deletion fails, the phase is still `ready`. */
  readonly error?: Error | undefined;
}

/** The caller's snippets, kept up to date while somebody is subscribed. None of its functions rejects. */
export interface HistoryStore {
  readonly state: HistoryState;
  /**
   * Calls `onChange` after each change; with the first subscriber the list is read. It follows what stores of the same client
   * begin and end, what completes elsewhere, and reads the first page again when something may have been missed: in
   * other tabs, while the connection was lost, or while nobody looked. @returns what ends that
   */
  subscribe(onChange: () => void): () => void;
  /** Reads the page after the last one. */
  more(): Promise<void>;
  /** Reads the first page again, and shows what is new. */
  refresh(): Promise<void>;
  /** Deletes a snippet that has ended. @returns true if the snippet no longer exists; otherwise `error` says why */
  remove(id: string): Promise<boolean>;
  /** Ends all calls and subscriptions. A new subscriber starts them again. */
  dispose(): void;
}

export const emptyHistory: HistoryState = { items: [], phase: 'loading', hasMore: false, fresh: 0 };

/**
 * A store of the caller's snippets.
 * @example
 * import { createHistoryStore } from 'snipstream/store';
 *
 * const history = createHistoryStore(client, { language: 'PYTHON' });
 * const end = history.subscribe(() => console.log(history.state.items.length, history.state.hasMore));
 * end();
 */
export function createHistoryStore(client: SnippetClient, filter: ListFilter = {}): HistoryStore {
  const { language } = filter;
  const cell = createCell(emptyHistory);
  /** What is known of the list, newest first. */
  let known: readonly SnippetHead[] = [];
  /** Ids of what is known and not shown yet. */
  const fresh = new Set<string>();
  /** How many newer ones there are at least that cannot be put into the list, as those between are not known. */
  let apart = 0;
  const gone = new Set<string>();
  /** What was heard since the last read began, whose answer may be older. */
  let heard: SnippetHead[] = [];
  let nextToken: string | null = null;
  let turn = 0;
  let subscribers = 0;
  let live: AbortController | undefined;
  let listening: AbortSignal | undefined;

  function show(differs: Partial<HistoryState>): void {
    known = known.filter(({ id }) => !gone.has(id));
    const items = known.filter(({ id }) => !fresh.has(id));
    const counts = { hasMore: nextToken !== null, fresh: known.length - items.length + apart };
    cell.set({ ...cell.latest, items, ...counts, ...differs });
  }

  /** Reads the next page with something on it, or the last. An answer counts when nothing was begun after it. */
  async function read(
    after: string | undefined,
    isQuiet: boolean,
    take: (page: SnippetHeadPage) => void,
  ): Promise<void> {
    const mine = ++turn;
    heard = [];
    if (!isQuiet) show({ phase: 'loading' });
    try {
      let page: SnippetHeadPage | undefined;
      do page = await client.snippetPage(filter, { after: page?.nextToken ?? after });
      while (page.items.length === 0 && page.nextToken !== null);
      if (mine !== turn) return;
      take(page);
      for (const head of heard) known = withHead(known, head, nextToken !== null);
      show({ phase: 'ready', error: undefined });
      void listen();
    } catch (error) {
      if (mine === turn && !isQuiet) show({ phase: 'error', error: asError(error) });
    }
  }

  function readFirst(showNew: boolean): Promise<void> {
    return read(undefined, !showNew, ({ items, nextToken: next }) => {
      const joined = joinPage(known, items, ({ id }) => !fresh.has(id));
      const ids = new Set(known.map(({ id }) => id));
      if (!joined && !showNew && next !== null) return void (apart = items.length);
      apart = 0;
      if (showNew) fresh.clear();
      else for (const { id } of items) if (!ids.has(id)) fresh.add(id);
      if (!joined) nextToken = next;
      known = (next !== null && joined) || items;
    });
  }

  /** Reads again what may have been missed. Newer ones are counted only, unless the list is not there yet. */
  const catchUp = (): Promise<void> => readFirst(cell.latest.phase !== 'ready');

  function hear(head: SnippetHead, isOwn: boolean): void {
    if (language !== undefined && language !== head.language) return;
    heard.push(head);
    const { length } = known;
    known = withHead(known, head, nextToken !== null);
    if (isOwn) fresh.delete(head.id);
    else if (known.length > length) fresh.add(head.id);
    show({});
  }

  /** A subscription that is refused is tried again after the next read that succeeds. */
  async function listen(): Promise<void> {
    if (!live || listening === live.signal) return;
    const { signal } = live;
    listening = signal;
    try {
      const completed = client.onSnippetCompleted({ language }, { signal, onGap: () => void catchUp() });
      for await (const snippet of completed) hear(headOf(snippet), false);
    } catch {
      if (listening === signal) listening = undefined;
    }
  }

  function begin(): void {
    if (live) return;
    live = new AbortController();
    const { signal } = live;
    const own = newsOf(client);
    const unsubscribe = own.subscribe(() => own.current && hear(own.current, true));
    signal.addEventListener('abort', unsubscribe);
    hearOtherTabs(catchUp, signal);
    onAttention(catchUp, signal);
    void catchUp();
  }

  function end(): void {
    live?.abort();
    live = undefined;
    turn++;
  }

  return {
    get state() {
      return cell.current;
    },
    subscribe(onChange) {
      subscribers++;
      begin();
      const unsubscribe = cell.subscribe(onChange);
      return () => {
        unsubscribe();
        subscribers--;
        // A new subscriber in the same moment, as React's StrictMode has it, goes on with what there is.
        queueMicrotask(() => subscribers > 0 || end());
      };
    },
    async more() {
      if (nextToken === null || cell.latest.phase === 'loading') return;
      await read(nextToken, false, ({ items, nextToken: next }) => {
        nextToken = next;
        known = [...known, ...items.filter((head) => !known.some(({ id }) => id === head.id))];
      });
    },
    refresh: () => readFirst(true),
    async remove(id) {
      try {
        await client.deleteSnippet(id);
      } catch (error) {
        if (!isNotFound(error)) {
          show({ error: asError(error) });
          return false;
        }
      }
      gone.add(id);
      show({ error: undefined });
      tellOtherTabs();
      return true;
    },
    dispose: end,
  };
}
