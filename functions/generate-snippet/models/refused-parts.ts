/**
 * A part of a request that some models refuse. `usage` stands for the request to count tokens, which only some servers
 * support.
 */
export type RequestPart = 'maxTokens' | 'temperature' | 'topP' | 'system' | 'usage';

/** Says which parts of a request are sent to a model, given what this model has refused so far. */
export interface AcceptedParts {
  /** Returns true if the part must be left out. */
  leaves(part: Exclude<RequestPart, 'maxTokens'>): boolean;
  /** Returns the token limit to send, or undefined to send none. */
  tokens(wanted: number | undefined): number | undefined;
}

/** The parts of a request that a model has refused so far. */
export interface RefusedParts {
  readonly accepted: AcceptedParts;
  /**
   * Learns from the message of a refusal.
   * @param sent the parts of the refused request, with its token limit
   * @returns the part that is left out or reduced from now on, or undefined if the message names none of them
   */
  learn(sentence: string, sent: SentParts): RequestPart | undefined;
}

export interface SentParts {
  readonly parts: readonly RequestPart[];
  readonly maxTokens: number | undefined;
}

/**
 * How refusals name each part, by Bedrock, OpenAI, vLLM, llama.cpp and the chat templates of models (a template that raises
 * over a system message says that roles must alternate).
 */
const names: Readonly<Record<RequestPart, RegExp>> = {
  usage: /stream_options|include_usage/i,
  system:
    /\bsystem\b[^.]{0,40}(?:not|n't|unsupported|unknown|invalid)|(?:not|n't|un)\s?support\w*[^.]{0,40}\bsystem\b|roles must alternate|only user(?:,| and) assistant roles/i,
  topP: /top_?p\b/i,
  temperature: /temperature/i,
  maxTokens: /max(?:imum)?[_ ]?(?:\w+[_ ])?tokens|maximum context length/i,
};

/** Asked for in this order: the sampling that is refused beside a temperature is topP. */
const order: readonly RequestPart[] = ['usage', 'system', 'topP', 'temperature', 'maxTokens'];

/** Numbers below this in a refusal are no limit of an answer. */
const LEAST_LIMIT = 256;

export function createRefusedParts(): RefusedParts {
  const left = new Set<RequestPart>();
  /** A limit from `from` on is refused; `send` goes out in its place, undefined for none at all. */
  let tokens: { from: number; send: number | undefined } | undefined;

  const learnTokens = (sentence: string, refused: number): void => {
    const isNamed = !/context/i.test(sentence) && tokens?.send !== refused;
    const send = isNamed ? limitIn(sentence, refused) : undefined;
    tokens = { from: send === undefined ? Math.min(refused, tokens?.from ?? refused) : send + 1, send };
  };
  return {
    accepted: {
      leaves: (part) => left.has(part),
      tokens: (wanted) => (wanted !== undefined && tokens && wanted >= tokens.from ? tokens.send : wanted),
    },
    learn(sentence, { parts, maxTokens }) {
      const part = order.find((name) => parts.includes(name) && names[name].test(sentence));
      if (part === 'maxTokens') {
        if (maxTokens === undefined) return undefined;
        learnTokens(sentence, maxTokens);
      } else if (part !== undefined) {
        left.add(part);
      }
      return part;
    },
  };
}

/** The largest number that a refusal names below the one that it refuses. */
function limitIn(sentence: string, refused: number): number | undefined {
  const numbers = (sentence.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g) ?? []).map(Number);
  const below = numbers.filter((number) => number >= LEAST_LIMIT && number < refused);
  return below.length > 0 ? Math.max(...below) : undefined;
}
