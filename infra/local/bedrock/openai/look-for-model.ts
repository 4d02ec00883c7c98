interface LookupOptions {
  /** As in `--model openai:<base url>#<model>`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** How long to wait for the answer, in milliseconds. */
  readonly withinMs: number;
}

interface ListedModels {
  readonly id: string;
  readonly owned_by?: unknown;
}

const MOST_NAMES = 5;

/**
 * Asks a server of the OpenAI kind which models it has (https://platform.openai.com/docs/api-reference/models/list).
 * @returns in one sentence what keeps the model from answering; undefined when nothing is known against it
 */
export async function lookForModel(asked: LookupOptions): Promise<string | undefined> {
  const { baseUrl, model, apiKey, withinMs } = asked;
  const headers: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  let response: Response;
  let text: string;
  try {
    response = await asked.fetch(`${baseUrl}/models`, { headers, signal: AbortSignal.timeout(withinMs) });
    text = await response.text();
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    if (isLate) return `${baseUrl} has not answered within ${withinMs / 1000} s; it may be loading a model.`;
    return `Nobody answers at ${baseUrl}: start that server, and snippets are made as soon as it answers.`;
  }
  if (response.status === 503) return `${baseUrl} answers that it is not ready (503); it may be loading a model.`;
  if (response.status === 401 || response.status === 403) {
    const what = apiKey === undefined ? 'asks for a key: set' : 'does not accept the key in';
    return `${baseUrl} ${what} OPENAI_API_KEY.`;
  }
  const models = response.ok ? modelsIn(text) : undefined;
  if (!models) {
    const hint = new URL(baseUrl).pathname === '/' ? ` Most such servers answer at ${new URL('/v1', baseUrl)}.` : '';
    return `${baseUrl} does not list models as a server of the OpenAI kind does (HTTP ${response.status}).${hint}`;
  }
  if (models.some((listed) => answersFor(listed, model))) return undefined;
  return `${baseUrl} lists no model "${model}"; it lists ${namesOf(models)}.`;
}

/** Ollama adds `:latest` to a name without a tag, and llama.cpp answers with its one model whatever the name. */
function answersFor({ id, owned_by: owner }: ListedModels, model: string): boolean {
  return id === model || id === `${model}:latest` || owner === 'llamacpp';
}

function modelsIn(text: string): readonly ListedModels[] | undefined {
  try {
    const { data } = JSON.parse(text) as { data?: unknown };
    // Ollama says null where it has none.
    if (data === null) return [];
    return Array.isArray(data)
      ? (data as ListedModels[]).filter((listed) => typeof listed?.id === 'string')
      : undefined;
  } catch {
    return undefined;
  }
}

function namesOf(models: readonly ListedModels[]): string {
  if (models.length === 0) return 'none';
  const more = models.length > MOST_NAMES ? ` and ${models.length - MOST_NAMES} more` : '';
  return `${models
    .slice(0, MOST_NAMES)
    .map(({ id }) => id)
    .join(', ')}${more}`;
}
