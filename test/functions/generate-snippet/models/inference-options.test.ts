import { describe, expect, it } from 'vitest';
import { inferenceOptions } from '../../../../functions/generate-snippet/models/inference-options.ts';
import { modelFacts } from '../../../../schema/models/model-facts.ts';
import type { TaskOptions } from '../../../../schema/types.generated.ts';

const both: TaskOptions = { temperature: 0.5, topP: 0.9, stopSequences: ['END'] };

describe('What a model is told of how to write', () => {
  it.each([
    ['qwen.qwen3-coder-next', { maxTokens: 8_192, temperature: 0.5, topP: 0.9, stopSequences: ['END'] }],
    ['us.anthropic.claude-sonnet-4-6', { maxTokens: 8_192, temperature: 0.5, stopSequences: ['END'] }],
    ['us.anthropic.claude-haiku-5-5', { maxTokens: 8_192, stopSequences: ['END'] }],
    ['openai.gpt-oss-20b-1:0', { maxTokens: 16_000, temperature: 0.5, topP: 0.9 }],
    ['global.xai.grok-4.7', { stopSequences: ['END'] }],
  ])('holds for %s only what it takes', (id, inferenceConfig) => {
    expect(inferenceOptions(both, modelFacts(id), undefined).inferenceConfig).toEqual(inferenceConfig);
  });

  it('lets topP through to a model that takes either, when there is no temperature', () => {
    const { inferenceConfig } = inferenceOptions(
      { topP: 0.9 },
      modelFacts('us.anthropic.claude-sonnet-4-6'),
      undefined,
    );
    expect(inferenceConfig).toEqual({ maxTokens: 8_192, topP: 0.9 });
  });

  it.each([
    ['the usual number', 'anthropic.claude-haiku-5-5', null, undefined, 8_192],
    ['room for thoughts where they cannot be switched off', 'anthropic.claude-opus-5-5', null, undefined, 32_768],
    ['no more than the model writes', 'amazon.nova-pro-v1:0', null, undefined, 5_000],
    ['nothing where the limit is not known', 'newcomer.model-1', null, undefined, undefined],
    ['the deployment’s own number', 'anthropic.claude-haiku-5-5', null, 4_000, 4_000],
    ['it also where the limit is not known', 'newcomer.model-1', null, 4_000, 4_000],
    ['of it no more than the model writes', 'amazon.nova-pro-v1:0', null, 9_000, 5_000],
    ['the caller’s number before all', 'newcomer.model-1', 77, 4_000, 77],
  ])('says of tokens: %s', (_, id, maxTokens, defaultMaxTokens, told) => {
    const { inferenceConfig } = inferenceOptions({ maxTokens }, modelFacts(id), defaultMaxTokens);
    expect(inferenceConfig?.maxTokens).toBe(told);
  });

  it.each([
    ['us.anthropic.claude-haiku-5-5', { thinking: { type: 'disabled' } }],
    ['us.anthropic.claude-sonnet-5-5', { thinking: { type: 'between_tools' } }],
    ['us.anthropic.claude-opus-5-5', undefined],
    ['us.anthropic.claude-sonnet-4-6', undefined],
    ['qwen.qwen3-coder-next', undefined],
  ])('has %s think as little as it can', (id, fields) => {
    expect(inferenceOptions({}, modelFacts(id), undefined).additionalModelRequestFields).toEqual(fields);
  });
});
