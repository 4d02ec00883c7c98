import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As LevelDB writes it: "(ignoring error) /data/table/000003.log: dropping 13284 bytes; Corruption: checksum mismatch". */
const DROPPED = /^.*?\(ignoring error\) (.+\.log): dropping (\d+) bytes; (.+)$/gm;

/**
 * What LevelDB left out when it opened the store in this folder, a sentence for each damaged file. It goes on without the
 * rows that it cannot read in the log of its latest writes, and says so only in its own file `LOG`
 * (https://github.com/google/leveldb/blob/1.20/db/db_impl.cc#L369).
 */
export async function readStoreDamage(folder: string): Promise<string[]> {
  const log = await readFile(join(folder, 'LOG'), 'utf8').catch(() => '');
  const lost = new Map<string, { bytes: number; cause: string }>();
  for (const [, file = '', count, cause = ''] of log.matchAll(DROPPED)) {
    const known = lost.get(file);
    lost.set(file, { bytes: (known?.bytes ?? 0) + Number(count), cause: known?.cause ?? cause });
  }
  return [...lost].map(
    ([file, { bytes, cause }]) =>
      `${file} was damaged (${cause}): ${bytes} bytes of what was recorded last are lost. All else is there. ` +
      'If a snippet is missing, put back a copy of the data folder.',
  );
}
