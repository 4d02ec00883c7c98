/**
 * Parses JSON of which no more than `most` brackets are open at once, so that code which walks over it can recurse.
 * @throws Error the text is not JSON, or nests deeper
 */
export function parseShallowJson(text: string, most: number): unknown {
  let open = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isText && character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open -= 1;
    if (open > most) throw new Error(`The JSON nests deeper than ${most} brackets.`);
  }
  return JSON.parse(text);
}
