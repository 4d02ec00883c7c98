import type { SnippetState } from '../store/snippet-state.ts';

const TIME = /^\d{6}-/;
const ID = /-?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=\.)/;

/** What a snippet is called on the page: its file's name without the time and the id in it, as `binary-search.py`. */
export function nameOf({ snippet }: Pick<SnippetState, 'snippet'>): string {
  return snippet ? snippet.fileName.replace(TIME, '').replace(ID, '') : 'New snippet';
}
