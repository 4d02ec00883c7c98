import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SuggestedModel } from '../../../infra/local/model-setup/suggested-models.ts';
import { listen } from '../hosts/listen.ts';

/** What a test does to one request for the bytes; `undefined` leaves it to the hub. */
export type Tamper = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

export interface ModelHub {
  readonly url: string;
  /** Of each request for the bytes: the headers that it was asked with, and the status that it got. */
  readonly asked: { readonly range: string | undefined; readonly ifRange: string | undefined; status: number }[];
  /** The file that the hub gives from now on. */
  bytes: Buffer;
  etag: string;
  /** Breaks a connection off after so many bytes of an answer, one after the other. */
  readonly cuts: number[];
  /** Answers in place of the hub. */
  tamper: Tamper;
}

/** A file's bytes, which look random and are the same each time. */
export function sampleBytes(length: number, seed = 'model'): Buffer {
  const block = createHash('sha512').update(seed).digest();
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 4)
    bytes.writeUInt32LE((block.readUInt32LE(at % 60) ^ (at * 2_654_435_761)) >>> 0, Math.min(at, length - 4));
  return bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The model that a hub's file is, as this project would suggest it. */
export function suggestedOf(bytes: Buffer): SuggestedModel {
  return {
    title: 'Small-Coder, Q4',
    licence: 'Apache-2.0',
    page: 'https://huggingface.co/org/small-coder',
    repository: 'org/small-coder',
    revision: '0123456789abcdef0123456789abcdef01234567',
    file: 'small-coder-q4.gguf',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    ollamaName: 'hf.co/org/Small-Coder:Q4',
  };
}

/**
 * A hub as Hugging Face is one: the address of a file tells its size and hash and redirects to another host's, where its
 * bytes are, whole or from a place on.
 */
export async function startHub(bytes: Buffer): Promise<ModelHub> {
  const hub: ModelHub = { url: '', asked: [], bytes, etag: '"one"', cuts: [], tamper: () => undefined };
  const store = await listen((request, response) => {
    const { range, 'if-range': ifRange } = request.headers;
    const asked = { range, ifRange: ifRange?.toString(), status: 0 };
    hub.asked.push(asked);
    response.once('close', () => (asked.status = response.statusCode));
    if (hub.tamper(request, response)) return;
    const isSame = ifRange === undefined || ifRange === hub.etag;
    const from = isSame ? Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0) : 0;
    const rest = hub.bytes.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      etag: hub.etag,
      'content-length': rest.length,
      ...(from > 0 ? { 'content-range': `bytes ${from}-${hub.bytes.length - 1}/${hub.bytes.length}` } : {}),
    });
    const cut = hub.cuts.shift();
    if (cut === undefined) response.end(rest);
    else response.write(rest.subarray(0, cut), () => response.destroy());
  });
  const url = await listen((request, response) => {
    const headers = {
      'x-repo-commit': '0123456789abcdef0123456789abcdef01234567',
      'x-linked-size': `${hub.bytes.length}`,
      'x-linked-etag': `"${sha256Of(hub.bytes)}"`,
      location: `${store}/signed${request.url}`,
    };
    response.writeHead(302, headers).end();
  });
  return Object.assign(hub, { url });
}
