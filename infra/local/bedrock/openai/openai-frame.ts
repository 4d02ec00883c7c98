import type { Usage } from '../models/local-model.ts';

/** What one message of a streamed chat completion says, or a whole completion; the rest of it is of no use here. */
export type Frame =
  | {
      readonly kind: 'chunk';
      readonly text: string;
      readonly reasoning: string;
      /** As the server says it; undefined while there is none. */
      readonly finishReason: string | undefined;
      readonly usage: Usage | undefined;
    }
  /** Something that says no more than that the server lives; `words` are kept to explain a bad end with. */
  | { readonly kind: 'alive'; readonly words: string }
  | { readonly kind: 'error'; readonly error: unknown }
  /** Something that must be read and cannot be, so that the answer has a gap. */
  | { readonly kind: 'unreadable'; readonly words: string }
  /** The server said that the answer is over. */
  | { readonly kind: 'done' };

/** The parts of a message that are read; servers differ in all of them. */
interface Wire {
  choices?: Choice[];
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
  object?: unknown;
  type?: unknown;
  error?: unknown;
  detail?: unknown;
  message?: unknown;
}

interface Choice {
  index?: number;
  /** What is new, in a stream. */
  delta?: Said | null;
  /** All of it, in a whole answer. */
  message?: Said | null;
  finish_reason?: unknown;
  error?: unknown;
}

interface Said {
  content?: unknown;
  reasoning?: unknown;
  reasoning_content?: unknown;
  refusal?: unknown;
}

/** Reads a message that was JSON. */
export function readFrame(value: unknown): Frame {
  if (typeof value !== 'object' || value === null) return { kind: 'alive', words: JSON.stringify(value) };
  const wire = value as Wire;
  const choice = wire.choices?.find(({ index = 0 }) => index === 0);
  const error = errorIn(wire, choice);
  if (error !== undefined) return { kind: 'error', error };
  if (!choice && !wire.usage) return { kind: 'alive', words: wire.type === 'ping' ? '' : JSON.stringify(value) };
  const said = choice?.delta ?? choice?.message;
  const refusal = textIn(said?.refusal, 'text');
  return {
    kind: 'chunk',
    text: textIn(said?.content, 'text') || refusal,
    reasoning:
      textIn(said?.reasoning_content, 'text') || textIn(said?.reasoning, 'text') || textIn(said?.content, 'thinking'),
    finishReason: refusal ? 'refusal' : reasonIn(choice?.finish_reason),
    usage: wire.usage
      ? { inputTokens: Number(wire.usage.prompt_tokens ?? 0), outputTokens: Number(wire.usage.completion_tokens ?? 0) }
      : undefined,
  };
}

/** Servers tell of an error in place of a message in many shapes; what has choices of its own is one only if it says so. */
function errorIn(wire: Wire, choice: Choice | undefined): unknown {
  if (wire.error) return wire.error;
  if (choice?.error) return choice.error;
  if (choice) return undefined;
  if (wire.object === 'error' || wire.type === 'error' || wire.detail) return wire;
  return typeof wire.message === 'string' && wire.message !== '' ? wire : undefined;
}

/** An empty reason is none. */
function reasonIn(reason: unknown): string | undefined {
  if (reason === null || reason === undefined || reason === '') return undefined;
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}

/** A text, or the parts of it that are of one type: `[{"type": "text", "text": "…"}]`. */
function textIn(content: unknown, type: 'text' | 'thinking'): string {
  if (typeof content === 'string') return type === 'text' ? content : '';
  if (Array.isArray(content)) return content.map((part) => textIn(part, type)).join('');
  if (typeof content !== 'object' || content === null) return '';
  const part = content as { type?: unknown; text?: unknown; thinking?: unknown };
  const isThought = part.type === 'thinking' || part.type === 'reasoning';
  if (isThought !== (type === 'thinking')) return '';
  return textIn(isThought ? (part.thinking ?? part.text) : part.text, 'text');
}
