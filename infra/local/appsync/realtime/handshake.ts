import type { FrameError } from '../../../../schema/wire/realtime-frames.ts';

/** The result of an upgrade request: the caller's authorization, or the reason why the request cannot be understood. */
export type Handshake =
  | {
      readonly ok: true;
      /** In place of HTTP headers, names in lower case. */ readonly headers: Record<string, string>;
    }
  | { readonly ok: false; readonly error: FrameError };

export const PROTOCOL = 'graphql-ws';
const HEADER_PROTOCOL = 'header-';

/**
 * Reads a handshake in each of AppSync's three forms: a second subprotocol `header-<base64url>`, a query parameter
 * `header=<base64>`, or plain HTTP headers (AppSync Developer Guide, "Building a real-time WebSocket client").
 */
export function readHandshake(url: string, protocols: readonly string[], headers: Record<string, string>): Handshake {
  if (protocols.length === 0) return refused('NoProtocolError');
  if (!protocols.includes(PROTOCOL)) return refused('SubProtocolNotSupportedError');
  const encoded =
    protocols.find((protocol) => protocol.startsWith(HEADER_PROTOCOL))?.slice(HEADER_PROTOCOL.length) ??
    new URLSearchParams(url.split('?')[1] ?? '').get('header');
  if (encoded === null || encoded === undefined) return { ok: true, headers };
  const decoded = decode(encoded);
  return decoded
    ? { ok: true, headers: decoded }
    : { ok: false, error: { errorType: 'BadRequestException', errorCode: 400 } };
}

/** Converts header names to lower case. */
export function lowerCased(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries.map(([name, text]) => [name.toLowerCase(), text]));
}

/** Base64 or base64url, padded or not; a `+` may have become a space in a query. */
function decode(encoded: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded.replaceAll(' ', '+'), 'base64').toString());
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return lowerCased(value as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

function refused(message: string): Handshake {
  return { ok: false, error: { message, errorCode: 400 } };
}
