/** An entry of `errors`, as AppSync sends them over the WebSocket. */
export interface FrameError {
  readonly errorType?: string;
  readonly message?: string;
  /** 400, 401 or 403 in a `connection_error`: trying again does not help. */
  readonly errorCode?: number;
}

export interface ConnectionInitFrame {
  readonly type: 'connection_init';
}

export interface StartFrame {
  readonly type: 'start';
  readonly id: string;
  readonly payload: {
    /** JSON of `{ query, variables }`. */
    readonly data: string;
    /** The authorization takes the place of HTTP headers. */
    readonly extensions: { readonly authorization: Readonly<Record<string, string>> };
  };
}

export interface StopFrame {
  readonly type: 'stop';
  readonly id: string;
}

/** The frames that a client sends (AppSync Developer Guide, "Building a real-time WebSocket client"). */
export type ClientFrame = ConnectionInitFrame | StartFrame | StopFrame;

export interface ConnectionAckFrame {
  readonly type: 'connection_ack';
  /** If no frame arrives for this long, the client must treat the connection as lost. */
  readonly payload: { readonly connectionTimeoutMs: number };
}

/** AppSync closes the connection after this frame. */
export interface ConnectionErrorFrame {
  readonly type: 'connection_error';
  readonly payload: { readonly errors: readonly FrameError[] };
}

export interface KeepAliveFrame {
  readonly type: 'ka';
}

export interface StartAckFrame {
  readonly type: 'start_ack';
  readonly id: string;
}

export interface DataFrame {
  readonly type: 'data';
  readonly id: string;
  readonly payload: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly FrameError[];
  };
}

/** Ends the subscription with this id. Without an id it reports that a message could not be parsed as a frame. */
export interface ErrorFrame {
  readonly type: 'error';
  readonly id?: string;
  readonly payload: { readonly errors: readonly FrameError[] };
}

/** Confirms a `stop` frame. */
export interface CompleteFrame {
  readonly type: 'complete';
  readonly id: string;
}

/** The frames that the API sends. */
export type ServerFrame =
  ConnectionAckFrame | ConnectionErrorFrame | KeepAliveFrame | StartAckFrame | DataFrame | ErrorFrame | CompleteFrame;

/**
 * Parses a message of a client. It never throws.
 * @returns the frame, or undefined if the message is not a frame. A `start` that lacks `authorization` is returned
 * with an empty object.
 */
export function readClientFrame(text: string): ClientFrame | undefined {
  const { type, id, payload } = record(parse(text));
  if (type === 'connection_init') return { type };
  if (typeof id !== 'string') return undefined;
  if (type === 'stop') return { type, id };
  const { data, extensions } = record(payload);
  if (type !== 'start' || typeof data !== 'string') return undefined;
  return { type, id, payload: { data, extensions: { authorization: texts(record(extensions)['authorization']) } } };
}

/**
 * Parses a message of the API. It never throws, and returns undefined if the message is not a frame. A single error in
 * place of a list becomes a list.
 */
export function readServerFrame(text: string): ServerFrame | undefined {
  const { type, id, payload } = record(parse(text));
  const { data, errors, connectionTimeoutMs } = record(payload);
  switch (type) {
    case 'ka':
      return { type };
    case 'connection_ack':
      return {
        type,
        payload: { connectionTimeoutMs: typeof connectionTimeoutMs === 'number' ? connectionTimeoutMs : 300_000 },
      };
    case 'connection_error':
      return { type, payload: { errors: list(errors) } };
    case 'error':
      return { type, payload: { errors: list(errors) }, ...(typeof id === 'string' ? { id } : {}) };
    case 'start_ack':
    case 'complete':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'data':
      return typeof id === 'string' ? { type, id, payload: { data: record(data), errors: list(errors) } } : undefined;
    default:
      return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function texts(value: unknown): Record<string, string> {
  if (Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function list(errors: unknown): FrameError[] {
  if (errors === undefined || errors === null) return [];
  return (Array.isArray(errors) ? errors : [errors]).map(record);
}
