import { useEffect, useState } from 'preact/hooks';
import type { SnippetClient } from '../snippet-client.ts';
import type { Snippet } from '../snippet.ts';

/** Longest chain that is followed back, so that one screen never asks for hundreds of snippets. */
const LONGEST_CHAIN = 12;

/** The snippets that a snippet came from, the first that was asked for first. What was deleted ends the chain. */
export function useAncestors(client: SnippetClient, parentId: string | null | undefined): readonly Snippet[] {
  const [found, setFound] = useState<readonly Snippet[]>([]);
  useEffect(() => {
    let left = false;
    async function follow(): Promise<void> {
      const chain: Snippet[] = [];
      for (let id = parentId; id && chain.length < LONGEST_CHAIN; id = chain[0]?.parentId) {
        const snippet = await client.snippet(id).catch(() => null);
        if (left) return;
        if (!snippet) break;
        chain.unshift(snippet);
      }
      setFound(chain);
    }
    setFound([]);
    if (parentId) void follow();
    return () => (left = true);
  }, [client, parentId]);
  return found;
}
