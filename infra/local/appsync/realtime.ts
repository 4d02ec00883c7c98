import type { FrameError, ServerFrame } from '../../../client/protocol.ts';
import type { AuthRefusal } from './auth.ts';
import type { PreparedSubscription } from './execute.ts';
import type { Handshake } from './handshake.ts';
import { headersIn } from './handshake.ts';

/** One connection, as far as the protocol needs to remember it. */
export interface Connection {
  readonly phase: 'authenticating' | 'ready' | 'closed';
  /** Whether `connection_init` came before the connection was let in. */
  readonly initiated: boolean;
  /** Starts that came before the connection was let in. */
  readonly early: readonly Start[];
  /** Ids of subscriptions that are wanted, let in or not. */
  readonly operations: ReadonlySet<string>;
}

interface Start {
  readonly id: string;
  readonly payload: Record<string, unknown>;
}

export type Input =
  | { readonly kind: 'opened'; readonly handshake: Handshake }
  | { readonly kind: 'authenticated'; readonly refusal: AuthRefusal | null }
  | { readonly kind: 'frame'; readonly text: string }
  | { readonly kind: 'subscribed'; readonly id: string; readonly subscription: PreparedSubscription }
  | { readonly kind: 'refused'; readonly id: string; readonly errors: readonly unknown[] }
  | { readonly kind: 'keep-alive' };

export type Effect =
  | { readonly kind: 'send'; readonly frame: ServerFrame | MisshapenFrame }
  /** To be answered by the input `authenticated`. */
  | { readonly kind: 'authenticate'; readonly headers: Record<string, string> }
  /** To be answered by `subscribed` or `refused`. */
  | { readonly kind: 'subscribe'; readonly id: string; readonly data: string; readonly headers: Record<string, string> }
  | { readonly kind: 'add'; readonly id: string; readonly subscription: PreparedSubscription }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'close'; readonly code: number };

/** Limits are told with one error in place of the list, as recorded from AppSync. */
interface MisshapenFrame {
  readonly type: 'error';
  readonly id: string;
  readonly payload: { readonly errors: FrameError };
}

interface Step {
  readonly state: Connection;
  readonly effects: readonly Effect[];
}

export const newConnection: Connection = {
  phase: 'authenticating',
  initiated: false,
  early: [],
  operations: new Set(),
};

const MOST_SUBSCRIPTIONS = 100;
const CONNECTION_TIMEOUT_MS = 300_000;
const POLICY_VIOLATION = 1008;

const acknowledgement: Effect[] = [
  { kind: 'send', frame: { type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } } },
  { kind: 'send', frame: { type: 'ka' } },
];

/** The real-time protocol of AppSync, without a socket: what an input makes of a connection, and what is to be done. */
export function step(state: Connection, input: Input): Step {
  if (state.phase === 'closed') return { state, effects: [] };
  switch (input.kind) {
    case 'opened':
      return input.handshake.ok
        ? { state, effects: [{ kind: 'authenticate', headers: input.handshake.headers }] }
        : turnAway(state, input.handshake.error);
    case 'authenticated':
      return input.refusal ? turnAway(state, unauthorized(input.refusal)) : letIn(state);
    case 'frame':
      return receive(state, input.text);
    case 'subscribed':
      if (!state.operations.has(input.id)) return { state, effects: [] };
      return {
        state,
        effects: [
          { kind: 'add', id: input.id, subscription: input.subscription },
          { kind: 'send', frame: { type: 'start_ack', id: input.id } },
        ],
      };
    case 'refused':
      return { state: without(state, input.id), effects: [failed(input.errors as FrameError[], input.id)] };
    case 'keep-alive':
      return { state, effects: state.phase === 'ready' ? [{ kind: 'send', frame: { type: 'ka' } }] : [] };
  }
}

function turnAway(state: Connection, error: FrameError): Step {
  return {
    state: { ...state, phase: 'closed' },
    effects: [
      { kind: 'send', frame: { type: 'connection_error', payload: { errors: [error] } } },
      { kind: 'close', code: POLICY_VIOLATION },
    ],
  };
}

function unauthorized({ errorType, message, status }: AuthRefusal): FrameError {
  return { errorType, message, errorCode: status };
}

function letIn(state: Connection): Step {
  let ready: Connection = { ...state, phase: 'ready', early: [] };
  const effects: Effect[] = state.initiated ? [...acknowledgement] : [];
  for (const early of state.early) {
    const next = start(ready, early);
    ready = next.state;
    effects.push(...next.effects);
  }
  return { state: ready, effects };
}

function receive(state: Connection, text: string): Step {
  const { type, id, payload } = objectIn(text);
  if (type === 'connection_init') {
    if (state.phase === 'ready') return { state, effects: acknowledgement };
    return { state: { ...state, initiated: true }, effects: [] };
  }
  if (type === 'stop' && typeof id === 'string') return stop(state, id);
  if (type !== 'start' || typeof id !== 'string') return { state, effects: [unsupported()] };
  const started = { id, payload: recordOf(payload) };
  if (state.phase === 'ready') return start(state, started);
  return { state: { ...state, early: [...state.early, started] }, effects: [] };
}

function start(state: Connection, { id, payload }: Start): Step {
  const { data } = payload;
  if (typeof data !== 'string') return { state, effects: [unsupported(id)] };
  if (state.operations.has(id)) {
    return {
      state,
      effects: [failed([{ errorType: 'DuplicatedOperationError', message: `Duplicated operation with id ${id}` }], id)],
    };
  }
  if (state.operations.size >= MOST_SUBSCRIPTIONS) {
    const message = `Max number of ${MOST_SUBSCRIPTIONS} subscriptions reached`;
    const errors = { errorType: 'MaxSubscriptionsReachedError', message };
    return { state, effects: [{ kind: 'send', frame: { type: 'error', id, payload: { errors } } }] };
  }
  const headers = headersIn(recordOf(payload['extensions'])['authorization']);
  if (!headers) {
    return { state, effects: [failed([{ errorType: 'UnauthorizedException', message: 'Permission denied' }], id)] };
  }
  return {
    state: { ...state, operations: new Set([...state.operations, id]) },
    effects: [{ kind: 'subscribe', id, data, headers }],
  };
}

function stop(state: Connection, id: string): Step {
  if (!state.operations.has(id)) {
    return { state: { ...state, early: state.early.filter((started) => started.id !== id) }, effects: [] };
  }
  return {
    state: without(state, id),
    effects: [
      { kind: 'remove', id },
      { kind: 'send', frame: { type: 'complete', id } },
    ],
  };
}

function without(state: Connection, id: string): Connection {
  return { ...state, operations: new Set([...state.operations].filter((other) => other !== id)) };
}

function failed(errors: readonly FrameError[], id?: string): Effect {
  return { kind: 'send', frame: { type: 'error', payload: { errors }, ...(id === undefined ? {} : { id }) } };
}

function unsupported(id?: string): Effect {
  return failed(
    [{ errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' }],
    id,
  );
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
