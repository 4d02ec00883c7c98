import { describe, expect, it } from 'vitest';
import { readHandshake } from '../../../../../infra/local/appsync/realtime/handshake.ts';
import type { Connection, Effect, Input } from '../../../../../infra/local/appsync/realtime/realtime-protocol.ts';
import { newConnection, step } from '../../../../../infra/local/appsync/realtime/realtime-protocol.ts';

const key = { 'x-api-key': 'da2-key' };
const subscription = { field: 'onPut', args: {}, filter: null, groupKey: '', render: () => ({ data: {} }) };
const frame = (value: unknown): Input => ({ kind: 'frame', text: JSON.stringify(value) });
const init = frame({ type: 'connection_init' });
const letIn: Input = { kind: 'authenticated', refusal: null };
const start = (id: string, payload: unknown = { data: '{}', extensions: { authorization: key } }): Input =>
  frame({ type: 'start', id, payload });
const stop = (id: string): Input => frame({ type: 'stop', id });
const subscribed = (id: string, start = 1): Input => ({ kind: 'subscribed', id, start, subscription });
const refused = (id: string, errors: unknown[], start = 1): Input => ({ kind: 'refused', id, start, errors });

const send = (value: unknown) => ({ kind: 'send', frame: value });
const ack = send({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
const ka = send({ type: 'ka' });
const subscribe = (id: string, start = 1) => ({ kind: 'subscribe', id, start, data: '{}', headers: key });
const started = (id: string) => [{ kind: 'add', id, subscription }, send({ type: 'start_ack', id })];
const error = (errors: unknown, id?: string) => send({ type: 'error', payload: { errors }, ...(id ? { id } : {}) });
const unsupported = [
  { errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' },
];

const keepAlive: Input = { kind: 'keep-alive' };
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** What is done upon each of the inputs, one after the other. */
function effectsOf(...inputs: Input[]): Effect[][] {
  let state: Connection = newConnection;
  return inputs.map((input) => {
    const next = step(state, input);
    state = next.state;
    return [...next.effects];
  });
}

describe('a connection', () => {
  it.each<[string, Input[], unknown[][]]>([
    [
      'is checked when it opens',
      [{ kind: 'opened', handshake: { ok: true, headers: key } }],
      [[{ kind: 'authenticate', headers: key }]],
    ],
    ['is acknowledged when it is let in after its init', [init, letIn], [[], [ack, ka]]],
    ['is acknowledged when its init comes after it was let in', [letIn, init], [[], [ack, ka]]],
    [
      'is turned away with the reason',
      [
        { kind: 'authenticated', refusal: { status: 401, errorType: 'UnauthorizedException', message: 'No.' } },
        init,
        start('a'),
      ],
      [
        [
          send({
            type: 'connection_error',
            payload: { errors: [{ errorType: 'UnauthorizedException', message: 'No.', errorCode: 401 }] },
          }),
          { kind: 'close', code: 1008 },
        ],
        [],
        [],
      ],
    ],
    [
      'is turned away when its handshake cannot be read',
      [{ kind: 'opened', handshake: { ok: false, error: { message: 'NoProtocolError', errorCode: 400 } } }],
      [
        [
          send({ type: 'connection_error', payload: { errors: [{ message: 'NoProtocolError', errorCode: 400 }] } }),
          { kind: 'close', code: 1008 },
        ],
      ],
    ],
    [
      'serves a start that came before the ack after it',
      [init, start('a'), letIn, subscribed('a')],
      [[], [], [ack, ka, subscribe('a')], started('a')],
    ],
    [
      'serves a start without connection_init',
      [letIn, start('a'), subscribed('a')],
      [[], [subscribe('a')], started('a')],
    ],
    ['forgets a start that was stopped before it was let in', [start('a'), stop('a'), letIn], [[], [], []]],
    ['is kept alive once it was let in', [letIn, init, keepAlive, keepAlive], [[], [ack, ka], [ka], [ka]]],
    ['is closed when it is not let in by its first keep-alive', [keepAlive], [[{ kind: 'close', code: 1008 }]]],
    ['is closed when it has asked for nothing by then', [letIn, keepAlive], [[], [{ kind: 'close', code: 1008 }]]],
    [
      'is closed by the tenth keep-alive in a row without a subscription',
      [letIn, init, ...times(9, keepAlive), start('a'), keepAlive, stop('a'), ...times(10, keepAlive), keepAlive],
      [
        ...[[], [ack, ka], ...times(9, [ka]), [subscribe('a')], [ka]],
        ...[[{ kind: 'remove', id: 'a' }, send({ type: 'complete', id: 'a' })], ...times(9, [ka])],
        ...[[{ kind: 'close', code: 1000 }], []],
      ],
    ],
  ])('%s', (_what, inputs, effects) => {
    expect(effectsOf(...inputs)).toEqual(effects);
  });
});

describe('a subscription on a connection', () => {
  const ready = (...inputs: Input[]) => effectsOf(letIn, ...inputs).slice(1);
  it.each<[string, Input[], unknown[][]]>([
    [
      'is completed when it is stopped',
      [start('a'), subscribed('a'), stop('a')],
      [[subscribe('a')], started('a'), [{ kind: 'remove', id: 'a' }, send({ type: 'complete', id: 'a' })]],
    ],
    [
      'is not begun when it was stopped meanwhile',
      [start('a'), stop('a'), subscribed('a')],
      [[subscribe('a')], [{ kind: 'remove', id: 'a' }, send({ type: 'complete', id: 'a' })], []],
    ],
    [
      'may have the id of one that was stopped',
      [start('a'), subscribed('a'), stop('a'), start('a')],
      [[subscribe('a')], started('a'), expect.anything(), [subscribe('a', 2)]],
    ],
    [
      'is refused in an error frame, and may be started again',
      [start('a'), refused('a', [{ message: 'bad' }]), start('a')],
      [[subscribe('a')], [error([{ message: 'bad' }], 'a')], [subscribe('a', 2)]],
    ],
    [
      'is told why it was refused without path and locations',
      [start('a'), refused('a', [{ path: null, locations: [{ line: 1 }], message: 'bad', errorType: null }])],
      [[subscribe('a')], [error([{ message: 'bad' }], 'a')]],
    ],
    [
      'is refused without a reason when none was given',
      [start('a'), refused('a', [null, 7])],
      [[subscribe('a')], [error([{}, {}], 'a')]],
    ],
    [
      'is not let in by the answer to one of its id that was stopped',
      [start('a'), stop('a'), start('a'), subscribed('a', 1), subscribed('a', 2)],
      [[subscribe('a')], expect.anything(), [subscribe('a', 2)], [], started('a')],
    ],
    [
      'is not refused by the answer to one of its id that was stopped',
      [start('a'), stop('a'), start('a'), refused('a', [{ message: 'late' }], 1), subscribed('a', 2)],
      [[subscribe('a')], expect.anything(), [subscribe('a', 2)], [], started('a')],
    ],
    [
      'is refused under an id that is in use',
      [start('a'), start('a')],
      [
        [subscribe('a')],
        [error([{ errorType: 'DuplicatedOperationError', message: 'Duplicated operation with id a' }], 'a')],
      ],
    ],
    [
      'is refused with `query` in place of `data`',
      [start('a', { query: 'subscription { x }' })],
      [[error(unsupported)]],
    ],
    [
      'is refused without authorization',
      [start('a', { data: '{}' })],
      [[error([{ errorType: 'UnauthorizedException', message: 'Permission denied' }], 'a')]],
    ],
    ['is refused as `subscribe`', [frame({ type: 'subscribe', id: 'a' })], [[error(unsupported)]]],
    ['is refused without an id', [frame({ type: 'start', payload: { data: '{}' } })], [[error(unsupported)]]],
    ['is not stopped by another’s id', [start('a'), stop('b'), subscribed('a')], [[subscribe('a')], [], started('a')]],
  ])('%s', (_what, inputs, effects) => {
    expect(ready(...inputs)).toEqual(effects);
  });

  it.each(['', 'hello', '[]', 'null', '1', '{}', '{"type":7}', '{"type":"start","id":1}', '{"type":"stop","id":null}'])(
    'is not to be had by the frame %j',
    (text) => {
      expect(ready({ kind: 'frame', text })).toEqual([[error(unsupported)]]);
    },
  );

  it('is refused beyond the hundredth', () => {
    const all = ready(...Array.from({ length: 101 }, (_, index) => start(`s${index}`)));
    expect(all[99]).toEqual([subscribe('s99', 100)]);
    expect(all[100]).toEqual([
      error({ errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' }, 's100'),
    ]);
  });
});

describe('the starts of a connection', () => {
  const tooMany = (id: string) =>
    send({
      type: 'error',
      id,
      payload: {
        errors: { errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' },
      },
    });

  it('are a hundred before it is let in', () => {
    const effects = effectsOf(...Array.from({ length: 101 }, (_, index) => start(`s${index}`)), letIn);
    expect(effects.slice(0, 100)).toEqual(times(100, []));
    expect(effects[100]).toEqual([tooMany('s100')]);
    expect(effects[101]).toHaveLength(100);
  });

  it('are a hundred at once, however many were stopped meanwhile', () => {
    const pairs = Array.from({ length: 100 }, (_, index) => [start(`s${index}`), stop(`s${index}`)]).flat();
    const tooFast = error({ errorType: 'LimitExceededError', message: 'Rate limit exceeded' });
    const effects = effectsOf(
      letIn,
      ...pairs,
      start('one'),
      subscribed('s0'),
      start('two'),
      refused('s1', [], 2),
      start('three'),
    );
    expect(effects.slice(-5)).toEqual([[tooFast], [], [subscribe('two', 101)], [], [subscribe('three', 102)]]);
  });
});

describe('a handshake', () => {
  const given = { Host: '127.0.0.1:4000', 'X-Api-Key': 'da2-k?>~' };
  const read = { ok: true, headers: { host: '127.0.0.1:4000', 'x-api-key': 'da2-k?>~' } };
  const base64 = Buffer.from(JSON.stringify(given)).toString('base64');
  const base64url = Buffer.from(JSON.stringify(given)).toString('base64url');
  const plain = { 'x-api-key': 'plain' };

  it.each([
    ['a second subprotocol', '/graphql/realtime', ['graphql-ws', `header-${base64url}`], read],
    [
      'a query parameter, percent-encoded',
      `/graphql/realtime?header=${encodeURIComponent(base64)}&payload=e30=`,
      ['graphql-ws'],
      read,
    ],
    ['a query parameter as it is', `/graphql/realtime?x-mine=1&header=${base64}&payload=e30=`, ['graphql-ws'], read],
    ['a query parameter in base64url', `/graphql?header=${base64url}`, ['graphql-ws'], read],
    ['plain headers', '/graphql/realtime', ['graphql-ws'], { ok: true, headers: plain }],
    ['no subprotocol', '/graphql/realtime', [], { ok: false, error: { message: 'NoProtocolError', errorCode: 400 } }],
    [
      'another subprotocol',
      '/graphql/realtime',
      ['graphql-transport-ws'],
      { ok: false, error: { message: 'SubProtocolNotSupportedError', errorCode: 400 } },
    ],
    [
      'what is no JSON',
      '/graphql/realtime',
      ['graphql-ws', 'header-abc'],
      { ok: false, error: { errorType: 'BadRequestException', errorCode: 400 } },
    ],
    [
      'what is no object',
      '/graphql/realtime?header=W10=',
      ['graphql-ws'],
      { ok: false, error: { errorType: 'BadRequestException', errorCode: 400 } },
    ],
  ])('with %s', (_what, url, protocols, result) => {
    expect(readHandshake(url, protocols, plain)).toEqual(result);
  });
});
