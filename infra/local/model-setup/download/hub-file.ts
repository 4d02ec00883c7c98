import { innermostMessage } from '../innermost-message.ts';
import type { SuggestedModel } from '../suggested-models.ts';

/** A file that is to be downloaded, known to the last byte. */
export interface PinnedFile {
  readonly url: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export const HUB = 'https://huggingface.co';

const HEAD_WITHIN_MS = 30_000;

/** @param hub what `HF_ENDPOINT` names, a mirror of Hugging Face, or {@link HUB} */
export function fileOnHub({ repository, revision, file, bytes, sha256 }: SuggestedModel, hub: string): PinnedFile {
  return { url: `${hub.replace(/\/+$/, '')}/${repository}/resolve/${revision}/${file}`, bytes, sha256 };
}

/**
 * Asks the hub for the file's size and hash before anything is downloaded. Redirects are not followed, as the hub tells
 * both beside them, and what it redirects to does not (https://github.com/huggingface/huggingface.js/issues/1023). A mirror
 * that tells neither is believed until the file itself is checked.
 * @throws Error a sentence: it is another file
 */
export async function checkOnHub(file: PinnedFile, fetchFrom: typeof fetch, signal: AbortSignal): Promise<void> {
  const { url, bytes, sha256 } = file;
  const response = await headOf(url, fetchFrom, signal);
  if ([401, 403, 404, 429].includes(response.status)) throw refusalOf(url, response);
  const size = response.headers.get('x-linked-size') ?? `${bytes}`;
  const tag = (response.headers.get('x-linked-etag') ?? '').replace(/^W\/|"/g, '');
  const hash = /^[0-9a-f]{64}$/.test(tag) ? tag : sha256;
  if (size === `${bytes}` && hash === sha256) return;
  throw new Error(
    `${url} is not the file that was checked: it has ${size} bytes and the SHA-256 ${hash}, not ${bytes} and ${sha256}.`,
  );
}

async function headOf(url: string, fetchFrom: typeof fetch, signal: AbortSignal): Promise<Response> {
  try {
    return await fetchFrom(url, {
      method: 'HEAD',
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(HEAD_WITHIN_MS)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(
      `${new URL(url).host} cannot be reached (${innermostMessage(error)}). Try again when this machine is online, or name a mirror of the hub in HF_ENDPOINT.`,
      { cause: error },
    );
  }
}

/**
 * The sentence for a status that is no file. Hugging Face says more in headers, and answers 401 for what is not there
 * (https://huggingface.co/docs/hub/rate-limits; huggingface_hub, utils/_http.py).
 */
export function refusalOf(url: string, { status, headers }: Response): Error {
  const words = headers.get('x-error-message') ?? headers.get('x-error-code');
  const says = words === null ? '' : `, "${words.slice(0, 200)}"`;
  const advice = /\bt=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1] ?? headers.get('retry-after');
  if (status === 429)
    return new Error(`${url} is asked too often (429${says}). Try again ${advice ? `in ${advice} s` : 'later'}.`);
  const why = [401, 403, 404].includes(status) ? 'It is not there, or not for everybody.' : 'Try again later.';
  return new Error(`${url} answers ${status}${says}. ${why}`);
}
