import { expect, it } from 'vitest';
import { parseModelChoice } from '../../../../infra/local/bedrock/models/choose-model.ts';
import type { LocalModelChoice, ModelSettings } from '../../../../infra/local/bedrock/models/choose-model.ts';
import { tryModel } from '../../../../infra/local/model-setup/try-model.ts';
import { startOpenAiServer } from '../../../support/fakes/openai-server.ts';
import { listen } from '../../../support/hosts/listen.ts';

const settings = {} as ModelSettings;
const choiceAt = (baseUrl: string) => parseModelChoice(`openai:${baseUrl}#coder`) as LocalModelChoice;
const never = new AbortController().signal;

it('a model that says nothing in time is told to be silent', async () => {
  const url = await listen(() => undefined);
  await expect(tryModel(choiceAt(`${url}/v1`), settings, never, 100)).rejects.toThrow(
    'The model did not answer within 0.1 s.',
  );
});

it('a model that ends without a word is none to keep', async () => {
  const server = await startOpenAiServer(() => ({
    body: 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
  }));
  try {
    await expect(tryModel(choiceAt(server.baseUrl), settings, never)).rejects.toThrow(
      'The model "coder" answered without a word.',
    );
  } finally {
    await server.close();
  }
});

it('the first word is enough, and thinking aloud counts', async () => {
  const server = await startOpenAiServer((_, response) => {
    response.writeHead(200).write('data: {"choices":[{"delta":{"reasoning":"Hm"}}]}\n\n');
    return Promise.resolve(undefined);
  });
  try {
    await tryModel(choiceAt(server.baseUrl), settings, never);
    expect(server.requests).toHaveLength(1);
  } finally {
    await server.close();
  }
});

it('Ctrl-C ends the wait with its own reason', async () => {
  const stop = new AbortController();
  const url = await listen(() => stop.abort(new Error('interrupted')));
  await expect(tryModel(choiceAt(`${url}/v1`), settings, stop.signal)).rejects.toThrow('interrupted');
});
