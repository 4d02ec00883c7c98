/** A server on this machine that has models. */
export interface ModelServer {
  readonly kind: 'Ollama' | 'LM Studio' | 'llama.cpp' | 'vLLM' | 'A server of the OpenAI kind';
  /** `http://127.0.0.1:11434`. */
  readonly origin: string;
  /** As the server names them, in its order. */
  readonly models: readonly ServedModel[];
}

export interface ServedModel {
  readonly id: string;
  /** What a prompt and its answer may have together; undefined where the server does not tell. */
  readonly contextTokens: number | undefined;
}

/** The kind of server that was found at an address. */
export type Found =
  | { readonly is: 'server'; readonly server: ModelServer }
  /** llama.cpp while it loads. */
  | { readonly is: 'loading'; readonly origin: string }
  /** Asks for a key. */
  | { readonly is: 'locked'; readonly origin: string }
  /** Answers, or hangs, and is no model server. */
  | { readonly is: 'other'; readonly origin: string };

/**
 * Where model servers listen when nobody says otherwise: Ollama (https://github.com/ollama/ollama/blob/main/docs/faq.mdx),
 * LM Studio (https://lmstudio.ai/docs/app/api), llama.cpp, the old port and the new one
 * (https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md), and vLLM (https://docs.vllm.ai).
 */
export const defaultPorts = [11434, 1234, 8080, 9931, 8000] as const;

const WITHIN_MS = 1_000;

/** Looks at all addresses at once and tells a server by what it answers, whatever its port. */
export async function findServers(origins: readonly string[], fetchFrom: typeof fetch): Promise<Found[]> {
  const found = await Promise.all(origins.map((origin) => lookAt(origin, fetchFrom)));
  return found.filter((one) => one !== undefined);
}

async function lookAt(origin: string, fetchFrom: typeof fetch): Promise<Found | undefined> {
  const ask = async (path: string): Promise<{ status: number; body: unknown }> => {
    const response = await fetchFrom(`${origin}${path}`, { signal: AbortSignal.timeout(WITHIN_MS), redirect: 'error' });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  };
  try {
    const { status, body } = await ask('/v1/models');
    if (status === 401 || status === 403) return { is: 'locked', origin };
    if (status === 503 && /loading/i.test(JSON.stringify(body) ?? '')) return { is: 'loading', origin };
    const listed = status === 200 ? listIn(body, 'data') : undefined;
    if (!listed) return { is: 'other', origin };
    const tell = async (path: string): Promise<unknown> =>
      ask(path).then(
        (answer) => (answer.status === 200 ? answer.body : undefined),
        () => undefined,
      );
    return { is: 'server', server: await serverOf(origin, listed, tell) };
  } catch (error) {
    return isRefused(error) ? undefined : { is: 'other', origin };
  }
}

/** By the routes and the words that only one kind of server has. */
async function serverOf(
  origin: string,
  listed: Listed[],
  tell: (path: string) => Promise<unknown>,
): Promise<ModelServer> {
  const models = listed.map(({ id, max_model_len: contextTokens }) => ({ id, contextTokens: numberOf(contextTokens) }));
  if (typeof fieldOf(await tell('/api/version'), 'version') === 'string') return { kind: 'Ollama', origin, models };

  const inStudio = listIn(await tell('/api/v0/models'), 'data');
  if (inStudio) {
    const chatting = inStudio.filter(({ type }) => type !== 'embeddings');
    return {
      kind: 'LM Studio',
      origin,
      models: chatting.map((model) => ({ id: model.id, contextTokens: numberOf(model.loaded_context_length) })),
    };
  }
  if (listed.some(({ owned_by: owner }) => owner === 'vllm')) return { kind: 'vLLM', origin, models };
  if (listed.some(({ owned_by: owner }) => owner === 'llamacpp')) {
    const slots = await tell('/slots');
    const contextTokens = numberOf(fieldOf(Array.isArray(slots) ? slots[0] : undefined, 'n_ctx'));
    return { kind: 'llama.cpp', origin, models: models.map(({ id }) => ({ id, contextTokens })) };
  }
  return { kind: 'A server of the OpenAI kind', origin, models };
}

/** A model as some server lists it. */
interface Listed {
  readonly id: string;
  readonly type?: unknown;
  readonly owned_by?: unknown;
  readonly max_model_len?: unknown;
  readonly loaded_context_length?: unknown;
}

/** A list of models in a field, for which Ollama says null where it has none; undefined when it is no list. */
function listIn(body: unknown, name: string): Listed[] | undefined {
  const list = fieldOf(body, name) ?? (fieldOf(body, 'object') === 'list' ? [] : undefined);
  if (!Array.isArray(list)) return undefined;
  return list.filter((one): one is Listed => typeof fieldOf(one, 'id') === 'string');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether nobody listens there at all. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return fieldOf(cause, 'code') === 'ECONNREFUSED';
}
