import type { ModelRow, PricePair, Prices } from './model-row.ts';

/** Copies of the lists that Bedrock itself gives of models and inference profiles in each region, of 2026-08-22. */
const lists = 'https://github.com/amazonbedrockmodels/amazonbedrockmodels.github.io';
/** A copy of AWS's price list of 2026-10-06. */
const priceList = 'https://github.com/YutaOkoshi/aws-bedrock-quick-reference';
const genaiPrices = 'https://github.com/pydantic/genai-prices/blob/main/prices/providers/aws.yml';
const parameters = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters';

const inUnitedStates = (price: PricePair, elsewhere?: PricePair): Prices => ({
  source: priceList,
  inUnitedStates: price,
  ...(elsewhere ? { elsewhere } : {}),
});

/** Asked by its own id, in the regions that have it. */
const plain = { stopSequences: true, thinking: 'never', profiles: [], onDemand: 'everywhere', source: lists } as const;

/** Takes temperature and topP: https://github.com/NousResearch/hermes-agent/pull/111438. */
const qwen = { ...plain, sampling: 'BOTH', maxTokens: 16_000 } as const;

/** Asked through a profile, without temperature or topP. */
const thinker = { sampling: 'NONE', stopSequences: true, thinking: 'always', onDemand: 'nowhere' } as const;

/** A maker whose page of parameters names temperature and topP. */
const oldHand = { ...plain, sampling: 'BOTH' } as const;

/** Only its temperature is documented, so nothing says that topP goes beside it. */
const warm = { ...plain, sampling: 'EITHER' } as const;

/** All but those of Anthropic; the wider beginnings stand last. */
export const otherModels: readonly ModelRow[] = [
  { ...qwen, begins: 'qwen.qwen3-coder-next', prices: inUnitedStates([0.5, 1.2], [0.6, 1.44]) },
  { ...qwen, begins: 'qwen.qwen3-coder-480b', prices: inUnitedStates([0.45, 1.8]) },
  { ...qwen, begins: 'qwen.qwen3-coder-30b', prices: inUnitedStates([0.15, 0.6]) },
  {
    ...oldHand,
    begins: 'openai.gpt-oss-120b',
    // https://github.com/crewAIInc/crewAI/issues/3317
    stopSequences: false,
    thinking: 'always',
    maxTokens: 16_000,
    prices: inUnitedStates([0.15, 0.6]),
    source: `${parameters}-openai.html`,
  },
  {
    ...oldHand,
    begins: 'openai.gpt-oss-20b',
    stopSequences: false,
    thinking: 'always',
    maxTokens: 16_000,
    prices: inUnitedStates([0.07, 0.3]),
    source: `${parameters}-openai.html`,
  },
  {
    ...thinker,
    begins: 'openai.gpt-6',
    maxTokens: 128_000,
    profiles: ['us', 'global'],
    prices: null,
    source: 'https://github.com/run-llama/llama_index/issues/23211',
  },
  {
    ...thinker,
    begins: 'openai.gpt-5.6',
    maxTokens: 128_000,
    profiles: ['us', 'in', 'global'],
    prices: null,
    source: 'https://docs.aws.amazon.com/it_it/bedrock/latest/userguide/model-card-openai-gpt-56-terra.html',
  },
  {
    ...thinker,
    begins: 'xai.',
    maxTokens: null,
    profiles: ['us', 'global'],
    prices: { source: priceList, global: [2, 6], geography: [2.2, 6.6] },
    source: 'https://github.com/NousResearch/hermes-agent/issues/111043',
  },
  {
    ...warm,
    begins: 'moonshotai.kimi-k2.5',
    maxTokens: 16_000,
    prices: null,
  },
  { ...warm, begins: 'zai.glm-5', maxTokens: 128_000, prices: null },
  { ...warm, begins: 'minimax.minimax-m2.5', thinking: 'always', maxTokens: 8_000, prices: null },
  {
    ...oldHand,
    begins: 'deepseek.r1',
    thinking: 'always',
    maxTokens: 8_000,
    profiles: ['us'],
    onDemand: 'nowhere',
    prices: null,
  },
  { ...oldHand, begins: 'deepseek.v3.2', maxTokens: 8_000, prices: null },
  { ...oldHand, begins: 'deepseek.v3-v1', maxTokens: 8_000, prices: null },
  {
    ...oldHand,
    begins: 'mistral.devstral-2',
    maxTokens: 32_000,
    prices: { source: genaiPrices, inUnitedStates: [0.4, 2] },
  },
  {
    ...oldHand,
    begins: 'mistral.mistral-large-3',
    maxTokens: 32_000,
    prices: { source: genaiPrices, inUnitedStates: [0.5, 1.5] },
  },
  { ...oldHand, begins: 'mistral.ministral-3-', maxTokens: 8_000, prices: null },
  {
    ...oldHand,
    begins: 'amazon.nova-2-lite',
    maxTokens: 64_000,
    profiles: ['us', 'eu', 'jp', 'global'],
    onDemand: 'nowhere',
    prices: { source: priceList, global: [0.3, 2.5], geography: [0.33, 2.75] },
  },
  // Asked by their own ids in some regions, which the list does not say for each of them.
  ...(
    [
      ['amazon.nova-pro', ['us', 'eu', 'apac'], [0.8, 3.2]],
      ['amazon.nova-lite', ['us', 'eu', 'apac', 'ca'], [0.06, 0.24]],
      ['amazon.nova-micro', ['us', 'eu', 'apac'], [0.035, 0.14]],
    ] as const
  ).map(([begins, profiles, price]) => ({
    ...oldHand,
    begins,
    maxTokens: 5_000,
    profiles,
    onDemand: null,
    prices: inUnitedStates(price),
  })),
  {
    ...oldHand,
    begins: 'meta.llama4-maverick',
    maxTokens: 8_000,
    profiles: ['us'],
    onDemand: 'nowhere',
    prices: null,
    source: `${parameters}-meta.html`,
  },
  {
    ...oldHand,
    begins: 'meta.llama3-3-70b',
    maxTokens: 4_000,
    profiles: ['us'],
    onDemand: 'nowhere',
    prices: null,
    source: `${parameters}-meta.html`,
  },
  {
    // The newer models of OpenAI refuse sampling, and so may those to come.
    ...thinker,
    begins: 'openai.',
    maxTokens: null,
    profiles: null,
    onDemand: null,
    prices: null,
    source: 'https://github.com/run-llama/llama_index/issues/23211',
  },
];
