import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ConverseRequest, LocalModel, ModelEvent } from './local-model.ts';
import { LocalModelError } from './local-model.ts';
import { readChunk } from './openai-chunk.ts';
import type { Chunk } from './openai-chunk.ts';
import { interruption, refusal, unreachable } from './openai-refusals.ts';

export interface OpenAiServer {
  /** What `/chat/completions` follows: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** As the server names it. */
  readonly model: string;
  /** Sent as a bearer token, if the server asks for one. */
  readonly apiKey?: string | undefined;
  readonly fetch: typeof fetch;
}

/**
 * A model of a server that speaks OpenAI's chat completions, streamed: Ollama, llama.cpp, LM Studio, vLLM. Over `fetch`:
 * the package `openai` needs Node 22.
 */
export function createOpenAiModel(server: OpenAiServer): LocalModel {
  return {
    name: server.model,
    async *converse(request, signal) {
      const body = await open(server, request, signal);
      yield { kind: 'start' };
      try {
        yield* eventsOf(chunksOf(body));
      } catch (error) {
        throw signal.aborted || error instanceof LocalModelError ? error : interruption(server, error);
      }
    },
  };
}

async function open(
  server: OpenAiServer,
  request: ConverseRequest,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { baseUrl, apiKey } = server;
  let response;
  try {
    response = await server.fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      body: JSON.stringify(bodyOf(server.model, request)),
      signal,
    });
  } catch (error) {
    throw signal.aborted ? error : unreachable(server, error);
  }
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !isStream || !response.body) {
    throw refusal(server, response.status, await response.text().catch(() => ''));
  }
  return response.body;
}

function bodyOf(model: string, { system, messages, inferenceConfig }: ConverseRequest): object {
  const { maxTokens, temperature, topP, stopSequences } = inferenceConfig;
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      ...(system ? [{ role: 'system', content: system }] : []),
      ...messages.map(({ role, text }) => ({ role, content: text })),
    ],
    max_tokens: maxTokens,
    temperature,
    top_p: topP,
    stop: stopSequences,
  };
}

/** Ends with `[DONE]`; a server that closes the connection instead ends it without. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Chunk | 'done'> {
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) {
    if (data === '[DONE]') return yield 'done';
    yield readChunk(data);
  }
}

async function* eventsOf(chunks: AsyncIterable<Chunk | 'done'>): AsyncIterable<ModelEvent> {
  let done = false;
  let last: Chunk | undefined;
  for await (const chunk of chunks) {
    if (chunk === 'done') {
      done = true;
      break;
    }
    if (chunk.reasoning) yield { kind: 'reasoning', text: chunk.reasoning };
    if (chunk.text) yield { kind: 'text', text: chunk.text };
    last = { ...chunk, stopReason: chunk.stopReason ?? last?.stopReason, usage: chunk.usage ?? last?.usage };
  }
  if (!done && !last?.stopReason) {
    throw new LocalModelError('ModelStreamErrorException', "The model server's answer ended before it was complete.");
  }
  yield { kind: 'end', stopReason: last?.stopReason ?? 'end_turn', usage: last?.usage ?? null };
}
