import type { ModelRow, PricePair, Prices } from './model-row.ts';

const cards = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude';
/** Copies of the lists that Bedrock itself gives of models and inference profiles in each region, of 2026-08-22. */
const lists = 'https://github.com/amazonbedrockmodels/amazonbedrockmodels.github.io';
const litellm = 'https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json';
const overviews = 'https://platform.claude.com/docs/en/models';

/**
 * Claude 4.5 and all later models cost a tenth more where they stay in one region or one part of the world:
 * https://platform.claude.com/docs/en/about-claude/pricing.
 */
function claudePrices(global: PricePair, source: string): Prices {
  const [input, output] = global.map((price) => Math.round(price * 1_100) / 1_000) as [number, number];
  const regional: PricePair = [input, output];
  return { source, global, geography: regional, inUnitedStates: regional, elsewhere: regional };
}

/** Claude from 4.7 on refuses temperature and topP: https://github.com/promptfoo/promptfoo/issues/10307. */
const current = { sampling: 'NONE', stopSequences: true, maxTokens: 128_000, onDemand: 'nowhere' } as const;

/** Claude 4.5 and 4.6 refuse both together: https://github.com/aws-samples/bedrock-access-gateway/issues/191. */
const earlier = { sampling: 'EITHER', stopSequences: true, thinking: 'never', onDemand: 'nowhere' } as const;

/** The models of Anthropic; the wider beginnings stand last. */
export const claudeModels: readonly ModelRow[] = [
  {
    ...current,
    begins: 'anthropic.claude-haiku-5-5',
    thinking: { least: 'disabled' },
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    // Up to 100,000 tokens read, which no request of this system comes to.
    prices: claudePrices([0.1, 0.5], `${overviews}/haiku-5-5/overview`),
    source: `${cards}-haiku-5-5.md`,
  },
  {
    ...current,
    begins: 'anthropic.claude-sonnet-5-5',
    // `disabled` is refused: https://github.com/vercel/ai/releases/tag/%40ai-sdk%2Famazon-bedrock%405.0.98.
    thinking: { least: 'between_tools' },
    profiles: ['us', 'eu', 'global'],
    prices: claudePrices([2, 10], `${overviews}/haiku-5-5/overview`),
    source: `${cards}-sonnet-5-5.md`,
  },
  {
    ...current,
    begins: 'anthropic.claude-opus-5-5',
    thinking: 'always',
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    onDemand: ['eu-west-2'],
    prices: claudePrices([4, 20], `${overviews}/haiku-5-5/overview`),
    source: `${cards}-opus-5-5.html`,
  },
  {
    ...current,
    begins: 'anthropic.claude-fable-5-2',
    // It takes a temperature of 1 and a topP of 0.99 alone, which is to say none.
    thinking: 'always',
    profiles: ['us'],
    onDemand: null,
    prices: claudePrices([8, 40], 'https://platform.claude.com/docs/id/models/opus-5/overview.md'),
    source: `${cards}-fable-5-2.html`,
  },
  {
    ...current,
    begins: 'anthropic.claude-opus-5',
    thinking: { least: 'disabled' },
    profiles: ['us', 'eu', 'au', 'global'],
    onDemand: ['ap-northeast-2'],
    prices: claudePrices([5, 25], 'https://platform.claude.com/docs/en/about-claude/pricing'),
    source: lists,
  },
  {
    ...current,
    begins: 'anthropic.claude-sonnet-5',
    thinking: { least: 'disabled' },
    profiles: ['us', 'eu', 'au', 'global'],
    prices: claudePrices([2, 10], `${overviews}/haiku-5-5/overview`),
    source: lists,
  },
  ...['anthropic.claude-opus-4-8', 'anthropic.claude-opus-4-7'].map((begins) => ({
    ...current,
    begins,
    thinking: 'never' as const,
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    prices: claudePrices([5, 25], 'https://platform.claude.com/docs/en/about-claude/pricing'),
    source: lists,
  })),
  {
    ...earlier,
    begins: 'anthropic.claude-sonnet-4-6',
    maxTokens: 64_000,
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    prices: claudePrices([3, 15], `${overviews}/sonnet-4-6/overview`),
    source: lists,
  },
  {
    ...earlier,
    begins: 'anthropic.claude-opus-4-6',
    maxTokens: 128_000,
    profiles: ['us', 'eu', 'au', 'global'],
    onDemand: ['eu-west-2'],
    prices: claudePrices([5, 25], litellm),
    source: lists,
  },
  {
    ...earlier,
    begins: 'anthropic.claude-sonnet-4-5',
    maxTokens: 64_000,
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    prices: claudePrices([3, 15], 'https://platform.claude.com/docs/en/about-claude/pricing'),
    source: lists,
  },
  {
    ...earlier,
    begins: 'anthropic.claude-haiku-4-5',
    maxTokens: 64_000,
    profiles: ['us', 'eu', 'jp', 'au', 'global'],
    prices: claudePrices([1, 5], 'https://platform.claude.com/docs/en/about-claude/pricing'),
    source: lists,
  },
  {
    ...earlier,
    begins: 'anthropic.claude-opus-4-5',
    maxTokens: null,
    profiles: ['us', 'eu', 'global'],
    prices: claudePrices([5, 25], 'https://platform.claude.com/docs/en/about-claude/pricing'),
    source: 'https://platform.claude.com/docs/en/build-with-claude/claude-on-amazon-bedrock',
  },
  // The last ones that take sampling. The page advises one of the two, and Claude Opus 4.1 insists on it.
  ...[
    'anthropic.claude-3-',
    'anthropic.claude-sonnet-4-2025',
    'anthropic.claude-opus-4-2025',
    'anthropic.claude-opus-4-1',
  ].map((begins) => ({
    ...earlier,
    begins,
    maxTokens: null,
    profiles: null,
    onDemand: null,
    prices: null,
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html',
  })),
  {
    begins: 'anthropic.',
    // Every new one so far has refused both, https://github.com/cline/cline/issues/10572.
    sampling: 'NONE',
    stopSequences: true,
    thinking: 'always',
    maxTokens: null,
    profiles: null,
    onDemand: null,
    prices: null,
    source: 'https://github.com/cline/cline/issues/10572',
  },
];
