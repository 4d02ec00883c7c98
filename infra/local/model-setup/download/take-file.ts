import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { llamaFolder, loadNodeLlamaCpp } from '../../bedrock/models/node-llama-cpp.ts';
import { addLlama, llama } from './add-llama.ts';
import { downloadFile } from './download-file.ts';
import { checkOnHub, fileOnHub } from './hub-file.ts';
import { sizeOf } from './part-file.ts';
import { showProgress, whileShowing } from '../show-progress.ts';
import type { SetupDependencies } from '../setup-dependencies.ts';
import type { SuggestedModel } from '../suggested-models.ts';
import { describeModel, gigabytes } from '../suggested-models.ts';

interface Places {
  readonly dataFolder: string;
  readonly hub: string;
}

/**
 * Downloads a model as a file into the data folder, and the package that runs it. Both are told before, with their size,
 * licence and place; what is there already is neither told nor loaded again.
 * @returns the choice in the words of `--model`; undefined when the person does not want it
 * @throws Error a sentence
 */
export async function takeFile(
  suggested: SuggestedModel,
  { dataFolder, hub }: Places,
  dependencies: SetupDependencies,
): Promise<string | undefined> {
  const { screen, prompter, fetchFrom, signal, env, pauseMs } = dependencies;
  const target = resolve(dataFolder, 'models', suggested.file);
  const folder = llamaFolder(resolve(dataFolder));
  const hasLlama = await loadNodeLlamaCpp(folder).then(
    () => true,
    () => false,
  );
  const have = Math.max(await sizeOf(target), await sizeOf(`${target}.part`));
  const missing = Math.max(0, suggested.bytes - have) + (hasLlama ? 0 : llama.megabytes * 1e6);

  if (missing > 0) {
    describeModel(suggested, screen);
    screen.say(`  It will lie at ${target}${have > 0 ? `, where ${gigabytes(have)} of it are already` : ''}.`);
    if (!hasLlama) {
      screen.say(`  ${llama.name} ${llama.version} runs it inside the host: ${llama.licence}, ${llama.page}`);
      screen.say(`  About ${llama.megabytes} MB more, in ${folder}.`);
    }
    await demandRoom(dirname(target), missing);
    if (!(await prompter.agrees('Download it?'))) return undefined;
  }
  if (!hasLlama) await whileShowing(`Adding ${llama.name}`, screen, addLlama(folder, env, signal));
  if (have < suggested.bytes) await checkOnHub(fileOnHub(suggested, hub), fetchFrom, signal);
  const onProgress = showProgress(suggested.file, screen);
  await downloadFile(fileOnHub(suggested, hub), target, { fetchFrom, onProgress, signal, pauseMs });
  return `gguf:${suggested.file}`;
}

/** @throws Error the disk has less room than that, which is told before anything is loaded */
async function demandRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= bytes) return;
  throw new Error(
    `The disk of ${folder} has ${gigabytes(free)} free, and ${gigabytes(bytes)} are to come. Make room, or choose another folder with --data.`,
  );
}

/** Of the disk that a folder, which may not be there yet, lies on. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return dirname(folder) === folder ? Infinity : freeBytes(join(folder, '..'));
  }
}
