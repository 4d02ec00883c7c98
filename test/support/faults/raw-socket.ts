import { WebSocket } from 'ws';

export type Frame = Record<string, unknown> & { type: string; id?: string };

/** A WebSocket of a test that speaks frames by hand. */
export interface RawSocket {
  readonly socket: WebSocket;
  /** Every frame that came. */
  readonly frames: Frame[];
  send(frame: unknown): void;
  /** The first frame, of those that came and those to come, that fits. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>;
  /** Resolves with the code when the connection is over. */
  readonly closed: Promise<number>;
}

export async function openSocket(
  url: string,
  protocols: string[],
  headers: Record<string, string> = {},
): Promise<RawSocket> {
  const socket = new WebSocket(url, protocols, { headers });
  const frames: Frame[] = [];
  const waiters: (() => void)[] = [];
  socket.on('message', (text) => {
    frames.push(JSON.parse(String(text)));
    for (const waiter of waiters.splice(0)) waiter();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    async frame(fits) {
      for (;;) {
        const found = frames.find(fits);
        if (found) return found;
        await new Promise<void>((resolve) => waiters.push(resolve));
      }
    },
  };
}

/** `header-…`, as clients of today say who they are. */
export function headerProtocol(headers: Record<string, string>): string {
  return `header-${Buffer.from(JSON.stringify(headers)).toString('base64url')}`;
}

export function startFrame(id: string, authorization: Record<string, string>, query: string, variables = {}): Frame {
  const data = JSON.stringify({ query, variables });
  return { type: 'start', id, payload: { data, extensions: { authorization } } };
}

/** Fits a frame of this type, and of this id when one is given. */
export const isType =
  (type: string, id?: string) =>
  (frame: Frame): boolean =>
    frame.type === type && (id === undefined || frame.id === id);
