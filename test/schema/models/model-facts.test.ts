import { describe, expect, it } from 'vitest';
import { modelFacts, modelPrice, modelRow, modelRows } from '../../../schema/models/model-facts.ts';
import { geographies, modelOfProfile, prefixesFrom } from '../../../schema/models/profile-prefixes.ts';

describe('What is known of models', () => {
  it.each(modelRows)('says for $begins on which public pages it was read', ({ begins, source, prices }) => {
    for (const page of [source, ...(prices ? [prices.source] : [])]) {
      expect(page, begins).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
    }
  });

  it('has one row for each beginning, and prices above nothing', () => {
    const begins = modelRows.map((row) => row.begins);
    expect(new Set(begins).size).toBe(begins.length);
    for (const { prices } of modelRows) {
      const { source: _, ...pairs } = prices ?? { source: '' };
      for (const [input, output] of Object.values(pairs)) expect(input > 0 && output > input / 2).toBe(true);
    }
  });

  it.each([
    ['us.anthropic.claude-haiku-5-5', 'NONE', 128_000],
    ['global.anthropic.claude-opus-4-7', 'NONE', 128_000],
    ['us.anthropic.claude-sonnet-4-6', 'EITHER', 64_000],
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'EITHER', 64_000],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'EITHER', null],
    ['us.anthropic.claude-opus-4-1-20250805-v1:0', 'EITHER', null],
    ['us.anthropic.claude-opus-6', 'NONE', null],
    ['us.anthropic.claude-sonnet-5-6', 'NONE', null],
    ['global.xai.grok-4.7', 'NONE', null],
    ['us.openai.gpt-6-sol', 'NONE', 128_000],
    ['global.openai.gpt-7', 'NONE', null],
    ['openai.gpt-oss-120b-1:0', 'BOTH', 16_000],
    ['qwen.qwen3-coder-next', 'BOTH', 16_000],
    ['zai.glm-5', 'EITHER', 128_000],
    ['zai.glm-5.3', 'BOTH', null],
    ['mistral.mistral-large-3-675b-instruct', 'BOTH', 32_000],
    ['mistral.ministral-3-14b-instruct', 'BOTH', 8_000],
    ['us.amazon.nova-pro-v1:0', 'BOTH', 5_000],
    ['newcomer.model-1', 'BOTH', null],
    ['qwen2.5-coder:7b', 'BOTH', null],
    ['cookbook', 'NONE', null],
  ])('tells for %s: sampling %s, at most %s tokens', (id, sampling, maxTokens) => {
    expect(modelFacts(id)).toMatchObject({ sampling, maxTokens });
  });

  it.each([
    ['anthropic.claude-haiku-5-5', { least: 'disabled' }],
    ['anthropic.claude-sonnet-5-5', { least: 'between_tools' }],
    ['anthropic.claude-opus-5-5', 'always'],
    ['anthropic.claude-opus-5', { least: 'disabled' }],
    ['anthropic.claude-sonnet-4-6', 'never'],
    ['anthropic.claude-opus-5-7', 'always'],
  ])('knows of %s how it thinks when told to think little: %j', (id, thinking) => {
    expect(modelFacts(id).thinking).toEqual(thinking);
  });

  it('knows which models stop at no texts', () => {
    expect(modelFacts('openai.gpt-oss-20b-1:0').stopSequences).toBe(false);
    expect(modelFacts('qwen.qwen3-coder-next').stopSequences).toBe(true);
  });

  it.each([
    ['global.anthropic.claude-haiku-5-5', 'eu-west-1', { input: 0.1, output: 0.5 }],
    ['eu.anthropic.claude-haiku-5-5', 'eu-west-1', { input: 0.11, output: 0.55 }],
    ['anthropic.claude-opus-5-5', 'eu-west-2', { input: 4.4, output: 22 }],
    ['us.anthropic.claude-sonnet-4-6', 'us-east-1', { input: 3.3, output: 16.5 }],
    ['qwen.qwen3-coder-next', 'us-west-2', { input: 0.5, output: 1.2 }],
    ['qwen.qwen3-coder-next', 'eu-north-1', { input: 0.6, output: 1.44 }],
    ['qwen.qwen3-coder-480b-a35b-v1:0', 'ap-south-1', null],
    ['us.amazon.nova-2-lite-v1:0', 'us-east-1', { input: 0.33, output: 2.75 }],
    ['us.openai.gpt-6-sol', 'us-east-1', null],
    ['newcomer.model-1', 'us-east-1', null],
    ['cookbook', 'us-east-1', { input: 0, output: 0 }],
  ])('says what %s costs when it is asked from %s: %j', (id, region, price) => {
    expect(modelPrice(id, region)).toEqual(price);
  });
});

describe('The prefixes of inference profiles', () => {
  it('are taken off once, and nothing is taken for one that is not', () => {
    expect(modelOfProfile('us-gov.anthropic.claude-opus-5')).toBe('anthropic.claude-opus-5');
    expect(modelOfProfile('us.us.anthropic.claude-opus-5')).toBe('us.anthropic.claude-opus-5');
    expect(modelOfProfile('sa.anthropic.claude-opus-5')).toBe('sa.anthropic.claude-opus-5');
    expect(modelOfProfile('constructor.x')).toBe('constructor.x');
  });

  it.each([
    ['us-east-1', ['us', 'global']],
    ['ca-central-1', ['us', 'ca', 'global']],
    ['eu-central-2', ['eu', 'global']],
    ['ap-northeast-1', ['jp', 'apac', 'global']],
    ['ap-southeast-2', ['au', 'apac', 'global']],
    ['ap-south-1', ['apac', 'in', 'global']],
    ['sa-east-1', ['global']],
  ])('that can be asked from %s are %j', (region, prefixes) => {
    expect(prefixesFrom(region)).toEqual(prefixes);
  });

  it('are all known that a row names', () => {
    for (const { profiles } of modelRows) {
      for (const prefix of profiles ?? []) expect([...Object.keys(geographies), 'global']).toContain(prefix);
    }
    expect(modelRow('anthropic.claude-sonnet-5-5')?.profiles).toEqual(['us', 'eu', 'global']);
  });
});
