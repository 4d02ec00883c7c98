import { describe, expect, it } from 'vitest';
import { readClientFrame, readServerFrame } from '../../../schema/wire/realtime-frames.ts';

const nothing = ['', 'hello', 'null', '7', '[]', '{}', '"ka"', '{"type":null}', '{"type":"subscribe","id":"a"}'];

describe('a frame of a client', () => {
  const start = (payload: unknown) => JSON.stringify({ type: 'start', id: 'a', payload });
  const read = (authorization: Record<string, string>) => ({
    type: 'start',
    id: 'a',
    payload: { data: '{}', extensions: { authorization } },
  });

  it.each<[string, string, unknown]>([
    ['connection_init', '{"type":"connection_init","payload":{}}', { type: 'connection_init' }],
    ['stop', '{"type":"stop","id":"a","more":1}', { type: 'stop', id: 'a' }],
    ['start', start({ data: '{}', extensions: { authorization: { host: 'h', n: 1 } } }), read({ host: 'h' })],
    ['start without authorization', start({ data: '{}' }), read({})],
    ['start with a list for authorization', start({ data: '{}', extensions: { authorization: ['x'] } }), read({})],
  ])('is read: %s', (_what, text, frame) => {
    expect(readClientFrame(text)).toEqual(frame);
  });

  it.each([
    ...nothing,
    '{"type":"stop"}',
    '{"type":"start","id":7,"payload":{"data":""}}',
    start({ query: '' }),
    start(null),
  ])('is none: %s', (text) => {
    expect(readClientFrame(text)).toBeUndefined();
  });
});

describe('a frame of the API', () => {
  it.each<[string, unknown]>([
    ['{"type":"ka"}', { type: 'ka' }],
    ['{"type":"connection_ack"}', { type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } }],
    [
      '{"type":"connection_ack","payload":{"connectionTimeoutMs":5}}',
      { type: 'connection_ack', payload: { connectionTimeoutMs: 5 } },
    ],
    ['{"type":"start_ack","id":"a","payload":null}', { type: 'start_ack', id: 'a' }],
    ['{"type":"complete","id":"a"}', { type: 'complete', id: 'a' }],
    [
      '{"type":"error","id":"a","payload":{"errors":{"errorType":"MaxSubscriptionsReachedError"}}}',
      { type: 'error', id: 'a', payload: { errors: [{ errorType: 'MaxSubscriptionsReachedError' }] } },
    ],
    ['{"type":"error"}', { type: 'error', payload: { errors: [] } }],
    [
      '{"type":"connection_error","payload":{"errors":[{"errorCode":401},null]}}',
      { type: 'connection_error', payload: { errors: [{ errorCode: 401 }, {}] } },
    ],
    [
      '{"type":"data","id":"a","payload":{"data":{"onPut":{}}}}',
      { type: 'data', id: 'a', payload: { data: { onPut: {} }, errors: [] } },
    ],
  ])('is read: %s', (text, frame) => {
    expect(readServerFrame(text)).toEqual(frame);
  });

  it.each([...nothing, '{"type":"data","payload":{"data":{}}}', '{"type":"start_ack"}'])('is none: %s', (text) => {
    expect(readServerFrame(text)).toBeUndefined();
  });
});
