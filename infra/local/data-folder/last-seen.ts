import { utimesSync } from 'node:fs';
import { stat, utimes, writeFile } from 'node:fs/promises';
import { folderFault } from './folder-fault.ts';

/** When a host was there: the time of change of one file, which a host that runs keeps a little ahead of the clock. */
export interface LastSeen {
  /** In milliseconds since the epoch: an earlier host answered nobody later. Now, when there was none. */
  readonly before: number;
  /** Says from now on, until it is stopped, that this host is there. */
  begin(): Promise<void>;
  stop(): void;
}

const BEAT_MS = 1_000;
/** A host that is killed leaves a time that is later than its last answer, by no more than this. */
const AHEAD_MS = 2 * BEAT_MS;

/** @throws FolderFault the file cannot be kept */
export async function openLastSeen(file: string, warn: (line: string) => void): Promise<LastSeen> {
  const before = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  let timer: NodeJS.Timeout | undefined;
  const beat = (): Promise<void> => utimes(file, new Date(), new Date(Date.now() + AHEAD_MS));
  return {
    before: Math.min(before ?? Infinity, Date.now()),
    async begin() {
      try {
        await writeFile(file, '', { mode: 0o600 });
        await beat();
      } catch (error) {
        throw folderFault(file, error);
      }
      timer = setInterval(() => void beat().catch((error: unknown) => warn(String(error))), BEAT_MS);
      timer.unref();
    },
    stop() {
      if (!timer) return;
      clearInterval(timer);
      try {
        utimesSync(file, new Date(), new Date());
      } catch (error) {
        warn(String(error));
      }
    },
  };
}
