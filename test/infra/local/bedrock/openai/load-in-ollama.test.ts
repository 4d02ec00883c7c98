import { expect, it } from 'vitest';
import { loadInOllama } from '../../../../../infra/local/bedrock/openai/load-in-ollama.ts';
import { listen } from '../../../../support/hosts/listen.ts';

/** An Ollama that has loaded `loaded`, and answers a load as the test says. */
async function startLoader(loaded: string[], status: number, says: string) {
  const asked: string[] = [];
  const origin = await listen((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/api/version') return void response.end('{"version":"0.24.0"}');
    if (request.url === '/api/ps')
      return void response.end(JSON.stringify({ models: loaded.map((name) => ({ name })) }));
    response.writeHead(status).end(says);
  });
  const lines: string[] = [];
  await loadInOllama({ baseUrl: `${origin}/v1`, model: 'coder:7b' }, (line) => lines.push(line));
  return { origin, asked, lines };
}

it('has Ollama load a model at the start, and tells of it', async () => {
  const { origin, asked, lines } = await startLoader(['llama3'], 200, '{"done":true}');
  expect(asked.at(-1)).toBe('POST /api/generate');
  expect(lines).toEqual([
    `Ollama at ${origin} is loading coder:7b; the first answer waits for it.`,
    expect.stringMatching(/^coder:7b is loaded after \d+\.\d s\.$/),
  ]);
});

it('says why a model is not loaded', async () => {
  const { lines } = await startLoader([], 500, '{"error":"model requires more system memory (9 GiB)"}');
  expect(lines.at(-1)).toBe('coder:7b was not loaded: model requires more system memory (9 GiB).');
});

it('leaves a model alone that is loaded, and a server that is no Ollama', async () => {
  expect(await startLoader(['coder:7b'], 200, '')).toMatchObject({
    asked: ['GET /api/version', 'GET /api/ps'],
    lines: [],
  });
  const asked: (string | undefined)[] = [];
  const origin = await listen((request, response) => {
    asked.push(request.url);
    response.end('null');
  });
  await loadInOllama({ baseUrl: `${origin}/v1`, model: 'coder:7b' }, () => expect.unreachable());
  expect(asked).toEqual(['/api/version']);
});
