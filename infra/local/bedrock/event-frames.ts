import { EventStreamCodec } from '@smithy/core/event-streams';
import type { BedrockException } from './models/local-model.ts';

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString(),
  (text) => Buffer.from(text),
);

/** Exceptions that ConverseStream may raise within its stream; any other is told as an error of the stream. */
const withinStream = new Set<BedrockException>([
  'InternalServerException',
  'ModelStreamErrorException',
  'ServiceUnavailableException',
  'ThrottlingException',
  'ValidationException',
]);

/** One event of a response stream, e.g. `contentBlockDelta`, as it goes over the wire (application/vnd.amazon.eventstream). */
export function eventFrame(type: string, payload: object): Uint8Array {
  return frame({ ':message-type': 'event', ':event-type': type }, payload);
}

/** The exception that ends a response stream. */
export function exceptionFrame(exception: BedrockException, message: string): Uint8Array {
  const name = withinStream.has(exception) ? exception : 'ModelStreamErrorException';
  const type = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return frame({ ':message-type': 'exception', ':exception-type': type }, { message });
}

function frame(names: Record<string, string>, payload: object): Uint8Array {
  const all = Object.entries({ ...names, ':content-type': 'application/json' });
  return codec.encode({
    headers: Object.fromEntries(all.map(([name, value]) => [name, { type: 'string', value }])),
    body: Buffer.from(JSON.stringify(payload)),
  });
}
