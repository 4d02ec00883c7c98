import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** One answer of a server of the OpenAI kind. */
export interface Reply {
  /** 200 when left out. */
  readonly status?: number;
  /** `text/event-stream` when left out, none when null. */
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Breaks the connection off behind the body. */
  readonly cut?: boolean;
}

/** A request, as far as tests look at it. */
export type OpenAiRequest = Record<string, unknown> & {
  readonly messages: readonly { role: string; content: string }[];
};

export interface OpenAiServerFake {
  /** What `/chat/completions` follows. */
  readonly baseUrl: string;
  readonly requests: readonly OpenAiRequest[];
  close(): Promise<void>;
}

/** A server that answers chat completions as a test says, byte for byte. */
export async function startOpenAiServer(
  reply: (request: OpenAiRequest, response: ServerResponse) => Reply | Promise<Reply | undefined>,
): Promise<OpenAiServerFake> {
  const requests: OpenAiRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = (await json(request)) as OpenAiRequest;
    requests.push(asked);
    const given = await reply(asked, response);
    if (!given) return;
    const { status = 200, contentType = 'text/event-stream', headers, body, cut = false } = given;
    response.writeHead(status, { ...(contentType === null ? {} : { 'content-type': contentType }), ...headers });
    if (cut) response.write(body, () => response.destroy());
    else response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
