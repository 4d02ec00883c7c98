import type { Page, WebSocketRoute } from 'playwright-core';
import type { Snippet, SnippetProgress } from '../../../client/index.ts';
import { aSnippet, news } from '../../support/fakes/snippets.ts';

/** An API that a test plays to one page: one snippet that grows as fast as the test lets it. */
export interface ApiInThePage {
  /** Resolves with the id of the snippet when it was asked for. */
  readonly asked: Promise<string>;
  grow(part: string): void;
  complete(): void;
  /** Cuts the WebSocket. */
  cut(): Promise<void>;
}

interface Start {
  readonly id: string;
  readonly payload: { readonly data: string };
}

/** Answers for the host in its browser, so that no table and no disk set the pace. */
export async function playApi(page: Page, differs: Partial<Snippet> = {}): Promise<ApiInThePage> {
  let snippet: Snippet | undefined;
  let socket: WebSocketRoute | undefined;
  let progress: string | undefined;
  let tellAsked: (id: string) => void = () => undefined;
  const asked = new Promise<string>((resolve) => (tellAsked = resolve));

  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON() as {
      query: string;
      variables: { options: { id: string } };
    };
    const field =
      /^\s*(?:query|mutation)[^{]*\{\s*(\w+)/.exec(query.slice(query.search(/\b(?:query|mutation)\b/)))?.[1] ?? '';
    if (field !== 'generateCode' && field !== 'snippet') return route.fallback();
    if (field === 'generateCode') {
      const { id } = variables.options;
      snippet = aSnippet({
        status: 'PENDING',
        code: null,
        sequence: 0,
        completedAt: null,
        check: null,
        ...differs,
        id,
      });
      tellAsked(id);
    }
    return route.fulfill({ json: { data: { [field]: snippet ?? null } } });
  });
  await page.routeWebSocket('**/graphql/realtime', (route) => {
    socket = route;
    const send = (frame: object): void => route.send(JSON.stringify(frame));
    route.onMessage((text) => {
      const frame = JSON.parse(String(text)) as { type: string };
      if (frame.type === 'connection_init') send({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
      if (frame.type !== 'start') return;
      const { id, payload } = frame as unknown as Start;
      if (payload.data.includes('onSnippetProgress')) progress = id;
      send({ type: 'start_ack', id });
    });
  });

  function push(event: SnippetProgress): void {
    socket?.send(JSON.stringify({ type: 'data', id: progress, payload: { data: { onSnippetProgress: event } } }));
  }
  function change(next: Partial<Snippet>): Snippet {
    if (!snippet) throw new Error('The page has not asked yet.');
    return (snippet = { ...snippet, ...next });
  }

  return {
    asked,
    grow(part) {
      const offset = snippet?.code?.length ?? 0;
      const { id, sequence, language } = change({
        status: 'GENERATING',
        code: (snippet?.code ?? '') + part,
        sequence: (snippet?.sequence ?? 0) + 1,
      });
      push(news({ id, language, sequence, offset, part }));
    },
    complete() {
      const { id, language, sequence } = change({ status: 'COMPLETED', completedAt: new Date().toISOString() });
      push(news({ id, language, sequence, status: 'COMPLETED', offset: null, part: null }));
    },
    async cut() {
      await socket?.close();
    },
  };
}
