import { fileExtensions } from '../../schema/file-extensions.ts';
import { snippetFiles } from '../../schema/limits/file-and-link-limits.ts';
import type { Language } from '../../schema/types.generated.ts';

interface ObjectKeyArguments {
  id: string;
  language: Language;
  instruction: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/**
 * Where the code is stored, fixed for good: `code-output/2026-11-23/014501-implement-binary-search-<id>.py`. Of the
 * instruction it holds a slug of `[a-z0-9-]`, at most 48 long, and nothing when none of it fits.
 */
export function objectKeyOf(snippet: ObjectKeyArguments): string {
  const { folder, slugUnits } = snippetFiles;
  const [day, time] = snippet.createdAt.split('T');
  const clock = `${time}`.slice(0, 8).replaceAll(':', '');
  const words = snippet.instruction
    .toLowerCase()
    .replaceAll('[^a-z0-9]+', '-')
    .slice(0, slugUnits + 1);
  const slug = words.replaceAll('^-+', '').slice(0, slugUnits).replaceAll('-+$', '');
  const name = slug === '' ? `${clock}-${snippet.id}` : `${clock}-${slug}-${snippet.id}`;
  return `${folder}${day}/${name}.${fileExtensions[snippet.language]}`;
}
