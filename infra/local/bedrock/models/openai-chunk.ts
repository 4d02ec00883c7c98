import type { StopReason, Usage } from './local-model.ts';
import { LocalModelError } from './local-model.ts';

/** What one chunk of a streamed chat completion says; the rest of it is of no use here. */
export interface Chunk {
  readonly text: string;
  readonly reasoning: string;
  readonly stopReason: StopReason | undefined;
  readonly usage: Usage | undefined;
}

/** The parts of a chunk that are read. Servers differ in the name of reasoning, and in how they tell of an error. */
interface Wire {
  choices?: {
    delta?: { content?: unknown; reasoning?: unknown; reasoning_content?: unknown };
    finish_reason?: unknown;
  }[];
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
  error?: unknown;
}

const stopReasons: Record<string, StopReason> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'content_filtered',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
};

/**
 * Reads the data of one server-sent event.
 * @throws LocalModelError ModelStreamErrorException when it is none, or tells of an error
 */
export function readChunk(data: string): Chunk {
  const { choices, usage, error } = parsed(data);
  if (error) throw broken(`The model server says: ${errorText(error)}`);
  const { delta, finish_reason: reason } = choices?.[0] ?? {};
  if (reason === 'error' || reason === 'abort') throw broken(`The model server gave up, saying "${reason}".`);
  return {
    text: textIn(delta?.content),
    reasoning: textIn(delta?.reasoning_content) || textIn(delta?.reasoning),
    stopReason: typeof reason === 'string' ? (stopReasons[reason] ?? 'end_turn') : undefined,
    usage: usage
      ? { inputTokens: Number(usage.prompt_tokens ?? 0), outputTokens: Number(usage.completion_tokens ?? 0) }
      : undefined,
  };
}

/** The sentence in what a server gives as `error`: a text, or an object with a message. At most 300 characters. */
export function errorText(error: unknown): string {
  const inner = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return (typeof inner === 'string' ? inner : JSON.stringify(inner)).slice(0, 300);
}

function parsed(data: string): Wire {
  try {
    return (JSON.parse(data) ?? {}) as Wire;
  } catch {
    throw broken(`The model server sent what is not JSON: ${data.slice(0, 100)}`);
  }
}

function broken(message: string): LocalModelError {
  return new LocalModelError('ModelStreamErrorException', message);
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
