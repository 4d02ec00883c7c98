import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderFault, folderFault } from '../../data-folder/folder-fault.ts';
import { makeFolder } from '../../data-folder/make-folder.ts';
import { readIfThere } from '../../data-folder/write-once.ts';
import { parseModelChoice } from './choose-model.ts';

/** The file of a data folder that says which model its host takes when the caller names none. */
export function savedModelFile(dataFolder: string): string {
  return join(dataFolder, 'model-choice');
}

/**
 * The choice that `npm run model` keeps, in the words of `--model`; undefined when there is none.
 * @throws FolderFault the file cannot be read, or says no model
 */
export function readSavedModel(dataFolder: string): string | undefined {
  const file = savedModelFile(dataFolder);
  try {
    const text = readIfThere(file)?.trim();
    if (text !== undefined) parseModelChoice(text);
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw folderFault(file, error);
    const reason = error instanceof Error ? error.message : String(error);
    throw new FolderFault(`${file} names no model. ${reason} Remove the file, or choose again with: npm run model`, {
      cause: error,
    });
  }
}

/**
 * Keeps a choice. A reader sees the old one or the new one, never a part.
 * @param text as `--model` would name it
 * @throws FolderFault the file cannot be written
 */
export async function saveModel(dataFolder: string, text: string): Promise<void> {
  const file = savedModelFile(dataFolder);
  const temporary = `${file}-${randomUUID()}`;
  try {
    await makeFolder(dataFolder);
    await writeFile(temporary, `${text}\n`, { mode: 0o600, flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw folderFault(file, error);
  }
}
