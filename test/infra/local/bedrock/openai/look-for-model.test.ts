import { describe, expect, it } from 'vitest';
import { findModelFault } from '../../../../../infra/local/bedrock/models/model-fault.ts';
import { lookForModel } from '../../../../../infra/local/bedrock/openai/look-for-model.ts';
import { listen } from '../../../../support/hosts/listen.ts';

const listing = (...models: object[]): string => JSON.stringify({ object: 'list', data: models });

async function lookedAt(
  { status = 200, body }: { status?: number; body: string },
  { path = '/v1', apiKey = undefined as string | undefined } = {},
): Promise<{ baseUrl: string; said: string | undefined; asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const url = await listen((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.writeHead(status).end(body);
  });
  const baseUrl = `${url}${path}`;
  return { baseUrl, said: await lookForModel({ baseUrl, model: 'coder', apiKey, fetch, withinMs: 10_000 }), asked };
}

describe('a server of the OpenAI kind at the start', () => {
  it.each([
    ['lists the model', listing({ id: 'other' }, { id: 'coder' })],
    ['lists it as Ollama does, with a tag', listing({ id: 'coder:latest' })],
    [
      'is llama.cpp, which answers with its one model whatever the name',
      listing({ id: 'a.gguf', owned_by: 'llamacpp' }),
    ],
  ])('has nothing against it when it %s', async (_, body) => {
    const { said, asked } = await lookedAt({ body }, { apiKey: 'k' });
    expect(said).toBeUndefined();
    expect(asked).toEqual(['/v1/models', 'Bearer k']);
  });

  it.each([
    [
      'has no such model',
      { body: listing({ id: 'coder:7b' }, { id: 'b' }) },
      'lists no model "coder"; it lists coder:7b, b.',
    ],
    [
      'has many others',
      { body: listing(...'abcdefg'.split('').map((id) => ({ id }))) },
      'it lists a, b, c, d, e and 2 more.',
    ],
    [
      'has none at all, as a new Ollama',
      { body: '{"object":"list","data":null}' },
      'lists no model "coder"; it lists none.',
    ],
    ['is loading', { status: 503, body: '{"error":{"message":"Loading model"}}' }, 'it may be loading a model.'],
    ['wants a key', { status: 401, body: '' }, 'asks for a key: set OPENAI_API_KEY.'],
    ['is something else', { body: '<html>' }, 'does not list models as a server of the OpenAI kind does (HTTP 200).'],
    ['lists things that are none', { body: '{"data":[null,{"id":1}]}' }, 'it lists none.'],
  ])('is named with its address when it %s', async (_, answer, sentence) => {
    const { said, baseUrl } = await lookedAt(answer);
    expect(said).toContain(baseUrl);
    expect(said).toContain(sentence);
  });

  it('is told from one that refuses the key', async () => {
    const { said } = await lookedAt({ status: 403, body: '' }, { apiKey: 'wrong' });
    expect(said).toContain('does not accept the key in OPENAI_API_KEY.');
  });

  it('is looked for at /v1 when the address lacks a path', async () => {
    const { said, baseUrl } = await lookedAt({ status: 404, body: '' }, { path: '' });
    expect(said).toContain(`(HTTP 404). Most such servers answer at ${baseUrl}/v1.`);
  });

  it('is named when nobody answers there', async () => {
    const baseUrl = 'http://127.0.0.1:1/v1';
    expect(await findModelFault(`openai:${baseUrl}#coder`, undefined, fetch)).toContain(`Nobody answers at ${baseUrl}`);
  });

  it('is not waited for longer than was said', async () => {
    const url = await listen(() => undefined);
    const said = await lookForModel({ baseUrl: url, model: 'coder', apiKey: undefined, fetch, withinMs: 50 });
    expect(said).toBe(`${url} has not answered within 0.05 s; it may be loading a model.`);
  });

  it.each(['cookbook', 'bedrock:us.a.b', 'gguf:a.gguf'])('is not asked for %s', async (text) => {
    const nobody: typeof fetch = () => Promise.reject(new Error('asked'));
    expect(await findModelFault(text, undefined, nobody)).toBeUndefined();
  });
});
