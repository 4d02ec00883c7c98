/** The part of the standard WebSocket that is used. */
export interface WebSocketLike {
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'error', listener: (event: { error?: unknown }) => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** A standard WebSocket: the platform's, `ws`, or another. */
export type WebSocketConstructor = new (url: string, protocols: string[]) => WebSocketLike;

/** The platform's own, which browsers have and Node from 22 on; else that of the package `ws`. */
export async function platformWebSocket(): Promise<WebSocketConstructor> {
  const own = (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket;
  return own ?? (await import('ws')).WebSocket;
}
