import type { Auth } from '../client-auth.ts';
import { errorContextAt, realtimeHeader } from '../client-auth.ts';
import type { ErrorContext } from '../client-errors.ts';
import { errorOf, NetworkError, UnauthorizedError } from '../client-errors.ts';
import type { ClientFrame, FrameError, ServerFrame } from '../../schema/wire/realtime-frames.ts';
import { readServerFrame } from '../../schema/wire/realtime-frames.ts';
import { realtimeUrl } from './realtime-url.ts';
import type { Waits } from '../wait-and-retry-times.ts';
import type { WebSocketConstructor } from './web-socket.ts';
import { platformWebSocket } from './web-socket.ts';

/** An acknowledged connection. */
export interface Connection {
  send(frame: ClientFrame): void;
  close(reason?: unknown): void;
  /** Resolves when it is closed, by whomever, or went silent: with the reason, undefined if it was closed without one. */
  readonly closed: Promise<unknown>;
}

export interface ConnectionOptions {
  /** The HTTP endpoint. */
  readonly api: URL;
  readonly auth: Auth;
  /** Left out: the platform's. */
  readonly WebSocket: WebSocketConstructor | undefined;
  readonly waits: Waits;
  readonly onFrame: (frame: ServerFrame) => void;
}

/** Stands for the operation in errors that concern the connection. */
const OPERATION = 'subscribe';

/**
 * Opens a connection (AppSync Developer Guide, "Building a real-time WebSocket client").
 * @throws UnauthorizedError, RefusedError the API does not want it
 * @throws NetworkError it could not be opened, or was not acknowledged in time
 */
export async function connect({ api, auth, WebSocket, waits, onFrame }: ConnectionOptions): Promise<Connection> {
  const asked = errorContextAt(api, auth)(OPERATION);
  const signed = new URL(api);
  signed.pathname = `${api.pathname.replace(/\/$/, '')}/connect`;
  const header = base64Url(JSON.stringify(await realtimeHeader(auth, signed, '{}')));
  const Socket = WebSocket ?? (await platformWebSocket());
  const socket = new Socket(realtimeUrl(api).href, ['graphql-ws', `header-${header}`]);

  return new Promise((resolve, reject) => {
    let settle: (reason: unknown) => void = () => undefined;
    const closed = new Promise<unknown>((done) => (settle = done));
    let ended = false;
    const end = (reason: unknown): void => {
      ended = true;
      clearTimeout(timer);
      settle(reason);
      reject(reason);
      socket.close(1000);
    };
    const expect = (milliseconds: number) =>
      setTimeout(() => end(new NetworkError(asked, new Error(`no frame for ${milliseconds} ms`))), milliseconds);

    let quiet = waits.acknowledgement;
    let timer = expect(quiet);
    const send = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));

    socket.addEventListener('open', () => send({ type: 'connection_init' }));
    socket.addEventListener('error', ({ error }) => end(new NetworkError(asked, error)));
    socket.addEventListener('close', () => end(new NetworkError(asked, new Error('the connection was closed'))));
    socket.addEventListener('message', ({ data }) => {
      if (ended) return;
      const frame = readServerFrame(String(data));
      if (frame?.type === 'connection_error') return end(refusal(asked, frame.payload.errors[0]));
      if (frame?.type === 'connection_ack') {
        quiet = Math.min(waits.keepAlive, frame.payload.connectionTimeoutMs);
        resolve({ send, closed, close: end });
      }
      clearTimeout(timer);
      timer = expect(quiet);
      if (frame) onFrame(frame);
    });
  });
}

function refusal(asked: ErrorContext, error: FrameError | undefined): Error {
  const code = error?.errorCode;
  if (code === 401 || code === 403) return new UnauthorizedError(asked, error?.message ?? `errorCode ${code}`);
  return error ? errorOf(asked, error) : new NetworkError(asked, new Error('connection_error'));
}

function base64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
