import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';
import type { FrameError, ServerFrame, StartFrame } from '../../../../schema/wire/realtime-frames.ts';
import { readClientFrame } from '../../../../schema/wire/realtime-frames.ts';
import type { AuthRefusal } from '../access/authenticate.ts';
import type { PreparedSubscription } from '../execution/appsync-api.ts';
import type { Handshake } from './handshake.ts';
import { lowerCased } from './handshake.ts';

/** One connection, as far as the protocol needs to remember it. */
export interface Connection {
  readonly phase: 'authenticating' | 'ready' | 'closed';
  /** Whether `connection_init` came before the connection was let in. */
  readonly initiated: boolean;
  /** Starts that came before the connection was let in. */
  readonly early: readonly StartFrame[];
  /** Ids of subscriptions that are wanted, let in or not, each with the number of its start. */
  readonly operations: ReadonlyMap<string, number>;
  /** How many starts were looked into. */
  readonly starts: number;
  /** How many are being looked into, also those that were stopped meanwhile. */
  readonly pending: number;
  /** How many keep-alives in a row found no subscription. */
  readonly idle: number;
}

export type Input =
  | { readonly kind: 'opened'; readonly handshake: Handshake }
  | { readonly kind: 'authenticated'; readonly refusal: AuthRefusal | null }
  | { readonly kind: 'frame'; readonly text: string }
  | {
      readonly kind: 'subscribed';
      readonly id: string;
      readonly start: number;
      readonly subscription: PreparedSubscription;
    }
  | { readonly kind: 'refused'; readonly id: string; readonly start: number; readonly errors: readonly unknown[] }
  | { readonly kind: 'keep-alive' };

export type Effect =
  | { readonly kind: 'send'; readonly frame: ServerFrame | MisshapenFrame }
  /** To be answered by the input `authenticated`. */
  | { readonly kind: 'authenticate'; readonly headers: Record<string, string> }
  /** To be answered by `subscribed` or `refused`, with its id and the number of its start: the id may be used again. */
  | {
      readonly kind: 'subscribe';
      readonly id: string;
      readonly start: number;
      readonly data: string;
      readonly headers: Record<string, string>;
    }
  | { readonly kind: 'add'; readonly id: string; readonly subscription: PreparedSubscription }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'close'; readonly code: number };

/** Limits are told with one error in place of the list, as recorded from AppSync. */
interface MisshapenFrame {
  readonly type: 'error';
  readonly id?: string;
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
  operations: new Map(),
  starts: 0,
  pending: 0,
  idle: 0,
};

const MOST_SUBSCRIPTIONS = 100;
const POLICY_VIOLATION = 1008;
const NORMAL_CLOSURE = 1000;
/** Starts of one connection that are looked into at once. */
const MOST_PENDING = 100;
/** Keep-alives, one a minute, after which a connection without a subscription is closed. */
const MOST_IDLE = 10;

/** Says AppSync also of a start with `payload.query` in place of `payload.data`, and names no id. */
const unsupported = failed([
  { errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' },
]);

/** Seen without an id. */
const tooFast: Effect = {
  kind: 'send',
  frame: { type: 'error', payload: { errors: { errorType: 'LimitExceededError', message: 'Rate limit exceeded' } } },
};

const acknowledgement: Effect[] = [
  { kind: 'send', frame: { type: 'connection_ack', payload: { connectionTimeoutMs: appSync.connectionTimeoutMs } } },
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
    case 'subscribed': {
      const next = { ...state, pending: state.pending - 1 };
      if (state.operations.get(input.id) !== input.start) return { state: next, effects: [] };
      return {
        state: next,
        effects: [
          { kind: 'add', id: input.id, subscription: input.subscription },
          { kind: 'send', frame: { type: 'start_ack', id: input.id } },
        ],
      };
    }
    case 'refused': {
      const next = { ...state, pending: state.pending - 1 };
      if (state.operations.get(input.id) !== input.start) return { state: next, effects: [] };
      return { state: without(next, input.id), effects: [failed(input.errors.map(frameError), input.id)] };
    }
    case 'keep-alive':
      return keepAlive(state);
  }
}

/** Ends a connection that has asked for nothing by its first keep-alive, and one that has been without a subscription for long. */
function keepAlive(state: Connection): Step {
  const idle = state.operations.size === 0 ? state.idle + 1 : 0;
  const hasSpoken = state.phase === 'ready' && (state.initiated || state.starts > 0);
  if (hasSpoken && idle < MOST_IDLE) {
    return { state: { ...state, idle }, effects: [{ kind: 'send', frame: { type: 'ka' } }] };
  }
  const code = hasSpoken ? NORMAL_CLOSURE : POLICY_VIOLATION;
  return { state: { ...state, phase: 'closed' }, effects: [{ kind: 'close', code }] };
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
  const frame = readClientFrame(text);
  switch (frame?.type) {
    case undefined:
      return { state, effects: [unsupported] };
    case 'connection_init':
      return { state: { ...state, initiated: true }, effects: state.phase === 'ready' ? acknowledgement : [] };
    case 'stop':
      return stop(state, frame.id);
    case 'start':
      if (state.phase === 'ready') return start(state, frame);
      if (state.early.length >= MOST_SUBSCRIPTIONS) return { state, effects: [tooMany(frame.id)] };
      return { state: { ...state, early: [...state.early, frame] }, effects: [] };
  }
}

function start(state: Connection, { id, payload }: StartFrame): Step {
  if (state.operations.has(id)) {
    return {
      state,
      effects: [failed([{ errorType: 'DuplicatedOperationError', message: `Duplicated operation with id ${id}` }], id)],
    };
  }
  if (state.operations.size >= MOST_SUBSCRIPTIONS) return { state, effects: [tooMany(id)] };
  if (state.pending >= MOST_PENDING) return { state, effects: [tooFast] };
  const { authorization } = payload.extensions;
  if (Object.keys(authorization).length === 0) {
    return { state, effects: [failed([{ errorType: 'UnauthorizedException', message: 'Permission denied' }], id)] };
  }
  const starts = state.starts + 1;
  return {
    state: { ...state, starts, pending: state.pending + 1, operations: new Map([...state.operations, [id, starts]]) },
    effects: [{ kind: 'subscribe', id, start: starts, data: payload.data, headers: lowerCased(authorization) }],
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
  return { ...state, operations: new Map([...state.operations].filter(([other]) => other !== id)) };
}

function tooMany(id: string): Effect {
  const message = `Max number of ${MOST_SUBSCRIPTIONS} subscriptions reached`;
  const errors = { errorType: 'MaxSubscriptionsReachedError', message };
  return { kind: 'send', frame: { type: 'error', id, payload: { errors } } };
}

function failed(errors: readonly FrameError[], id?: string): Effect {
  return { kind: 'send', frame: { type: 'error', payload: { errors }, ...(id === undefined ? {} : { id }) } };
}

/** Of an entry of `errors` as HTTP knows it, what AppSync says over the WebSocket: no path, no locations. */
function frameError(entry: unknown): FrameError {
  const { errorType, message } = (entry ?? {}) as { errorType?: unknown; message?: unknown };
  return {
    ...(typeof errorType === 'string' ? { errorType } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}
