import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { listen } from '../hosts/listen.ts';

/** What a pull says before its end, and what becomes of it. */
export interface Pull {
  readonly digest: string;
  /** `cut` breaks the connection off behind the half of it, `short` ends it there; else the error that comes under status 200. */
  readonly fault?: 'cut' | 'short' | { readonly error: string } | undefined;
}

export interface FakeOllama {
  readonly origin: string;
  /** What it has; a pull and a copy add to it. */
  readonly models: string[];
  /** What copies were asked for. */
  readonly copies: Record<string, unknown>[];
  /** The models that were asked something. */
  readonly answered: string[];
  /** How many pulls began. */
  pulls: number;
  pull: Pull;
  /** Answers a request in place of the server. */
  tamper: (path: string, response: ServerResponse) => boolean;
}

/** An Ollama as its documentation has it (https://github.com/ollama/ollama/blob/main/docs/api.md). */
export async function startOllamaServer(models: string[], digest = 'sha256:none'): Promise<FakeOllama> {
  const ollama: FakeOllama = {
    ...{ origin: '', models, copies: [], answered: [], pulls: 0 },
    pull: { digest },
    tamper: () => false,
  };
  const origin = await listen((request, response) => {
    const path = request.url ?? '';
    if (!ollama.tamper(path, response)) void answer(ollama, path, request, response);
  });
  return Object.assign(ollama, { origin });
}

async function answer(
  ollama: FakeOllama,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (path === '/api/version') return void response.end('{"version":"0.24.0"}');
  if (path === '/v1/models') {
    const data = ollama.models.map((id) => ({ id, object: 'model', owned_by: 'library' }));
    return void response.end(JSON.stringify({ object: 'list', data: data.length === 0 ? null : data }));
  }
  if (request.method !== 'POST') return void response.writeHead(404).end('404 page not found');
  const body = (await json(request)) as Record<string, unknown> & { model: string };
  if (path === '/api/pull') return pull(ollama, body.model, response);
  if (path === '/api/create') {
    ollama.copies.push(body);
    ollama.models.push(body.model);
    return void response.end('{"status":"using existing layer"}\n{"status":"success"}\n');
  }
  if (!ollama.models.includes(body.model)) {
    return void response.writeHead(404).end(`{"error":{"message":"model '${body.model}' not found"}}`);
  }
  ollama.answered.push(body.model);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`data: {"choices":[{"delta":{"content":"print"}}]}\n\ndata: [DONE]\n\n`);
}

function pull(ollama: FakeOllama, model: string, response: ServerResponse): void {
  ollama.pulls++;
  const { digest, fault } = ollama.pull;
  const say = (line: object): string => `${JSON.stringify(line)}\n`;
  const half =
    say({ status: 'pulling manifest' }) + say({ status: `pulling ${digest}`, digest, total: 1000, completed: 500 });
  if (fault === 'cut') return void response.write(half, () => response.destroy());
  if (fault === 'short') return void response.end(half);
  if (fault) return void response.end(half + say(fault));
  ollama.models.push(model);
  const rest = say({ status: `pulling ${digest}`, digest, total: 1000, completed: 1000 });
  response.end(half + rest + say({ status: 'verifying sha256 digest' }) + say({ status: 'success' }));
}
