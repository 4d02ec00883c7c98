import type { PageFile } from '../bundle-page.ts';
import type { PageFileHeaders } from './page-file-headers.ts';
import { pageFileHeaders } from './page-file-headers.ts';

/** Puts a file into the bucket of the page, in place of the one of that name. */
export type PutFile = (name: string, bytes: Uint8Array, headers: PageFileHeaders) => Promise<void>;

/**
 * Puts the page where it is served from. What every page loads under its own name goes first, and the two files that lead
 * to it last, so that whoever loads the page meanwhile gets the old one or the new one whole. Files of earlier pages stay,
 * for tabs that are open.
 * @param config what the page finds as `config.json`
 */
export async function publishPage(files: readonly PageFile[], config: object, put: PutFile): Promise<void> {
  const send = ({ name, bytes }: PageFile): Promise<void> => put(name, bytes, pageFileHeaders(name));
  const isLead = ({ name }: PageFile): boolean => name === 'index.html';
  await Promise.all(files.filter((file) => !isLead(file)).map(send));
  await send({ name: 'config.json', bytes: Buffer.from(JSON.stringify(config)) });
  for (const file of files.filter(isLead)) await send(file);
}
