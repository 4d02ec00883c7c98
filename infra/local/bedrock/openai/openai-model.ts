import type { IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { UNSAID, endKind } from '../../../../functions/generate-snippet/models/answer-ends.ts';
import { createRefusedParts } from '../../../../functions/generate-snippet/models/refused-parts.ts';
import type { ConverseRequest, LocalModel, ModelEvent } from '../models/local-model.ts';
import { LocalModelError } from '../models/local-model.ts';
import type { TokenLimitName } from './openai-body.ts';
import { bodyOf, sentIn } from './openai-body.ts';
import type { Frame } from './openai-frame.ts';
import { framesOf } from './openai-reader.ts';
import { brokenOff, errorSentence, interruption, refusal, statedError, unreachable } from './openai-refusals.ts';
import { postJson } from './post-json.ts';

export interface OpenAiServer {
  /** What `/chat/completions` follows: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** As the server names it. */
  readonly model: string;
  /** Sent as a bearer token, if the server asks for one. */
  readonly apiKey?: string | undefined;
  /** Told once of each part of a request that the model refuses and is asked without from then on. */
  readonly warn?: (line: string) => void;
}

/**
 * A model of a server that speaks OpenAI's chat completions, streamed: Ollama, llama.cpp, LM Studio, vLLM. Over `node:http`:
 * the package `openai` needs Node 22.
 */
export function createOpenAiModel(server: OpenAiServer): LocalModel {
  const refused = createRefusedParts();
  const limit: { name: TokenLimitName } = { name: 'max_tokens' };

  /** Takes in a refusal that names a part of the request. @returns what to say of it; undefined when it names none */
  const learn = (says: string, request: ConverseRequest): string | undefined => {
    const sent = sentIn(request, refused.accepted);
    if (sent.parts.includes('maxTokens') && limit.name === 'max_tokens' && says.includes('max_completion_tokens')) {
      limit.name = 'max_completion_tokens';
      return 'max_tokens goes under the name of max_completion_tokens';
    }
    const part = refused.learn(says, sent);
    return part && `${part} is left out or sent smaller`;
  };
  const open = async (request: ConverseRequest, signal: AbortSignal): Promise<IncomingMessage> => {
    for (;;) {
      const body = bodyOf(server.model, request, refused.accepted, limit.name);
      const answer = await ask(server, JSON.stringify(body), signal);
      const status = answer.statusCode ?? 0;
      if (status === 200) return answer;
      const said = await textOf(answer).catch(() => '');
      const learnt = status === 400 || status === 422 ? learn(errorSentence(said), request) : undefined;
      if (learnt === undefined) throw refusal(server, status, said, answer.headers['retry-after']);
      server.warn?.(
        `The model "${server.model}" refused a part of a request: from now on ${learnt}. ${errorSentence(said)}`,
      );
    }
  };
  return {
    name: server.model,
    async *converse(request, signal) {
      const body = await open(request, signal);
      try {
        yield* eventsOf(server, framesOf(body));
      } catch (error) {
        throw signal.aborted || error instanceof LocalModelError ? error : interruption(server, error);
      }
    },
  };
}

async function ask(server: OpenAiServer, body: string, signal: AbortSignal): Promise<IncomingMessage> {
  const { baseUrl, apiKey } = server;
  const headers: Record<string, string> = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  try {
    return await postJson(new URL(`${baseUrl}/chat/completions`), headers, body, signal);
  } catch (error) {
    throw signal.aborted ? error : unreachable(server, error);
  }
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
