import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as forward } from 'node:http';

/** What a test does to a call on its way. */
export interface Faults {
  /** Before it is handed on; `answer` in place of the other side, when it gives one. */
  before?(call: Call): Promise<number | void> | number | void;
  /** Before its answer is handed back; `lose` cuts the connection instead. */
  after?(call: Call): Promise<'lose' | void> | 'lose' | void;
}

export interface Call {
  /** The internal field (`appendCode`), or the method and kind of an S3 call (`PUT`). */
  readonly name: string;
  /** How many of that name came, with this one. */
  readonly count: number;
  readonly body: string;
}

export interface FaultProxy {
  readonly url: string;
  readonly counts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Stands between the functions and a part of the host that is set later. Headers pass as they are, so signatures hold. */
export async function startFaultProxy(target: () => URL, faults: Faults): Promise<FaultProxy> {
  const counts = new Map<string, number>();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const name = /"query":"(?:mutation|query) (\w+)/.exec(body.toString())?.[1] ?? request.method ?? '';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const call = { name, count, body: body.toString() };
    const status = await faults.before?.(call);
    if (status) {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end('{"errors":[{"message":"A fault of the test."}]}');
      return;
    }
    const { hostname, port } = target();
    const onward = forward({ hostname, port, path: request.url, method: request.method, headers: request.headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const answerChunks: Buffer[] = [];
    for await (const chunk of answer) answerChunks.push(chunk as Buffer);
    if ((await faults.after?.(call)) === 'lose') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(Buffer.concat(answerChunks));
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
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
