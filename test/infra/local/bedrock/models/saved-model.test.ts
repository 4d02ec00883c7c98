import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { saveModel, savedModelFile, readSavedModel } from '../../../../../infra/local/bedrock/models/saved-model.ts';
import { newFolder } from '../../../../support/hosts/test-host.ts';

const CODER = 'openai:http://127.0.0.1:11434/v1#snipstream-coder:1.5b';

describe('the model that a data folder keeps', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });

  it('is none before one was chosen', () => {
    expect(readSavedModel(folder)).toBeUndefined();
    expect(readSavedModel(join(folder, 'absent'))).toBeUndefined();
  });

  it('is the last one that was chosen, in a file for its owner alone and with nothing beside it', async () => {
    const data = join(folder, 'new', 'data');
    await saveModel(data, 'cookbook');
    await saveModel(data, CODER);
    expect(readSavedModel(data)).toBe(CODER);
    expect(readdirSync(data)).toEqual(['model-choice']);
    expect(statSync(savedModelFile(data)).mode & 0o777).toBe(0o600);
    expect(readFileSync(savedModelFile(data), 'utf8')).toBe(`${CODER}\n`);
  });

  it.each(['', 'gpt', 'openai:http://127.0.0.1:11434/v1'])('that says "%s" is refused by its file', (text) => {
    writeFileSync(savedModelFile(folder), text);
    expect(() => readSavedModel(folder)).toThrow(
      `${savedModelFile(folder)} names no model. The model is "${text}"; allowed are cookbook, openai:`,
    );
    expect(() => readSavedModel(folder)).toThrow('choose again with: npm run model');
  });

  it('that cannot be kept leaves the file that is there, and says why', async () => {
    mkdirSync(savedModelFile(folder));
    await expect(saveModel(folder, CODER)).rejects.toThrow(`${savedModelFile(folder)} cannot be used: it is a folder`);
    expect(readdirSync(folder)).toEqual(['model-choice']);
  });
});
