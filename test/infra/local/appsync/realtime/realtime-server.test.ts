import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { IamCredentials } from '../../../../../schema/wire/sign-request.ts';
import { signRequest } from '../../../../../schema/wire/sign-request.ts';
import { ask, startTestHost } from '../../../../support/hosts/test-host.ts';
import type { TestHost } from '../../../../support/hosts/test-host.ts';
import type { Frame, RawSocket } from '../../../../support/faults/raw-socket.ts';
import { upgradeAndReset, upgradeByHand } from '../../../../support/faults/upgrade-by-hand.ts';
import { headerProtocol, isType, openSocket, startFrame } from '../../../../support/faults/raw-socket.ts';

const PROGRESS = 'subscription($id: ID!) { onSnippetProgress(id: $id) { id owner sequence status part offset } }';
const COMPLETED = 'subscription($id: ID) { onSnippetCompleted(id: $id) { id code downloadUrl status fileName } }';
const GENERATE = `mutation($id: ID!) {
  generateCode(language: PYTHON, instruction: "implement binary search", options: { id: $id }) { id code status }
}`;

describe('the real-time side of a host', () => {
  let host: TestHost;
  let key: Record<string, string>;
  let principals: { functions: IamCredentials; backend: IamCredentials };
  beforeAll(async () => {
    host = await startTestHost();
    key = { host: new URL(host.url).host, 'x-api-key': host.apiKey };
    principals = JSON.parse(readFileSync(join(host.dataFolder, 'principals.json'), 'utf8'));
  });
  afterAll(() => host.close());

  const bySubprotocol = (headers = key) => openSocket(host.realtimeUrl, ['graphql-ws', headerProtocol(headers)]);
  const byQuery = (headers = key, url = host.realtimeUrl) => {
    const header = encodeURIComponent(Buffer.from(JSON.stringify(headers)).toString('base64'));
    return openSocket(`${url}?header=${header}&payload=e30=&x-of-their-own=1`, ['graphql-ws']);
  };
  const initiated = async (opening: Promise<RawSocket>): Promise<RawSocket> => {
    const raw = await opening;
    raw.send({ type: 'connection_init' });
    await raw.frame(isType('ka'));
    return raw;
  };
  const signed = (credentials: IamCredentials, path: string, body: string) =>
    signRequest(new URL(`${host.url}${path}`), body, credentials, 'us-east-1');

  it.each([
    ['a second subprotocol', () => bySubprotocol()],
    ['a query parameter', () => byQuery()],
    ['a query parameter, at /graphql itself', () => byQuery(key, host.realtimeUrl.replace('/realtime', ''))],
    ['plain headers', () => openSocket(host.realtimeUrl, ['graphql-ws'], { 'X-API-Key': host.apiKey })],
  ])('lets a client in by %s', async (_how, open) => {
    const raw = await open();
    expect(raw.socket.protocol).toBe('graphql-ws');
    raw.send({ type: 'connection_init' });
    await raw.frame(isType('ka'));
    expect(raw.frames).toEqual([{ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } }, { type: 'ka' }]);
    raw.socket.close(1000);
    expect(await raw.closed).toBe(1000);
  });

  it.each([
    [
      'a wrong key',
      () => bySubprotocol({ 'x-api-key': 'da2-wrong' }),
      { errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.', errorCode: 401 },
    ],
    [
      'no key',
      () => openSocket(host.realtimeUrl, ['graphql-ws']),
      { errorType: 'UnauthorizedException', message: 'Valid authorization header not provided.', errorCode: 401 },
    ],
    ['no subprotocol', () => openSocket(host.realtimeUrl, []), { message: 'NoProtocolError', errorCode: 400 }],
    [
      'a header that cannot be read',
      () => openSocket(host.realtimeUrl, ['graphql-ws', 'header-x']),
      { errorType: 'BadRequestException', errorCode: 400 },
    ],
  ])('turns a client with %s away', async (_what, open, error) => {
    const raw = await open();
    expect(await raw.frame(isType('connection_error'))).toEqual({
      type: 'connection_error',
      payload: { errors: [error] },
    });
    expect(await raw.closed).toBe(1008);
  });

  it('sends no subprotocol to a client of another protocol, and says why', async () => {
    const socket = new WebSocket(host.realtimeUrl, ['graphql-transport-ws']);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBe('Server sent no subprotocol');
    const text = await upgradeByHand(host.realtimeUrl, 'graphql-transport-ws');
    expect(text).toContain('101 Switching Protocols');
    expect(text.toLowerCase()).not.toContain('sec-websocket-protocol');
    expect(text).toContain(
      '{"type":"connection_error","payload":{"errors":[{"message":"SubProtocolNotSupportedError","errorCode":400}]}}',
    );
  });

  it('answers 404 to an upgrade elsewhere', async () => {
    expect(await upgradeByHand(host.realtimeUrl.replace('/graphql/realtime', '/elsewhere'), 'graphql-ws')).toContain(
      '404 Not Found',
    );
  });

  it('outlives a client that is gone before the 404 reaches it', async () => {
    const elsewhere = host.realtimeUrl.replace('/graphql/realtime', '/elsewhere');
    for (let count = 0; count < 20; count += 1) await upgradeAndReset(elsewhere);
    const raw = await initiated(bySubprotocol());
    raw.socket.close();
  });

  it('closes a connection with 1009 that sends more than 240 KB at once', async () => {
    const raw = await initiated(bySubprotocol());
    raw.send('x'.repeat(240 * 1024 + 1));
    expect(await raw.closed).toBe(1009);
  });

  it('pushes parts in order, the end in band, and the completed snippet, by both handshakes', async () => {
    const id = randomUUID();
    const sockets = await Promise.all([initiated(bySubprotocol()), initiated(byQuery())]);
    for (const raw of sockets) {
      raw.send(startFrame('progress', key, PROGRESS, { id }));
      raw.send(startFrame('completed', key, COMPLETED, { id }));
      await Promise.all([raw.frame(isType('start_ack', 'progress')), raw.frame(isType('start_ack', 'completed'))]);
    }
    const { data } = await ask<{ generateCode: { code: string } }>(host, GENERATE, { id });
    for (const raw of sockets) {
      const completed = await raw.frame(isType('data', 'completed'));
      expect(completed).toMatchObject({
        payload: {
          data: { onSnippetCompleted: { id, code: data?.generateCode.code, status: 'COMPLETED', downloadUrl: null } },
        },
      });
      await raw.frame((frame) => isType('data', 'progress')(frame) && progressOf(frame)?.status === 'COMPLETED');
      const events = raw.frames.filter(isType('data', 'progress')).map(progressOf);
      expect(events.at(-1)).toMatchObject({ id, status: 'COMPLETED', part: null });
      const parts = events.filter((event) => event?.part);
      expect(parts.map((event) => event?.sequence)).toEqual(parts.map((_, index) => index + 1));
      expect(parts.map((event) => event?.part).join('')).toBe(data?.generateCode.code);
      expect(raw.frames.filter(isType('data', 'completed'))).toHaveLength(1);
      raw.socket.close();
    }
  });

  it('pushes nothing to another owner, nor after a stop', async () => {
    const raw = await initiated(bySubprotocol());
    const stranger = await signed(principals.backend, '', JSON.stringify({ query: COMPLETED, variables: {} }));
    raw.send(startFrame('stranger', stranger, COMPLETED));
    raw.send(startFrame('stopped', key, COMPLETED));
    raw.send(startFrame('any', key, 'subscription { onSnippetCompleted { id } }'));
    for (const id of ['stranger', 'stopped', 'any']) await raw.frame(isType('start_ack', id));
    raw.send({ type: 'stop', id: 'stopped' });
    expect(await raw.frame(isType('complete'))).toEqual({ type: 'complete', id: 'stopped' });
    await ask(host, GENERATE, { id: randomUUID() });
    await raw.frame(isType('data', 'any'));
    await ask(host, GENERATE, { id: randomUUID() });
    await raw.frame(
      (frame) => frame.id === 'any' && frame !== raw.frames.find(isType('data', 'any')) && frame.type === 'data',
    );
    expect(raw.frames.filter(isType('data')).map(({ id }) => id)).toEqual(['any', 'any']);
    raw.socket.close();
  });

  it('lets one connection start with several ways to authorize', async () => {
    const raw = await initiated(bySubprotocol(await signed(principals.backend, '/connect', '{}')));
    const body = JSON.stringify({ query: COMPLETED, variables: {} });
    raw.send(startFrame('signed', await signed(principals.backend, '', body), COMPLETED));
    raw.send(startFrame('with key', key, COMPLETED));
    await raw.frame(isType('start_ack', 'signed'));
    await raw.frame(isType('start_ack', 'with key'));
    raw.send(startFrame('forged', await signed(principals.backend, '', '{}'), COMPLETED));
    expect(await raw.frame(isType('error'))).toMatchObject({
      id: 'forged',
      payload: { errors: [{ errorType: 'InvalidSignatureException' }] },
    });
    raw.socket.close();
  });

  it('turns a connection away that is signed for something else', async () => {
    const raw = await bySubprotocol(await signed(principals.backend, '', '{}'));
    expect(await raw.frame(isType('connection_error'))).toMatchObject({
      payload: { errors: [{ errorType: 'InvalidSignatureException', errorCode: 403 }] },
    });
  });

  it('serves a start that comes before the acknowledgement, and one without connection_init', async () => {
    const eager = await bySubprotocol();
    eager.send({ type: 'connection_init' });
    eager.send(startFrame('a', key, COMPLETED));
    await eager.frame(isType('start_ack', 'a'));
    expect(eager.frames.map(({ type }) => type)).toEqual(['connection_ack', 'ka', 'start_ack']);
    const short = await bySubprotocol();
    short.send(startFrame('a', key, COMPLETED));
    await short.frame(isType('start_ack', 'a'));
    expect(short.frames.map(({ type }) => type)).toEqual(['start_ack']);
    for (const raw of [eager, short]) raw.socket.close();
  });

  it.each([
    [
      'a bad id',
      startFrame('a', {}, PROGRESS, { id: 'X' }),
      { errorType: 'InvalidInput', message: 'id is "X"; allowed is a lower-case UUID.' },
    ],
    [
      'no id',
      startFrame('a', {}, PROGRESS),
      { message: "Variable 'id' has coerced Null value for NonNull type 'ID!'" },
    ],
    [
      'a query',
      startFrame('a', {}, '{ snippets { nextToken } }'),
      { errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel' },
    ],
    [
      'what does not parse',
      startFrame('a', {}, '{'),
      { errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' },
    ],
  ])('refuses a subscription for %s in an error frame, and keeps the connection', async (_what, start, error) => {
    const raw = await initiated(bySubprotocol());
    const payload = start['payload'] as { extensions: unknown };
    raw.send({ ...start, payload: { ...payload, extensions: { authorization: key } } });
    const answer = await raw.frame(isType('error'));
    expect(answer).toEqual({ type: 'error', id: 'a', payload: { errors: [error] } });
    raw.send(startFrame('a', key, COMPLETED));
    await raw.frame(isType('start_ack', 'a'));
    raw.socket.close();
  });

  it('refuses a start with a wrong key, and what is no frame', async () => {
    const raw = await initiated(bySubprotocol());
    raw.send('hello');
    raw.send(startFrame('a', { 'x-api-key': 'da2-wrong' }, COMPLETED));
    expect(await raw.frame(isType('error', 'a'))).toEqual({
      type: 'error',
      id: 'a',
      payload: {
        errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }],
      },
    });
    expect(raw.frames.find(isType('error'))).toEqual({
      type: 'error',
      payload: {
        errors: [{ errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' }],
      },
    });
    raw.socket.close();
  });
});

interface Progress {
  id: string;
  status: string;
  sequence: number;
  part: string | null;
}

function progressOf(frame: Frame): Progress | undefined {
  return (frame['payload'] as { data?: { onSnippetProgress?: Progress } }).data?.onSnippetProgress;
}
