import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as forward } from 'node:http';

/** What a test does to a call on its way. */
export interface Faults {
  /** Before it is handed on; an answer in place of the other side's, when it gives one: a status alone, or more. */
  before?(call: Call): Promise<Instead | void> | Instead | void;
  /** Before its answer is handed back; `lose` cuts the connection instead, `cut` does so in the middle of the answer. */
  after?(call: Call): Promise<'lose' | 'cut' | void> | 'lose' | 'cut' | void;
  /**
   * Whether it is handed on a second time: at the same time as the first, when the first was answered, or when that
   * promise resolves. In the first two cases the caller reads the answer to the second.
   */
  again?(call: Call): 'at once' | 'in a row' | Promise<unknown> | void;
}

type Instead = number | { readonly status: number; readonly body: string };

export interface Call {
  /**
   * The internal field (`appendCode`), the operation of the table (`PutItem`, and `UpdateItem of a quota` for the counters of
   * an owner), or the method of an S3 call (`PUT`).
   */
  readonly name: string;
  /** Id of the snippet that it is about. */
  readonly snippet: string;
  /** How many of that name came for that snippet, with this one. */
  readonly count: number;
  readonly body: string;
}

export interface FaultProxy {
  readonly url: string;
  /** How many calls came, by name, over all snippets. */
  readonly counts: ReadonlyMap<string, number>;
  /** Resolves when nothing about this snippet is on its way. */
  idle(snippet: string): Promise<void>;
  close(): Promise<void>;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Stands between the functions and a part of the host that is set later. Headers pass as they are, so signatures hold. */
export async function startFaultProxy(target: () => URL, faults: Faults): Promise<FaultProxy> {
  const counts = new Map<string, number>();
  const underWay = new Map<Promise<unknown>, string>();
  const count = (name: string): number => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts.get(name) ?? 0;
  };

  const read = async (request: IncomingMessage): Promise<Call> => {
    const body = (await bytesOf(request)).toString();
    const [, operation] = String(request.headers['x-amz-target'] ?? '').split('.');
    const called = operation ?? /"query":"(?:mutation|query) (\w+)/.exec(body)?.[1] ?? request.method ?? '';
    const name = operation && body.includes('"quota#') ? `${called} of a quota` : called;
    const snippet = UUID.exec(`${request.url} ${body}`)?.[0] ?? '';
    count(name);
    return { name, snippet, count: count(`${name} ${snippet}`), body };
  };
  const hand = async ({ url, method, headers }: IncomingMessage, body: string): Promise<Answered> => {
    const { hostname, port } = target();
    const onward = forward({ hostname, port, path: url, method, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 500, headers: answer.headers, bytes: await bytesOf(answer) };
  };
  const handOn = async (request: IncomingMessage, call: Call): Promise<Answered> => {
    const again = faults.again?.(call);
    const send = (): Promise<Answered> => hand(request, call.body);
    if (again === 'at once') return (await Promise.all([send(), send()]))[1];
    const first = await send();
    if (again === 'in a row') return send();
    if (again) track(again.then(send), call.snippet);
    return first;
  };
  const track = (work: Promise<unknown>, snippet: string): Promise<void> => {
    const settled = work.then(
      () => void underWay.delete(settled),
      () => void underWay.delete(settled),
    );
    underWay.set(settled, snippet);
    return settled;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await read(request);
    await track(
      carry(request, response, call).catch(() => request.socket.destroy()),
      call.snippet,
    );
  };
  const carry = async (request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> => {
    const instead = await faults.before?.(call);
    if (instead) {
      const { status, body } =
        typeof instead === 'number'
          ? { status: instead, body: '{"errors":[{"message":"A fault of the test."}]}' }
          : instead;
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      return;
    }
    const answer = await handOn(request, call);
    const fate = await faults.after?.(call);
    if (fate === 'lose') return void request.socket.destroy();
    if (fate !== 'cut') return void response.writeHead(answer.status, answer.headers).end(answer.bytes);
    const whole = `HTTP/1.1 ${answer.status} OK\r\nContent-Length: ${answer.bytes.length}\r\n\r\n${answer.bytes.toString()}`;
    request.socket.end(whole.slice(0, whole.length / 2), () => request.socket.destroy());
  };

  const server = createServer(
    (request, response) => void handle(request, response).catch(() => request.socket.destroy()),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    async idle(snippet) {
      const its = (): Promise<unknown>[] => [...underWay].flatMap(([work, of]) => (of === snippet ? [work] : []));
      for (let left = its(); left.length > 0; left = its()) await Promise.all(left);
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
