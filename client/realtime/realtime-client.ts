import type { Auth } from '../client-auth.ts';
import { errorContextAt, realtimeHeader } from '../client-auth.ts';
import type { Connection } from './connection.ts';
import { connect } from './connection.ts';
import { errorOf, isTransient, NetworkError } from '../client-errors.ts';
import type { Observable } from '../observable.ts';
import { createCell } from '../observable.ts';
import { onAttention } from '../on-attention.ts';
import type { Mailbox } from './mailbox.ts';
import { createMailbox } from './mailbox.ts';
import type { TypedDocumentString } from '../operations/operations.generated.ts';
import type { ServerFrame } from '../../schema/wire/realtime-frames.ts';
import type { Waits } from '../wait-and-retry-times.ts';
import { backOff } from '../wait-and-retry-times.ts';
import type { WebSocketConstructor } from './web-socket.ts';

/** How often it tries to connect before a subscription that never stood is given up. One that stood is kept for ever. */
const TRIES = 4;

/** What a listener is told: that it listens from here on, and may have missed what was before; or an event. */
export type Notice<Value> = { readonly type: 'listening' } | { readonly type: 'event'; readonly value: Value };

/** A subscription. The first notice is `listening`. */
export interface Listening<Value> {
  /** Undefined when it was stopped or the API ended it. Rejects when it is refused, or aborted. */
  next(): Promise<Notice<Value> | undefined>;
  stop(): void;
}

/** What to subscribe to: one root field. */
export interface Topic<Result, Variables, Field extends keyof Result & string> {
  readonly field: Field;
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
  readonly signal: AbortSignal | undefined;
}

/**
 * What the connection is at: `idle` without a subscription, `connecting` until it is acknowledged for the first time, `open`,
 * and `lost` after it was closed or could not be opened, while the client tries again.
 */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'lost';

/** All subscriptions of a client, over one connection that is there while there is a subscription. */
export interface RealtimeClient {
  readonly connection: Observable<ConnectionState>;
  listen<Result, Variables extends object, Field extends keyof Result & string>(
    topic: Topic<Result, Variables, Field>,
  ): Listening<NonNullable<Result[Field]>>;
}

export interface RealtimeClientOptions {
  readonly url: URL;
  readonly auth: Auth;
  readonly WebSocket: WebSocketConstructor | undefined;
  readonly waits: Waits;
}

interface Subscription {
  readonly id: string;
  readonly field: string;
  /** What AppSync calls `data`: query and variables as text. */
  readonly text: string;
  readonly mailbox: Mailbox<Notice<unknown>>;
  /** Whether the API ever confirmed it. */
  confirmed: boolean;
  /** Runs while a confirmation is due. */
  timer?: ReturnType<typeof setTimeout> | undefined;
}

/** The time from the first subscription to the end of the last. */
interface Session {
  readonly over: AbortController;
  connection?: Connection | undefined;
  /** Attempts that came to nothing since the API last confirmed a subscription. */
  failures: number;
}

export function createRealtimeClient({ url, auth, WebSocket, waits }: RealtimeClientOptions): RealtimeClient {
  const subscriptions = new Map<string, Subscription>();
  const asked = errorContextAt(url, auth);
  const state = createCell<ConnectionState>('idle');
  let session: Session | undefined;

  async function keepConnected(session: Session): Promise<void> {
    const { signal } = session.over;
    while (!signal.aborted) {
      try {
        const onFrame = (frame: ServerFrame): void => receive(session, frame);
        const connection = await connect({ api: url, auth, WebSocket, waits, onFrame });
        if (signal.aborted) return connection.close();
        session.connection = connection;
        for (const subscription of subscriptions.values()) void start(connection, subscription);
        state.set('open');
        throw await connection.closed;
      } catch (error) {
        if (signal.aborted) return;
        session.connection = undefined;
        session.failures++;
        state.set('lost');
        for (const subscription of subscriptions.values()) {
          const hopeless = !subscription.confirmed && session.failures >= TRIES;
          if (hopeless || !isTransient(error)) finish(subscription, error);
        }
      }
      await untilNextAttempt(session);
    }
  }

  /** Waits longer after each failure, but no longer than until there is a network again or the user comes back. */
  async function untilNextAttempt({ over, failures }: Session): Promise<void> {
    const attention = new AbortController();
    const signal = AbortSignal.any([over.signal, attention.signal]);
    onAttention(() => attention.abort(), signal);
    await backOff(waits, failures - 1, signal).catch(() => undefined);
    attention.abort();
  }

  async function start(connection: Connection, subscription: Subscription): Promise<void> {
    const { id, text } = subscription;
    try {
      const authorization = await realtimeHeader(auth, url, text);
      if (session?.connection !== connection || !subscriptions.has(id)) return;
      connection.send({ type: 'start', id, payload: { data: text, extensions: { authorization } } });
      clearTimeout(subscription.timer);
      const late = new NetworkError(asked(subscription.field), new Error('the subscription was not confirmed'));
      subscription.timer = setTimeout(() => connection.close(late), waits.acknowledgement);
    } catch (error) {
      finish(subscription, error);
    }
  }

  function receive(session: Session, frame: ServerFrame): void {
    const subscription = 'id' in frame && frame.id ? subscriptions.get(frame.id) : undefined;
    if (!subscription) return;
    const { mailbox, field } = subscription;
    switch (frame.type) {
      case 'start_ack':
        clearTimeout(subscription.timer);
        mailbox.put({ type: 'listening' });
        subscription.confirmed = true;
        session.failures = 0;
        return;
      case 'data': {
        const value = frame.payload.data?.[field] ?? undefined;
        return mailbox.put(value === undefined ? { type: 'listening' } : { type: 'event', value });
      }
      case 'error':
        return finish(subscription, errorOf(asked(field), frame.payload.errors[0] ?? {}));
      case 'complete':
        return finish(subscription);
    }
  }

  function finish(subscription: Subscription, ...errors: [] | [unknown]): void {
    if (!subscriptions.delete(subscription.id)) return;
    clearTimeout(subscription.timer);
    subscription.mailbox.close(...errors);
    session?.connection?.send({ type: 'stop', id: subscription.id });
    if (subscriptions.size > 0) return;
    session?.over.abort();
    session?.connection?.close();
    session = undefined;
    state.set('idle');
  }

  return {
    connection: state,
    listen({ field, document, variables, signal }) {
      const subscription: Subscription = {
        id: crypto.randomUUID(),
        field,
        text: JSON.stringify({ query: String(document), variables }),
        mailbox: createMailbox(),
        confirmed: false,
      };
      const onAbort = (): void => finish(subscription, signal?.reason);
      subscriptions.set(subscription.id, subscription);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (!session) {
        session = { over: new AbortController(), failures: 0 };
        state.set('connecting');
        void keepConnected(session);
      } else if (session.connection) {
        void start(session.connection, subscription);
      }
      if (signal?.aborted) onAbort();
      return {
        next: () => subscription.mailbox.take() as Promise<Notice<never> | undefined>,
        stop() {
          signal?.removeEventListener('abort', onAbort);
          finish(subscription);
        },
      };
    },
  };
}
