import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** When a model of the OpenAI kind says what. */
export interface Pace {
  readonly tokens: number;
  /** From the request to the first token, in milliseconds. */
  readonly firstMs: number;
  /** From one token to the next, in milliseconds; with 0 they come at once. */
  readonly gapMs: number;
}

/** A model of a server of the OpenAI kind that keeps a pace, in this process. */
export interface PacedModel {
  /** As `--model` names it. */
  readonly name: string;
  readonly baseUrl: string;
  pace: Pace;
  /** When the last request was given its first and its last token, by `performance.now()`. */
  readonly said: { first: number; last: number };
  close(): void;
}

export async function startPacedModel(pace: Pace): Promise<PacedModel> {
  const said = { first: 0, last: 0 };
  const server = createServer(async (request, response) => {
    request.resume();
    await once(request, 'end');
    const { tokens, firstMs, gapMs } = model.pace;
    await sleep(firstMs);
    said.first = performance.now();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let token = 0; token < tokens; token += 1) {
      if (token > 0 && gapMs > 0) await sleep(gapMs);
      const content = token === 0 ? '```python\nprint(0)\n' : `print(${token})\n`;
      response.write(frame({ choices: [{ index: 0, delta: { content } }] }));
    }
    response.write(frame({ choices: [{ index: 0, delta: { content: '```\n' } }] }));
    said.last = performance.now();
    response.write(frame({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
    response.end('data: [DONE]\n\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model: PacedModel = {
    ...{ baseUrl, name: `openai:${baseUrl}#bench`, pace, said },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return model;
}

function frame(chunk: object): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
