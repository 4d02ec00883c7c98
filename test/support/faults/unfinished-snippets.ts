import { setTimeout as sleep } from 'node:timers/promises';
import type { SnippetClient } from '../../../client/index.ts';
import { hasEnded } from '../../../schema/has-ended.ts';

/** Longer than all deliveries of an event, and what follows them, may take. */
const MOST_MS = 180_000;
const LOOK_EVERY_MS = 200;

/** Those of these snippets that have not ended when all should have; one that is not there counts as ended. */
export async function unfinishedSnippets(client: SnippetClient, ids: Iterable<string>): Promise<string[]> {
  const until = Date.now() + MOST_MS;
  let left = [...ids];
  for (;;) {
    const unfinished: string[] = [];
    for (const id of left) {
      const snippet = await client.snippet(id);
      if (snippet && !hasEnded(snippet)) unfinished.push(id);
    }
    left = unfinished;
    if (left.length === 0 || Date.now() > until) return left;
    await sleep(LOOK_EVERY_MS);
  }
}
