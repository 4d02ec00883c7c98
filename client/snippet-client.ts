import type * as Schema from '../schema/types.generated.ts';
import type { Auth } from './client-auth.ts';
import type { Calls, CallOptions, GenerateRequest } from './calls.ts';
import { createCalls } from './calls.ts';
import type { CodeUpdate } from './code-so-far.ts';
import type { WebSocketConstructor } from './realtime/web-socket.ts';
import type { Events } from './realtime/events.ts';
import { createEvents } from './realtime/events.ts';
import { createHttp } from './http-transport.ts';
import * as documents from './operations/operations.generated.ts';
import type { Listening } from './realtime/realtime-client.ts';
import { createRealtime } from './realtime/realtime-client.ts';
import type { Snippet, SnippetProgress } from './snippet.ts';
import { streamCode } from './stream-code.ts';
import type { Waits } from './wait-and-retry-times.ts';
import { usualWaits } from './wait-and-retry-times.ts';

export interface SnippetClientOptions {
  /** The API's HTTP endpoint, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly auth: Auth;
  /** In place of the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** In place of the platform's; where it has none, as Node 20, the package `ws` is used. */
  readonly WebSocket?: WebSocketConstructor | undefined;
}

/** Which completed snippets to hear of; all when nothing is given. */
export interface CompletedFilter {
  readonly id?: string | undefined;
  readonly language?: Schema.Language | undefined;
}

export interface ListenOptions extends CallOptions {
  /** Called when the connection was lost and is there again: events in between are gone, so ask for what matters. */
  readonly onGap?: (() => void) | undefined;
}

/** What can be asked of the API. */
export interface SnippetClient extends Calls {
  /** Snippets as they become COMPLETED; `downloadUrl` is null in them. Reconnects by itself. */
  onSnippetCompleted(filter?: CompletedFilter, options?: ListenOptions): Events<Snippet>;
  /** News of one snippet, some of them twice or out of order; `streamCode` makes code of them. Reconnects by itself. */
  onSnippetProgress(id: string, options?: ListenOptions): Events<SnippetProgress>;
  /**
   * Generates code and gives it as it grows; the last update has the whole snippet, whichever way it ended. Lost events
   * and connections are made good. Aborting cancels the snippet; leaving the loop only stops watching.
   */
  streamCode(request: GenerateRequest, options?: CallOptions): AsyncIterable<CodeUpdate>;
}

/**
 * A client of one API.
 * @param waits how long to wait for what
 */
export function createSnippetClient(options: SnippetClientOptions, waits: Waits = usualWaits): SnippetClient {
  const { auth, fetch = globalThis.fetch, WebSocket } = options;
  const url = new URL(options.url);
  const calls = createCalls(createHttp({ url, auth, fetch, waits }));
  const realtime = createRealtime({ url, auth, WebSocket, waits });

  /** What is left out is no filter, and must not become null on the way: operations.graphql says why. */
  function listenToCompleted({ id, language }: CompletedFilter, signal: AbortSignal | undefined): Listening<Snippet> {
    const field = 'onSnippetCompleted';
    if (id !== undefined && language !== undefined) {
      const document = documents.OnSnippetCompletedByIdAndLanguageDocument;
      return realtime.listen({ field, document, variables: { id, language }, signal });
    }
    if (id !== undefined) {
      return realtime.listen({ field, document: documents.OnSnippetCompletedByIdDocument, variables: { id }, signal });
    }
    if (language !== undefined) {
      const document = documents.OnSnippetCompletedByLanguageDocument;
      return realtime.listen({ field, document, variables: { language }, signal });
    }
    return realtime.listen({ field, document: documents.OnSnippetCompletedDocument, variables: {}, signal });
  }

  function listenToProgress(id: string, signal: AbortSignal | undefined): Listening<SnippetProgress> {
    const document = documents.OnSnippetProgressDocument;
    return realtime.listen({ field: 'onSnippetProgress', document, variables: { id }, signal });
  }

  return {
    ...calls,
    onSnippetCompleted: (filter = {}, { signal, onGap } = {}) =>
      createEvents(() => listenToCompleted(filter, signal), onGap),
    onSnippetProgress: (id, { signal, onGap } = {}) => createEvents(() => listenToProgress(id, signal), onGap),
    streamCode(request, { signal } = {}) {
      const id = request.options?.id ?? crypto.randomUUID();
      return streamCode({
        id,
        waits,
        signal,
        listen: () => listenToProgress(id, signal),
        ask: () => calls.generateCode({ ...request, options: { ...request.options, id, waitSeconds: 0 } }),
        read: () => calls.snippet(id, { signal }),
        cancel: () => calls.cancelSnippet(id),
      });
    },
  };
}
