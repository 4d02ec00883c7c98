import type * as Schema from '../schema/types.generated.ts';
import type { Auth } from './client-auth.ts';
import type { Calls, CallOptions, GenerateRequest, RefineRequest } from './calls.ts';
import { createCalls } from './calls.ts';
import { checkedUrl, refuseWrongAuth } from './checked-options.ts';
import type { CodeUpdate } from './code-so-far.ts';
import type { WebSocketConstructor } from './realtime/web-socket.ts';
import type { Events } from './realtime/events.ts';
import { createEvents } from './realtime/events.ts';
import { createHttp } from './http-transport.ts';
import * as documents from './operations/operations.generated.ts';
import type { Observable } from './observable.ts';
import type { ConnectionState, Listening } from './realtime/realtime-client.ts';
import { createRealtimeClient } from './realtime/realtime-client.ts';
import type { Snippet, SnippetProgress } from './snippet.ts';
import type { Watching } from './stream-code.ts';
import { streamCode, watchSnippet } from './stream-code.ts';
import type { Waits } from './wait-and-retry-times.ts';
import { defaultWaits } from './wait-and-retry-times.ts';

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

export interface WatchOptions extends CallOptions {
  /**
   * Called with the snippet itself each time the client is given it: when the API has accepted the request, after a gap, and at
   * the end. Its `code` may be behind that of the updates.
   */
  readonly onSnippet?: ((snippet: Snippet) => void) | undefined;
}

export interface StreamOptions extends WatchOptions {
  /** Cancels the snippet when it is aborted, and ends the loop with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the loop with its reason when it is aborted; the snippet goes on. */
  readonly leave?: AbortSignal | undefined;
}

/** What can be asked of the API. */
export interface SnippetClient extends Calls {
  /**
   * Snippets as they become COMPLETED; `downloadUrl` is null in them. Reconnects by itself.
   * @example
   * for await (const snippet of client.onSnippetCompleted({ language: 'PYTHON' })) console.log(snippet.fileName);
   */
  onSnippetCompleted(filter?: CompletedFilter, options?: ListenOptions): Events<Snippet>;
  /**
   * News of one snippet, some of them twice or out of order; `streamCode` makes code of them. Reconnects by itself.
   * @example
   * for await (const { status, sequence } of client.onSnippetProgress(id)) console.log(status, sequence);
   */
  onSnippetProgress(id: string, options?: ListenOptions): Events<SnippetProgress>;
  /**
   * Generates or refines code and gives it as it grows; the last update has the whole snippet, whichever way it ended. Lost
   * events and connections are made good. Aborting cancels the snippet; leaving the loop only stops watching.
   * @example
   * for await (const { code, snippet } of client.streamCode({ language: 'GO', instruction: 'fizzbuzz' })) {
   *   console.log(snippet ? snippet.status : `${code.length} characters so far`);
   * }
   */
  streamCode(request: GenerateRequest | RefineRequest, options?: StreamOptions): AsyncIterable<CodeUpdate>;
  /**
   * The code of a snippet that was asked for before, such as ahead of a reload: all that is there at once, and what follows as
   * it grows. It asks nothing of the model, and ends nothing when it is aborted or left. `NotFound` when there is no such snippet.
   * @example
   * for await (const { code } of client.watchSnippet(id)) console.log(code.length);
   */
  watchSnippet(id: string, options?: WatchOptions): AsyncIterable<CodeUpdate>;
  /** What the one connection is at that all subscriptions share. */
  readonly connection: Observable<ConnectionState>;
}

/**
 * A client of one API.
 * @param waits how long to wait for what
 * @example
 * import { createSnippetClient } from 'snipstream';
 *
 * const client = createSnippetClient({ url: 'http://127.0.0.1:4000/graphql', auth: { apiKey: 'da2-…' } });
 * console.log(await client.models());
 */
export function createSnippetClient(options: SnippetClientOptions, waits: Waits = defaultWaits): SnippetClient {
  const { auth, fetch = globalThis.fetch, WebSocket } = options;
  refuseWrongAuth(auth);
  const url = checkedUrl(options.url);
  const http = createHttp({ url, auth, fetch, waits });
  const calls = createCalls(http);
  const realtime = createRealtimeClient({ url, auth, WebSocket, waits });

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

  const watching = (id: string, signal: AbortSignal | undefined, onSnippet: WatchOptions['onSnippet']): Watching => ({
    id,
    waits,
    asked: http.asked,
    signal,
    onSnippet,
    listen: () => listenToProgress(id, signal),
    read: () => calls.snippet(id, { signal }),
  });

  return {
    ...calls,
    onSnippetCompleted: (filter = {}, { signal, onGap } = {}) =>
      createEvents(() => listenToCompleted(filter, signal), onGap),
    onSnippetProgress: (id, { signal, onGap } = {}) => createEvents(() => listenToProgress(id, signal), onGap),
    connection: realtime.connection,
    streamCode(request, { signal: cancelSignal, leave, onSnippet } = {}) {
      const id = request.options?.id ?? crypto.randomUUID();
      const options = { ...request.options, id, waitSeconds: 0 };
      return streamCode({
        ...watching(id, either(cancelSignal, leave), onSnippet),
        cancelSignal,
        ask: () =>
          'language' in request
            ? calls.generateCode({ ...request, options })
            : calls.refineSnippet({ ...request, options }),
        cancel: () => calls.cancelSnippet(id),
      });
    },
    watchSnippet: (id, { signal, onSnippet } = {}) => watchSnippet(watching(id, signal, onSnippet)),
  };
}

function either(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}
