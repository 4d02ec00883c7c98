import type { IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { UNSAID, endKind } from '../../../../functions/generate-snippet/models/answer-ends.ts';
import type { ConverseRequest, LocalModel, ModelEvent } from '../models/local-model.ts';
import { LocalModelError } from '../models/local-model.ts';
import type { Frame } from './openai-frame.ts';
import { framesOf } from './openai-reader.ts';
import { brokenOff, interruption, refusal, statedError, unreachable } from './openai-refusals.ts';
import { postJson } from './post-json.ts';

export interface OpenAiServer {
  /** What `/chat/completions` follows: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** As the server names it. */
  readonly model: string;
  /** Sent as a bearer token, if the server asks for one. */
  readonly apiKey?: string | undefined;
}

/**
 * A model of a server that speaks OpenAI's chat completions, streamed: Ollama, llama.cpp, LM Studio, vLLM. Over `node:http`:
 * the package `openai` needs Node 22.
 */
export function createOpenAiModel(server: OpenAiServer): LocalModel {
  return {
    name: server.model,
    async *converse(request, signal) {
      const body = await open(server, request, signal);
      try {
        yield* eventsOf(server, framesOf(body));
      } catch (error) {
        throw signal.aborted || error instanceof LocalModelError ? error : interruption(server, error);
      }
    },
  };
}

async function open(server: OpenAiServer, request: ConverseRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { baseUrl, apiKey, model } = server;
  const headers: Record<string, string> = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  let answer;
  try {
    answer = await postJson(
      new URL(`${baseUrl}/chat/completions`),
      headers,
      JSON.stringify(bodyOf(model, request)),
      signal,
    );
  } catch (error) {
    throw signal.aborted ? error : unreachable(server, error);
  }
  const status = answer.statusCode ?? 0;
  if (status === 200) return answer;
  throw refusal(server, status, await textOf(answer).catch(() => ''));
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

/** The end of the answer is told with the last reason that came, whatever happens to the connection behind it. */
async function* eventsOf(server: OpenAiServer, frames: AsyncIterable<Frame>): AsyncIterable<ModelEvent> {
  let begun = false;
  let done = false;
  let words = '';
  let last: Partial<Extract<Frame, { kind: 'chunk' }>> = {};
  try {
    for await (const frame of frames) {
      if (frame.kind === 'error') throw statedError(server, frame.error, begun);
      if (frame.kind === 'done') {
        done = true;
        break;
      }
      if (frame.kind === 'unreadable') throw brokenOff(server, frame.words);
      if (frame.kind === 'alive') {
        words = frame.words || words;
        if (begun || words === '') yield { kind: 'alive' };
        continue;
      }
      const { text, reasoning, finishReason = last.finishReason, usage = last.usage } = frame;
      last = { finishReason, usage };
      if (reasoning) yield { kind: 'reasoning', text: reasoning };
      else if (!text) yield { kind: 'alive' };
      if (text) yield { kind: 'text', text };
      begun ||= text !== '';
    }
  } catch (error) {
    if (last.finishReason === undefined || error instanceof LocalModelError) throw error;
  }
  if (!begun && !done && last.finishReason === undefined) throw notBegun(server, words);
  yield { kind: 'end', stopReason: stopReasonOf(server, last.finishReason), usage: last.usage ?? null };
}

/** Where not even a first word came: another kind of server, or one that gave up at once. */
function notBegun(server: OpenAiServer, words: string): LocalModelError {
  return words ? refusal(server, 200, words) : brokenOff(server, '');
}

/**
 * The stop reason of Converse that says the same; a word that is not known is passed on as it came.
 * @throws LocalModelError the server says that its answer is broken
 */
function stopReasonOf(server: OpenAiServer, finishReason = UNSAID): string {
  switch (endKind(finishReason)) {
    case 'good':
      return finishReason === 'stop_sequence' ? finishReason : 'end_turn';
    case 'limit':
      return 'max_tokens';
    case 'refused':
      return 'content_filtered';
    case 'broken':
      throw brokenOff(server, `it stopped with the reason "${finishReason}"`);
    default:
      return finishReason === 'tool_calls' || finishReason === 'function_call' ? 'tool_use' : finishReason;
  }
}
