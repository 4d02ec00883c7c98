/** Members that servers put the sentence of an error in, the likelier before the less likely. */
const sentences = ['message', 'msg', 'detail', 'error', 'errors', 'reason', 'title'] as const;

/**
 * The sentence in what a server sends as an error: a text, an object with a message, a list of them, nested however. Of an
 * object without any the whole of it. What a server repeats of the request, as in FastAPI's `input`, is left out.
 */
export function errorText(error: unknown): string {
  return sentenceIn(error) ?? (typeof error === 'string' ? error : JSON.stringify(error)) ?? '';
}

function sentenceIn(error: unknown): string | undefined {
  if (typeof error === 'string') return error.trim() === '' ? undefined : error;
  if (Array.isArray(error)) {
    const texts = error.map(sentenceIn).filter((text) => text !== undefined);
    return texts.length > 0 ? texts.join('; ') : undefined;
  }
  if (typeof error !== 'object' || error === null) return undefined;
  const members = error as Record<string, unknown>;
  for (const name of sentences) {
    const text = sentenceIn(members[name]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Words for errors and the status each stands for, as OpenAI, vLLM, llama.cpp and Anthropic use them. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/rate_limit|too_?many/i, 429],
  [/insufficient_quota/i, 429],
  [/overloaded|unavailable/i, 503],
  [/auth|permission|api_key/i, 401],
  [/not_?found/i, 404],
  [/invalid|bad_?request|context_(?:length|size)/i, 400],
  [/timeout/i, 504],
  [/server|internal/i, 500],
];

/** The HTTP status that an error names, as a number or by its words; undefined when it names none. */
export function statedStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const members = error as Record<string, unknown>;
  for (const name of ['status', 'status_code', 'statusCode', 'code'] as const) {
    const status = Number(members[name]);
    if (Number.isInteger(status) && status >= 400 && status < 600) return status;
  }
  const words = ['code', 'type'].map((name) => members[name]).filter((word) => typeof word === 'string');
  for (const word of words) {
    const known = statuses.find(([pattern]) => pattern.test(word));
    if (known) return known[1];
  }
  return statedStatus(members['error']);
}
