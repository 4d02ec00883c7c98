/** An entry of `errors`, as AppSync sends them over the WebSocket. */
export interface FrameError {
  readonly errorType?: string;
  readonly message?: string;
  /** 400, 401 or 403 in a `connection_error`: trying again does not help. */
  readonly errorCode?: number;
}

/** What a client says (AppSync Developer Guide, "Building a real-time WebSocket client"). */
export type ClientFrame =
  | { readonly type: 'connection_init' }
  | {
      readonly type: 'start';
      readonly id: string;
      readonly payload: {
        /** JSON of `{ query, variables }`. */
        readonly data: string;
        readonly extensions: { readonly authorization: Readonly<Record<string, string>> };
      };
    }
  | { readonly type: 'stop'; readonly id: string };

/** What the API says. */
export type ServerFrame =
  | { readonly type: 'connection_ack'; readonly payload: { readonly connectionTimeoutMs: number } }
  | { readonly type: 'connection_error'; readonly payload: { readonly errors: readonly FrameError[] } }
  | { readonly type: 'ka' }
  | { readonly type: 'start_ack'; readonly id: string }
  | {
      readonly type: 'data';
      readonly id: string;
      readonly payload: {
        readonly data?: Readonly<Record<string, unknown>> | null;
        readonly errors?: readonly FrameError[];
      };
    }
  | { readonly type: 'error'; readonly id?: string; readonly payload: { readonly errors: readonly FrameError[] } }
  | { readonly type: 'complete'; readonly id: string };

/** The frame in a message of the API; undefined when it is none. A single error in place of a list becomes a list. */
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

function list(errors: unknown): FrameError[] {
  if (errors === undefined || errors === null) return [];
  return (Array.isArray(errors) ? errors : [errors]).map(record);
}
