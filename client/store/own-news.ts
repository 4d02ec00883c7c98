import type { Cell } from '../observable.ts';
import { createCell } from '../observable.ts';
import type { Snippet, SnippetClient, SnippetHead } from '../index.ts';

const news = new WeakMap<SnippetClient, Cell<SnippetHead | undefined>>();

/** The snippet that a store of this client has begun or ended last. */
export function newsOf(client: SnippetClient): Cell<SnippetHead | undefined> {
  const cell = news.get(client) ?? createCell<SnippetHead | undefined>(undefined);
  news.set(client, cell);
  return cell;
}

/** Tells the lists of this client of a snippet at once, and those of other tabs that something has changed. */
export function tellOfSnippet(client: SnippetClient, snippet: Snippet): void {
  newsOf(client).set(headOf(snippet));
  tellOtherTabs();
}

/** What a list keeps of a snippet. */
export function headOf({ code: _code, downloadUrl: _downloadUrl, ...head }: Snippet): SnippetHead {
  return head;
}

/** Tells the lists in other tabs of this origin that something has changed. */
export function tellOtherTabs(): void {
  channel()?.postMessage('changed');
}

/** Calls `hear` when another tab tells so. */
export function hearOtherTabs(hear: () => void, signal: AbortSignal): void {
  channel()?.addEventListener('message', hear, { signal });
}

/** As browsers and Node have it. */
interface Channel {
  postMessage(message: string): void;
  addEventListener(type: 'message', listener: () => void, options: { readonly signal: AbortSignal }): void;
  /** In Node, where an open channel would keep the process alive. */
  unref?(): void;
}

let opened: Channel | undefined;

/** A message does not come back to the channel it was sent by, so one is enough. */
function channel(): Channel | undefined {
  if (!opened && globalThis.BroadcastChannel) {
    opened = new BroadcastChannel('snipstream') as unknown as Channel;
    opened.unref?.();
  }
  return opened;
}
