import type { ListFilter, Snippet, SnippetClient, SnippetHead, SnippetHeadPage } from '../index.ts';
import { SnipstreamError } from '../index.ts';
import { createCell } from '../observable.ts';
import { asError } from './as-error.ts';
import { mergePage, withHead } from './merge-page.ts';
import { headOf, hearOfSnippets, hearOtherTabs, tellOtherTabs } from './own-news.ts';
import { onAttention } from './on-attention.ts';

/** A list of snippets as far as it was read. It is a new object after each change, and never changes itself. */
export interface HistoryState {
  /** Newest first. */
  readonly items: readonly SnippetHead[];
  /** `loading` until what was asked for is there; `error` when it did not come. */
  readonly phase: 'loading' | 'ready' | 'error';
  /** Whether `more` would read further ones. */
  readonly more: boolean;
  /** How many newer ones, made elsewhere, are known and not shown; `refresh` shows them. */
  readonly fresh: number;
  /** Why a call went wrong; undefined once one has succeeded. After a deletion that failed the phase is still `ready`. */
  readonly error: Error | undefined;
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
  /** Deletes a snippet that has ended. @returns true when it is gone, also when it was before; else `error` says why not */
  remove(id: string): Promise<boolean>;
  /** Ends what is under way. A new subscriber begins again. */
  dispose(): void;
}

const empty: HistoryState = { items: [], phase: 'loading', more: false, fresh: 0, error: undefined };

export function createHistoryStore(client: SnippetClient, filter: ListFilter = {}): HistoryStore {
  const cell = createCell(empty);
  const fresh = new Set<string>();
  const gone = new Set<string>();
  /** What was heard since the last read began, whose answer may be older. */
  const heard = new Map<string, { readonly head: SnippetHead; readonly own: boolean }>();
  let subscribers = 0;
  let live: AbortController | undefined;
  let listening = false;
  let nextToken: string | null = null;
  let reads = 0;

  const change = (differs: Partial<HistoryState>): void =>
    cell.set({ ...cell.current, more: nextToken !== null, fresh: fresh.size, ...differs });

  const wanted = ({ id, language }: SnippetHead): boolean =>
    !gone.has(id) && (filter.language === undefined || filter.language === language);

  /** @param showNew whether to show newer ones too, or to count them only */
  async function readFirst(showNew: boolean): Promise<void> {
    const read = ++reads;
    heard.clear();
    if (showNew) change({ phase: 'loading' });
    try {
      const page = await nextPage(undefined);
      if (read !== reads) return;
      const all = showNew || cell.current.items.length === 0;
      const first = { items: page.items.filter(wanted), isLast: page.nextToken === null };
      const { items, endsWithPage, unseen } = mergePage(cell.current.items, first, all);
      if (endsWithPage) nextToken = page.nextToken;
      if (all) fresh.clear();
      for (const id of unseen) fresh.add(id);
      change({ items, phase: 'ready', error: undefined });
      for (const { head, own } of heard.values()) show(head, own);
      void listen();
    } catch (error) {
      if (read === reads && showNew) change({ phase: 'error', error: asError(error) });
    }
  }

  /** The next page with something on it, or the last. */
  async function nextPage(after: string | undefined): Promise<SnippetHeadPage> {
    const page = await client.snippetPage(filter, { after });
    return page.items.length === 0 && page.nextToken !== null ? nextPage(page.nextToken) : page;
  }

  const catchUp = (): void => void readFirst(false);

  function show(head: SnippetHead, own: boolean): void {
    if (!wanted(head)) return;
    heard.set(head.id, { head, own });
    const { items } = cell.current;
    if (own || items.some(({ id }) => id === head.id)) {
      fresh.delete(head.id);
      change({ items: withHead(items, head, nextToken !== null) });
    } else if (!(nextToken !== null && head.createdAt < (items.at(-1)?.createdAt ?? ''))) {
      fresh.add(head.id);
      change({});
    }
  }

  /** A subscription that is refused is tried again after the next read that succeeds. */
  async function listen(): Promise<void> {
    if (listening || !live) return;
    const { signal } = live;
    listening = true;
    const { language } = filter;
    try {
      const completed: AsyncIterable<Snippet> = client.onSnippetCompleted({ language }, { signal, onGap: catchUp });
      for await (const snippet of completed) show(headOf(snippet), false);
    } catch {
      // The list is still what was read; it is read again whenever somebody looks.
    } finally {
      if (live?.signal === signal) listening = false;
    }
  }

  function begin(): void {
    if (live) return;
    live = new AbortController();
    listening = false;
    const { signal } = live;
    const unhear = hearOfSnippets(client, (head) => show(head, true));
    signal.addEventListener('abort', unhear, { once: true });
    hearOtherTabs(catchUp, signal);
    onAttention(catchUp, signal);
    void readFirst(cell.current.phase !== 'ready');
  }

  function end(): void {
    live?.abort();
    live = undefined;
    reads++;
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
        queueMicrotask(() => {
          if (subscribers === 0) end();
        });
      };
    },
    async more() {
      const after = nextToken;
      if (after === null || cell.current.phase === 'loading') return;
      change({ phase: 'loading' });
      try {
        const page = await nextPage(after);
        if (nextToken !== after) return;
        nextToken = page.nextToken;
        const known = new Set(cell.current.items.map(({ id }) => id));
        const added = page.items.filter((head) => wanted(head) && !known.has(head.id));
        change({ items: [...cell.current.items, ...added], phase: 'ready', error: undefined });
      } catch (error) {
        if (nextToken === after) change({ phase: 'error', error: asError(error) });
      }
    },
    refresh: () => readFirst(true),
    async remove(id) {
      try {
        await client.deleteSnippet(id);
      } catch (error) {
        if (!(error instanceof SnipstreamError && error.name === 'NotFound')) {
          change({ error: asError(error) });
          return false;
        }
      }
      gone.add(id);
      fresh.delete(id);
      change({ items: cell.current.items.filter((head) => head.id !== id), error: undefined });
      tellOtherTabs();
      return true;
    },
    dispose: end,
  };
}
