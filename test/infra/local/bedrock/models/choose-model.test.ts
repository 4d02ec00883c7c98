import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { chooseModel, openModel, parseModelChoice } from '../../../../../infra/local/bedrock/models/choose-model.ts';
import type { ModelSettings } from '../../../../../infra/local/bedrock/models/choose-model.ts';

describe('the choice of a model', () => {
  it.each([
    ['cookbook', { kind: 'cookbook' }],
    [
      'openai:http://127.0.0.1:11434/v1/#qwen2.5-coder:7b',
      { kind: 'openai', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen2.5-coder:7b' },
    ],
    ['openai:https://example.com#org/model', { kind: 'openai', baseUrl: 'https://example.com', model: 'org/model' }],
    ['bedrock:us.anthropic.claude-haiku-5-5-v1:0', { kind: 'bedrock', modelId: 'us.anthropic.claude-haiku-5-5-v1:0' }],
    ['gguf:hf:org/repo:Q4_K_M', { kind: 'gguf', source: 'hf:org/repo:Q4_K_M' }],
    ['gguf:./models/a b.gguf', { kind: 'gguf', source: './models/a b.gguf' }],
  ])('reads %s', (text, choice) => {
    expect(parseModelChoice(text)).toEqual({ ...choice, text });
  });

  it.each([
    '',
    'cook',
    'cookbook:1',
    'openai',
    'openai:',
    'openai:127.0.0.1:11434#a',
    'openai:http://127.0.0.1:11434/v1',
    'openai:http://127.0.0.1:11434/v1#',
    'openai:http://#a',
    'bedrock:',
    'bedrock:a b',
    'gguf:',
    'claude',
  ])('refuses "%s", saying what is allowed', (text) => {
    expect(() => parseModelChoice(text)).toThrow(`The model is "${text}"; allowed are cookbook, openai:`);
  });

  const ollamaWith =
    (...names: string[]): typeof fetch =>
    async (input) => {
      expect(input).toBe('http://127.0.0.1:11434/api/tags');
      return Response.json({ models: names.map((name) => ({ name })) });
    };
  const noOllama: typeof fetch = async () => {
    throw new TypeError('fetch failed');
  };

  it.each([
    ['the one given, whatever is running', 'cookbook', ollamaWith('llama3'), 'cookbook'],
    [
      'the one made for code',
      undefined,
      ollamaWith('llama3', 'qwen2.5-coder:7b'),
      'openai:http://127.0.0.1:11434/v1#qwen2.5-coder:7b',
    ],
    ['codellama too', undefined, ollamaWith('llama3', 'codellama:7b'), 'openai:http://127.0.0.1:11434/v1#codellama:7b'],
    [
      'else the first that can talk',
      undefined,
      ollamaWith('nomic-embed-text', 'llama3'),
      'openai:http://127.0.0.1:11434/v1#llama3',
    ],
    ['the cookbook, with an Ollama that has none', undefined, ollamaWith(), 'cookbook'],
    ['the cookbook, without an Ollama', undefined, noOllama, 'cookbook'],
    ['the cookbook, with something else on that port', undefined, async () => new Response('hello'), 'cookbook'],
  ] as const)('takes %s', async (_, given, fetchModels, text) => {
    expect((await chooseModel(given, fetchModels)).text).toBe(text);
  });

  it('does not wait for an Ollama that hangs', async () => {
    const hanging: typeof fetch = async (_, init) => {
      await once(init?.signal ?? new EventTarget(), 'abort');
      throw init?.signal?.reason;
    };
    expect((await chooseModel(undefined, hanging)).text).toBe('cookbook');
  });

  it('opens the cookbook and a server under their names', async () => {
    const settings = {} as ModelSettings;
    expect((await openModel({ kind: 'cookbook', text: 'cookbook' }, settings)).name).toBe('cookbook');
    const choice = { kind: 'openai', text: '', baseUrl: 'http://127.0.0.1:1', model: 'org/model' } as const;
    expect((await openModel(choice, settings)).name).toBe('org/model');
  });
});
