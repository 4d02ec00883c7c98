import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keepModel, keptModelFile, readKeptModel } from '../../../../../infra/local/bedrock/models/kept-model.ts';
import { newFolder } from '../../../../support/hosts/test-host.ts';

const CODER = 'openai:http://127.0.0.1:11434/v1#snipstream-coder:1.5b';

describe('the model that a data folder keeps', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });

  it('is none before one was chosen', () => {
    expect(readKeptModel(folder)).toBeUndefined();
    expect(readKeptModel(join(folder, 'absent'))).toBeUndefined();
  });

  it('is the last one that was chosen, in a file for its owner alone and with nothing beside it', async () => {
    const data = join(folder, 'new', 'data');
    await keepModel(data, 'cookbook');
    await keepModel(data, CODER);
    expect(readKeptModel(data)).toBe(CODER);
    expect(readdirSync(data)).toEqual(['model-choice']);
    expect(statSync(keptModelFile(data)).mode & 0o777).toBe(0o600);
    expect(readFileSync(keptModelFile(data), 'utf8')).toBe(`${CODER}\n`);
  });

  it.each(['', 'gpt', 'openai:http://127.0.0.1:11434/v1'])('that says "%s" is refused by its file', (text) => {
    writeFileSync(keptModelFile(folder), text);
    expect(() => readKeptModel(folder)).toThrow(
      `${keptModelFile(folder)} names no model. The model is "${text}"; allowed are cookbook, openai:`,
    );
    expect(() => readKeptModel(folder)).toThrow('choose again with: npm run model');
  });

  it('that cannot be kept leaves the file that is there, and says why', async () => {
    mkdirSync(keptModelFile(folder));
    await expect(keepModel(folder, CODER)).rejects.toThrow(`${keptModelFile(folder)} cannot be used: it is a folder`);
    expect(readdirSync(folder)).toEqual(['model-choice']);
  });
});
