/** Longer numbers are never needed: a text of some megabytes cannot hold all shorter ones. */
const MOST_DIGITS = 6;

/**
 * A name for a pair of tags around texts that are sent as they are: `instruction`, or `instruction-2` and so on. It is chosen
 * so that no text holds it, in upper or lower case, so no text can end its tag early or begin another one.
 */
export function freeTagName(name: string, texts: readonly string[]): string {
  const numbered = new RegExp(`${name}(?:-\\d{1,${MOST_DIGITS}})?`, 'g');
  const taken = new Set<string>();
  for (const [found] of texts.flatMap((text) => [...text.toLowerCase().matchAll(numbered)])) {
    for (let end = name.length; end <= found.length; end += 1) taken.add(found.slice(0, end));
  }
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
