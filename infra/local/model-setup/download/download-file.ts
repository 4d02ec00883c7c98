import { setTimeout as sleep } from 'node:timers/promises';
import type { PinnedFile } from './hub-file.ts';
import { refusalOf } from './hub-file.ts';
import { innermostMessage } from '../innermost-message.ts';
import type { PartFile } from './part-file.ts';
import { createPartFile, hashOf, sizeOf } from './part-file.ts';
import type { OnProgress } from '../servers/pull-model.ts';

export interface DownloadSettings {
  readonly fetchFrom: typeof fetch;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  /** Between two tries after a line that broke. */
  readonly pauseMs?: number | undefined;
  /** After so long without a byte a line counts as broken. */
  readonly silentMs?: number | undefined;
}

/** Tries in a row without one more byte, after which it is given up. */
const TRIES = 4;
const PAUSE_MS = 2_000;
const SILENT_MS = 60_000;

/**
 * Downloads a file whose size and SHA-256 are known. What came of it lies beside it as `.part`, is gone on with after a
 * line that broke, in this run or a later one, and becomes the file only when it is the right one. A file that is there
 * already and right is left as it is.
 *
 * The downloader of node-llama-cpp was looked at: it checks no hash, and throws away what was broken off.
 * @throws Error a sentence about the line, the disk, the hub or the file; the signal's reason when it is aborted
 */
export async function downloadFile(file: PinnedFile, target: string, settings: DownloadSettings): Promise<void> {
  if ((await sizeOf(target)) === file.bytes && (await hashOf(target)) === file.sha256) return;
  const part = createPartFile(target);
  await fetchAll(file, part, settings);
  const hash = await part.hash();
  if (hash === file.sha256) return part.complete();
  await part.remove();
  throw new Error(
    `What came from ${file.url} is not the file that was checked: its SHA-256 is ${hash}, not ${file.sha256}. ` +
      'It was removed. Run the command again; if it ends so again, this address gives another file.',
  );
}

/** Goes on after a line that broke, as long as each try or the next few bring something. */
async function fetchAll(file: PinnedFile, part: PartFile, settings: DownloadSettings): Promise<void> {
  const { signal, pauseMs = PAUSE_MS } = settings;
  let fruitless = 0;
  for (let have = await part.size(); have !== file.bytes;) {
    const before = have;
    try {
      await fetchRest(file, part, settings);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BrokenLine)) throw error;
      fruitless = (await part.size()) > before ? 0 : fruitless + 1;
      if (fruitless >= TRIES) throw brokenSentence(file, await part.size(), error);
      await sleep(pauseMs, undefined, { signal });
    }
    have = await part.size();
  }
}

/** Fetches from where the part ends; from the beginning where the server cannot, or has another file by now. */
async function fetchRest(file: PinnedFile, part: PartFile, settings: DownloadSettings): Promise<void> {
  const { fetchFrom, onProgress, signal, silentMs = SILENT_MS } = settings;
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(new Error(`nothing came for ${silentMs / 1000} s`)), silentMs);
  try {
    const size = await part.size();
    const have = size > file.bytes ? 0 : size;
    const response = await overLine(async () =>
      fetchFrom(file.url, {
        headers: { 'accept-encoding': 'identity', ...(have > 0 ? rangeFrom(have, await part.tag()) : {}) },
        signal: AbortSignal.any([signal, silence.signal]),
      }),
    );
    const begin = beginOf(file, response, have);
    await part.write(begin, strongTag(response.headers), chunksOf(file, begin, response), (done) => {
      watch.refresh();
      onProgress(done, file.bytes);
    });
  } finally {
    clearTimeout(watch);
  }
}

/**
 * RFC 9110, sections 13.1.5 and 14.2: with `If-Range` a file that is another by now comes whole. Without a tag the hash of
 * the whole file tells.
 */
function rangeFrom(have: number, tag: string): Record<string, string> {
  return { range: `bytes=${have}-`, ...(tag === '' ? {} : { 'if-range': tag }) };
}

/** Where in the file the answer begins. @throws when it is no part of the file */
function beginOf(file: PinnedFile, response: Response, have: number): number {
  const { status, headers } = response;
  if (status >= 500) throw new BrokenLine(`it answers ${status}`);
  if (status !== 200 && status !== 206) throw refusalOf(file.url, response);
  const begin = status === 206 ? have : 0;
  const range = headers.get('content-range');
  const length = Number(headers.get('content-length') ?? file.bytes - begin);
  if (begin + length === file.bytes && (status === 200 || range === `bytes ${begin}-${file.bytes - 1}/${file.bytes}`)) {
    return begin;
  }
  throw new Error(
    `${file.url} is not the file that was checked: it is to have ${file.bytes} bytes, and comes with ` +
      (status === 206 ? `the range "${range}".` : `${length}.`),
  );
}

async function* chunksOf({ url, bytes }: PinnedFile, begin: number, { body }: Response): AsyncIterable<Uint8Array> {
  const chunks = body?.[Symbol.asyncIterator]();
  let size = begin;
  for (;;) {
    const next = await overLine(async () => chunks?.next());
    if (next === undefined || next.done) break;
    size += next.value.length;
    if (size > bytes) throw new Error(`${url} gives more than the ${bytes} bytes of the file that was checked.`);
    yield next.value;
  }
  if (size < bytes) throw new BrokenLine('it ended too early');
}

/** A connection that was not made, broke or fell silent: worth another try. */
class BrokenLine extends Error {}

async function overLine<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new BrokenLine(innermostMessage(error), { cause: error });
  }
}

function brokenSentence({ url, bytes }: PinnedFile, have: number, error: Error): Error {
  const came = `${Math.floor(have / 1e6)} of ${Math.ceil(bytes / 1e6)} MB`;
  return new Error(
    `The line to ${new URL(url).host} broke (${error.message}). ${came} are kept: run the command again, and it goes on from there.`,
    { cause: error },
  );
}

/** An ETag that stands for the very bytes; empty when there is none. */
function strongTag(headers: Headers): string {
  const tag = headers.get('etag') ?? '';
  return tag.startsWith('"') ? tag : '';
}
