import { hasEnded } from '../../../schema/has-ended.ts';
import type { SnippetStatus } from '../../../schema/types.generated.ts';
import type { Publication } from '../appsync/realtime/publication.ts';
import type { Invocation } from './sandbox.ts';

/** Lets those who wait for a snippet go on when its end is pushed, which the function that waits sees only when it looks. */
export interface PushedEnds {
  /** Takes in what is pushed to subscribers. */
  see(publication: Publication): void;
  /** What the wait for the snippet comes to, or sooner, when an end of the snippet is pushed, the answer null. */
  orEnd(id: string, wait: Promise<Invocation>): Promise<Invocation>;
}

export function createPushedEnds(): PushedEnds {
  const waiting = new Map<string, Set<() => void>>();
  return {
    see({ value: { id, status } }) {
      if (typeof id !== 'string' || !hasEnded({ status: status as SnippetStatus })) return;
      for (const end of waiting.get(id) ?? []) end();
    },
    async orEnd(id, wait) {
      const ends = waiting.get(id) ?? new Set();
      waiting.set(id, ends);
      const { promise, end } = ending();
      ends.add(end);
      try {
        return await Promise.race([wait, promise]);
      } finally {
        ends.delete(end);
        if (ends.size === 0) waiting.delete(id);
      }
    },
  };
}

function ending(): { promise: Promise<Invocation>; end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<Invocation>((resolve) => {
    end = () => resolve({ payload: null });
  });
  return { promise, end };
}
