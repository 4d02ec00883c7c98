import type { Snippet, SnippetProgress } from '../../../client/index.ts';
import type { FakeApi } from './fake-api.ts';
import { data, refusal, startFakeApi } from './fake-api.ts';
import { aSnippet, news } from './snippets.ts';

/** One snippet on a fake API, written by the test part by part as a worker would, each with the event it gives. */
export interface GrowingSnippet {
  readonly api: FakeApi;
  /** How often the snippet was read. */
  readonly reads: () => number;
  /** Resolves when it was asked for; its id. */
  readonly asked: Promise<string>;
  /** Adds a part; the event is for the test to push, drop, repeat or keep back. */
  grow(part: string): SnippetProgress;
  /** Adds a part that begins again, as a new attempt does. */
  restart(part: string): SnippetProgress;
  end(status: Snippet['status']): SnippetProgress;
  push(...events: SnippetProgress[]): void;
}

export async function startGrowingSnippet(): Promise<GrowingSnippet> {
  let snippet: Snippet | undefined;
  let reads = 0;
  let resolveAsked: (id: string) => void = () => undefined;
  const asked = new Promise<string>((resolve) => (resolveAsked = resolve));

  const api = await startFakeApi(({ field, variables }) => {
    if (field === 'generateCode' || field === 'refineSnippet') {
      const { id } = variables['options'] as { id: string };
      snippet ??= aSnippet({ id, status: 'PENDING', code: null, sequence: 0, completedAt: null });
      resolveAsked(id);
    } else if (field === 'cancelSnippet') {
      if (!snippet) return refusal(field, 'NotFound', 'There is no such snippet.');
      change({ status: 'CANCELLED' });
    } else reads++;
    return data(field, snippet ?? null);
  });

  function change(differs: Partial<Snippet>): Snippet {
    if (!snippet) throw new Error('It was not asked for yet.');
    snippet = { ...snippet, ...differs };
    return snippet;
  }

  function add(before: string, part: string): SnippetProgress {
    const { id, sequence } = change({
      status: 'GENERATING',
      code: before + part,
      sequence: (snippet?.sequence ?? 0) + 1,
    });
    return news({ id, sequence, offset: before.length, part });
  }

  return {
    api,
    reads: () => reads,
    asked,
    grow: (part) => add(snippet?.code ?? '', part),
    restart: (part) => add('', part),
    end(status) {
      const { id, sequence } = change({ status });
      return news({ id, sequence, status, part: null, offset: null });
    },
    push(...events) {
      for (const event of events) api.publish('onSnippetProgress', event);
    },
  };
}
