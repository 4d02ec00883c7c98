import { chatModels } from './chat-models.ts';
import { createCookbookModel } from './cookbook-model.ts';
import type { GgufSettings } from './gguf-model.ts';
import type { LocalModel } from './local-model.ts';
import { createOpenAiModel } from '../openai/openai-model.ts';

/** Which model answers, as a person chose it. `text` is what `--model` would say for it. */
export type ModelChoice =
  | { readonly kind: 'cookbook'; readonly text: string }
  | { readonly kind: 'openai'; readonly text: string; readonly baseUrl: string; readonly model: string }
  | { readonly kind: 'gguf'; readonly text: string; readonly source: string }
  /** Real Bedrock, which the functions talk to without this host. */
  | { readonly kind: 'bedrock'; readonly text: string; readonly modelId: string };

/** A choice that this host serves itself. */
export type LocalModelChoice = Exclude<ModelChoice, { kind: 'bedrock' }>;

export interface ModelSettings extends GgufSettings {
  /** For an OpenAI-compatible server that asks for one. */
  readonly openAiApiKey?: string | undefined;
  /** Told what such a server does not take. */
  readonly warn: (line: string) => void;
  /** Pace of the cookbook; 0 for all at once, 150 when left out. */
  readonly cookbookTokensPerSecond?: number | undefined;
}

const allowed =
  'allowed are cookbook, openai:<base url>#<model> (openai:http://127.0.0.1:11434/v1#qwen2.5-coder), ' +
  'gguf:<file, hf: or https: address> and bedrock:<model id>.';

/** @throws Error naming the value and what is allowed */
export function parseModelChoice(text: string): ModelChoice {
  const [kind = '', rest = ''] = text.split(/:(.*)/s);
  if (text === 'cookbook') return { kind: 'cookbook', text };
  if (kind === 'gguf' && rest.trim()) return { kind: 'gguf', text, source: rest };
  if (kind === 'bedrock' && /^[\w.:/-]+$/.test(rest)) return { kind: 'bedrock', text, modelId: rest };
  const [, baseUrl = '', model = ''] =
    /^(https?:\/\/[^#\s]+?)\/*#(\S|\S.*\S)$/.exec(kind === 'openai' ? rest : '') ?? [];
  if (model && URL.canParse(baseUrl)) return { kind: 'openai', text, baseUrl, model };
  throw new Error(`The model is "${text}"; ${allowed}`);
}

/** Opens the model that was chosen; loading one, and all the more downloading it, takes its time. */
export async function openModel(choice: LocalModelChoice, settings: ModelSettings): Promise<LocalModel> {
  switch (choice.kind) {
    case 'cookbook':
      return createCookbookModel({ tokensPerSecond: settings.cookbookTokensPerSecond ?? 150 });
    case 'openai':
      return createOpenAiModel({ ...choice, apiKey: settings.openAiApiKey, warn: settings.warn });
    case 'gguf': {
      const { openGgufModel } = await import('./gguf-model.ts');
      return openGgufModel(choice.source, settings);
    }
    default:
      throw new Error(`No model of the kind ${JSON.stringify(choice satisfies never)}.`);
  }
}

const OLLAMA = 'http://127.0.0.1:11434';
const OLLAMA_WITHIN_MS = 300;

/**
 * The model to take: the one that was given, else one of an Ollama that answers at its usual address (first one made
 * for code, by its name), else the cookbook.
 * @throws Error when the given one is none
 */
export async function chooseModel(given: string | undefined, fetchModels: typeof fetch): Promise<ModelChoice> {
  if (given !== undefined) return parseModelChoice(given);
  const [name] = chatModels(await ollamaModels(fetchModels));
  return parseModelChoice(name === undefined ? 'cookbook' : `openai:${OLLAMA}/v1#${name}`);
}

async function ollamaModels(fetchModels: typeof fetch): Promise<string[]> {
  try {
    const response = await fetchModels(`${OLLAMA}/api/tags`, { signal: AbortSignal.timeout(OLLAMA_WITHIN_MS) });
    const { models } = (await response.json()) as { models: { name: string }[] };
    return models.map(({ name }) => name);
  } catch {
    return [];
  }
}
