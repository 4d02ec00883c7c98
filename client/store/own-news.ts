import type { Snippet, SnippetClient, SnippetHead } from '../index.ts';

/** Where pages of one origin tell each other that a list has changed. */
const CHANNEL = 'snipstream';

const listeners = new WeakMap<SnippetClient, Set<(head: SnippetHead) => void>>();

/** Tells the lists of this client of a snippet at once, and those of other tabs that something has changed. */
export function tellOfSnippet(client: SnippetClient, snippet: Snippet): void {
  for (const hear of [...(listeners.get(client) ?? [])]) hear(headOf(snippet));
  tellOtherTabs();
}

/** Calls `hear` with each snippet that a store of this client begins or ends. @returns what ends that */
export function hearOfSnippets(client: SnippetClient, hear: (head: SnippetHead) => void): () => void {
  const ofClient = listeners.get(client) ?? new Set();
  listeners.set(client, ofClient.add(hear));
  return () => void ofClient.delete(hear);
}

/** What a list keeps of a snippet. */
export function headOf({ code: _code, downloadUrl: _downloadUrl, ...head }: Snippet): SnippetHead {
  return head;
}

export function tellOtherTabs(): void {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(ownTab());
  channel.close();
}

/** Calls `hear` when a list has changed in another tab. */
export function hearOtherTabs(hear: () => void, signal: AbortSignal): void {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data !== ownTab()) hear();
  };
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

let tab: string | undefined;
const ownTab = (): string => (tab ??= crypto.randomUUID());
