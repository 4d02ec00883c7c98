/** What a family of models takes and costs. */
export interface ModelFacts {
  /** Which sampling parameters it takes: both, either of the two, or none. */
  readonly sampling: 'both' | 'either' | 'none';
  /** Most tokens of one answer; null when not known. */
  readonly maxTokens: number | null;
  /** US dollars for a million tokens, in and out, on demand, as last looked up; null when not known. */
  readonly inputPrice: number | null;
  readonly outputPrice: number | null;
}

interface ModelFamily extends ModelFacts {
  /** A part of the model's id that no other family has; the first family that fits counts. */
  readonly part: string;
}

/**
 * Families by a part of their ids, the narrower before the wider. Prices and limits change: see
 * https://aws.amazon.com/bedrock/pricing/ and the model cards in
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html.
 */
const families: readonly ModelFamily[] = [
  { part: 'cookbook', sampling: 'none', maxTokens: null, inputPrice: 0, outputPrice: 0 },
  { part: 'claude-haiku-5-5', sampling: 'none', maxTokens: 128_000, inputPrice: 0.1, outputPrice: 0.5 },
  { part: 'claude-sonnet-5', sampling: 'none', maxTokens: 128_000, inputPrice: 2, outputPrice: 10 },
  { part: 'claude-opus-5', sampling: 'none', maxTokens: 128_000, inputPrice: 4, outputPrice: 20 },
  { part: 'claude-opus-4-7', sampling: 'none', maxTokens: 128_000, inputPrice: null, outputPrice: null },
  { part: 'claude-haiku-4-5', sampling: 'either', maxTokens: 64_000, inputPrice: 1, outputPrice: 5 },
  { part: 'claude-sonnet-4', sampling: 'either', maxTokens: 64_000, inputPrice: 3, outputPrice: 15 },
  { part: 'claude', sampling: 'either', maxTokens: null, inputPrice: null, outputPrice: null },
  { part: 'qwen3-coder-next', sampling: 'both', maxTokens: 16_000, inputPrice: 0.5, outputPrice: 1.2 },
  { part: 'qwen3-coder-480b', sampling: 'both', maxTokens: 16_000, inputPrice: 0.22, outputPrice: 1.8 },
  { part: 'qwen.', sampling: 'both', maxTokens: 16_000, inputPrice: null, outputPrice: null },
  { part: 'gpt-oss-120b', sampling: 'both', maxTokens: null, inputPrice: 0.15, outputPrice: 0.6 },
  { part: 'gpt-oss-20b', sampling: 'both', maxTokens: null, inputPrice: 0.07, outputPrice: 0.3 },
  { part: 'nova-2-lite', sampling: 'both', maxTokens: null, inputPrice: 0.33, outputPrice: 2.75 },
];

const unknown: ModelFacts = { sampling: 'both', maxTokens: null, inputPrice: null, outputPrice: null };

/** What is known of a model by its id, whatever profile it is called through. */
export function modelFacts(id: string): ModelFacts {
  return families.find(({ part }) => id.indexOf(part) >= 0) ?? unknown;
}
