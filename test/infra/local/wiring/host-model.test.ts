import { rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCookbookModel } from '../../../../infra/local/bedrock/models/cookbook-model.ts';
import { saveModel } from '../../../../infra/local/bedrock/models/saved-model.ts';
import { chooseHostModel } from '../../../../infra/local/wiring/host-model.ts';
import { newFolder } from '../../../support/hosts/test-host.ts';

const choose = (model: string) => chooseHostModel({ model, openAiApiKey: undefined }, '/nowhere', () => undefined);

describe('the model of a host', () => {
  it('is the one that was given, whatever was chosen', async () => {
    const given = createCookbookModel();
    const chosen = await chooseHostModel(
      { model: 'bedrock:some.model', openAiApiKey: undefined },
      '/nowhere',
      () => undefined,
      given,
    );
    expect(chosen.onBedrock).toBe(false);
    expect(await chosen.open()).toEqual({ id: given.name, text: given.name, local: given });
  });

  it('is asked of Amazon Bedrock by its id, with nothing on this machine', async () => {
    const chosen = await choose('bedrock:us.amazon.nova-2-lite-v1:0');
    expect(chosen.onBedrock).toBe(true);
    expect(await chosen.open()).toEqual({
      id: 'us.amazon.nova-2-lite-v1:0',
      text: 'bedrock:us.amazon.nova-2-lite-v1:0',
      local: undefined,
    });
  });

  it('is served by this host when it is the cookbook or a model server', async () => {
    for (const [text, id] of [
      ['cookbook', 'cookbook'],
      ['openai:http://127.0.0.1:9/v1#coder', 'coder'],
    ] as const) {
      const chosen = await choose(text);
      expect(chosen.onBedrock).toBe(false);
      const { local, ...named } = await chosen.open();
      expect(named).toEqual({ id: local?.name, text });
      expect(local?.name).toContain(id);
    }
  });

  it('is the one that the data folder keeps, unless another is named', async () => {
    const folder = newFolder();
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await saveModel(folder, 'openai:http://127.0.0.1:9/v1#kept');
    const chooseIn = async (model: string | undefined) =>
      (await (await chooseHostModel({ model, openAiApiKey: undefined }, folder, () => undefined)).open()).text;
    expect(await chooseIn(undefined)).toBe('openai:http://127.0.0.1:9/v1#kept');
    expect(await chooseIn('cookbook')).toBe('cookbook');
  });

  it('is refused with what is allowed when it is none', async () => {
    await expect(choose('gpt')).rejects.toThrow('The model is "gpt"; allowed are cookbook, openai:');
  });
});
