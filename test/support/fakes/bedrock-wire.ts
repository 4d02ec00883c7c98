import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventFrame, exceptionFrame } from '../../../infra/local/bedrock/event-frames.ts';
import type { BedrockException } from '../../../infra/local/bedrock/models/local-model.ts';

/** What the wire does next in a stream. */
export type Move =
  | { readonly text: string }
  | { readonly reasoning: string }
  | { readonly stop: string }
  | { readonly usage: readonly [inputTokens: number, outputTokens: number] }
  | { readonly exception: BedrockException }
  | { readonly pauseMs: number }
  | 'cut'
  | 'corrupt'
  | 'hang';

/** One answer of the model: refused before the stream, or a stream that ends when there are no moves left. */
export type Talk = Refused | readonly Move[];

/** A refusal before the stream; `A fault of the test.` when it says nothing else. */
export interface Refused {
  readonly status: number;
  readonly error: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, as far as tests look at it. */
export interface WireRequest {
  readonly model: string;
  readonly body: {
    messages: { role: string; content: { text?: string; guardContent?: unknown }[] }[];
    system?: { text: string }[];
    inferenceConfig: Record<string, unknown>;
    requestMetadata: Record<string, string>;
    additionalModelRequestFields?: Record<string, unknown>;
  };
}

export interface BedrockWire {
  readonly url: string;
  readonly requests: readonly WireRequest[];
  /** How many askers went away before the end. */
  readonly abandoned: number;
  close(): Promise<void>;
}

/** A server that speaks Bedrock's wire protocol and does what a test wants; signatures are not looked at. */
export async function startBedrockWire(talk: (request: WireRequest) => Talk): Promise<BedrockWire> {
  const requests: WireRequest[] = [];
  let abandoned = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const model = decodeURIComponent(/\/model\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '');
    const asked: WireRequest = { model, body: JSON.parse(Buffer.concat(chunks).toString()) };
    requests.push(asked);
    const moves = talk(asked);
    if ('status' in moves) {
      const { status, error, message = 'A fault of the test.', headers } = moves;
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error, ...headers });
      response.end(JSON.stringify({ message }));
      return;
    }
    let left = false;
    response.once('close', () => {
      left = true;
      if (!response.writableFinished) abandoned += 1;
    });
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    response.write(eventFrame('messageStart', { role: 'assistant' }));
    for (const move of moves) {
      if (left) return;
      if (move === 'hang') return;
      if (move === 'cut') return void response.destroy();
      await make(move, response);
    }
    response.end();
  };

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get abandoned() {
      return abandoned;
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function make(move: Exclude<Move, 'cut' | 'hang'>, response: ServerResponse): Promise<void> {
  if (move === 'corrupt') {
    const frame = Buffer.from(eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'x' } }));
    frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0xff;
    await sendOn(response, frame);
  } else if ('text' in move) {
    await sendOn(response, eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: move.text } }));
  } else if ('reasoning' in move) {
    const delta = { reasoningContent: { text: move.reasoning } };
    await sendOn(response, eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta }));
  } else if ('stop' in move) {
    await sendOn(response, eventFrame('messageStop', { stopReason: move.stop }));
  } else if ('usage' in move) {
    const [inputTokens, outputTokens] = move.usage;
    await sendOn(
      response,
      eventFrame('metadata', { usage: { inputTokens, outputTokens, totalTokens: 0 }, metrics: { latencyMs: 1 } }),
    );
  } else if ('exception' in move) {
    await sendOn(response, exceptionFrame(move.exception, 'A fault of the test.'));
  } else {
    await sleep(move.pauseMs);
  }
}

/** Resolves when the frame is on its way. */
async function sendOn(response: ServerResponse, frame: Uint8Array): Promise<void> {
  await new Promise((resolve) => response.write(frame, resolve));
}
