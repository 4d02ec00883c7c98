import { describe, expect, it } from 'vitest';
import { findServers } from '../../../../../infra/local/model-setup/servers/find-servers.ts';
import { startOllamaServer } from '../../../../support/fakes/ollama-server.ts';
import { listen } from '../../../../support/hosts/listen.ts';

/** A server that answers these paths with JSON or text, and others with 404. */
function serve(answers: Record<string, unknown>, status = 200): Promise<string> {
  return listen((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) return void response.writeHead(404).end('nothing');
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
}

const find = async (origin: string) => (await findServers([origin], fetch))[0];
const list = (...models: object[]): object => ({ '/v1/models': { object: 'list', data: models } });

describe('a model server on this machine', () => {
  it('is Ollama, with what it has', async () => {
    const { origin } = await startOllamaServer(['llama3.1:8b', 'qwen2.5-coder:7b']);
    const models = [
      { id: 'llama3.1:8b', contextTokens: undefined },
      { id: 'qwen2.5-coder:7b', contextTokens: undefined },
    ];
    expect(await find(origin)).toEqual({ is: 'server', server: { kind: 'Ollama', origin, models } });
  });

  it('is llama.cpp, with the context of a slot, or without where slots are not told', async () => {
    const model = { id: 'coder.gguf', owned_by: 'llamacpp', meta: null };
    const origin = await serve({ ...list(model), '/slots': [{ id: 0, n_ctx: 4096 }] });
    const models = [{ id: 'coder.gguf', contextTokens: 4096 }];
    expect(await find(origin)).toEqual({ is: 'server', server: { kind: 'llama.cpp', origin, models } });
    expect(await find(await serve({ ...list(model) }))).toMatchObject({
      server: { kind: 'llama.cpp', models: [{ contextTokens: undefined }] },
    });
  });

  it('is vLLM, with the length of its model', async () => {
    const origin = await serve({ ...list({ id: 'org/coder', owned_by: 'vllm', max_model_len: 8192 }) });
    const models = [{ id: 'org/coder', contextTokens: 8192 }];
    expect(await find(origin)).toEqual({ is: 'server', server: { kind: 'vLLM', origin, models } });
  });

  it('is LM Studio, without its models that only embed', async () => {
    const origin = await serve({
      ...list({ id: 'coder' }, { id: 'nomic' }),
      '/api/v0/models': {
        data: [
          { id: 'coder', type: 'llm', loaded_context_length: 4096 },
          { id: 'nomic', type: 'embeddings' },
        ],
      },
    });
    const models = [{ id: 'coder', contextTokens: 4096 }];
    expect(await find(origin)).toEqual({ is: 'server', server: { kind: 'LM Studio', origin, models } });
  });

  it('is some server of the OpenAI kind, also with no model at all', async () => {
    expect(await find(await serve({ ...list({ id: 'coder', owned_by: 'me' }) }))).toMatchObject({
      server: { kind: 'A server of the OpenAI kind' },
    });
    expect(await find(await serve({ ...list() }))).toMatchObject({ server: { models: [] } });
  });

  it('is told while it loads, and when it asks for a key', async () => {
    const loading = await serve({ '/v1/models': { error: { code: 503, message: 'Loading model' } } }, 503);
    expect(await find(loading)).toEqual({ is: 'loading', origin: loading });
    const locked = await serve({ '/v1/models': { error: 'Unauthorized' } }, 401);
    expect(await find(locked)).toEqual({ is: 'locked', origin: locked });
  });

  it.each([
    ['a page', { '/v1/models': '<html>' }],
    ['JSON of another kind', { '/v1/models': { data: 'coder' } }],
    ['nothing there', {}],
  ])('is none where something else answers with %s', async (_, answers) => {
    const origin = await serve(answers);
    expect(await find(origin)).toEqual({ is: 'other', origin });
  });

  it('is none where something hangs, or sends elsewhere', async () => {
    const hanging = await listen(() => undefined);
    const moved = await listen((_, response) => response.writeHead(302, { location: hanging }).end());
    expect(await findServers([hanging, moved], fetch)).toEqual([
      { is: 'other', origin: hanging },
      { is: 'other', origin: moved },
    ]);
  });

  it('is not told of where nobody listens', async () => {
    expect(await findServers(['http://127.0.0.1:2'], fetch)).toEqual([]);
  });
});
