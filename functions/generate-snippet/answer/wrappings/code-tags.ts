/** Tags that models put around code, and around a whole answer. Their names, and that of the language, are lower case. */
const CODE_TAGS = new Set('code pre source program snippet script'.split(' '));
const ANSWER_TAGS = new Set('answer response result output solution final final_answer file artifact'.split(' '));

/** `<code lang="py">` or `[PYTHON]`, and the rest of its line where that is blank. */
const OPENING = /^\s*(?:<([a-z_]{1,20})(?:\s[^<>]{0,200})?>|\[([a-z_]{1,20})\])[ \t]*(?:\r?\n)?/i;
/** The same for code alone, at the beginning of any line. */
const OPENING_OF_CODE = /(?<=\n)[ \t]*(?:<(code|pre)(?:\s[^<>]{0,200})?>|\[(python|code)\])[ \t]*(?:\r?\n)?/i;

const MOST_TAGS = 4;

/** What stands between tags, and whether one of them says that it is code. */
export interface TaggedText {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * What stands between the first opening tag of a wrapping and the last closing one, tags within tags included. Undefined when
 * there is none. Entities are read where no mark of markup is left.
 * @param anywhere the first tag may have prose before it
 */
export function insideTags(text: string, fenceNames: readonly string[], anywhere: boolean): TaggedText | undefined {
  let inside = text;
  let [tags, isCode] = [0, false];
  for (; tags < MOST_TAGS; tags += 1) {
    const opening = OPENING.exec(inside) ?? (tags === 0 && anywhere ? OPENING_OF_CODE.exec(inside) : null);
    const name = (opening?.[1] ?? opening?.[2] ?? '').toLowerCase();
    const namesCode = CODE_TAGS.has(name) || fenceNames.includes(name);
    if (!opening || !(namesCode || ANSWER_TAGS.has(name))) break;
    const start = opening.index + opening[0].length;
    const closing = inside.toLowerCase().lastIndexOf(opening[1] === undefined ? `[/${name}]` : `</${name}>`);
    if (closing < start || (!anywhere && inside.slice(closing).trim().length > name.length + 3)) break;
    inside = inside.slice(start, closing).replace(/(?<![ \t])[ \t]+$/, '');
    isCode ||= namesCode;
  }
  if (tags === 0) return undefined;
  const [, data = inside] = /^\s*<!\[CDATA\[(?:\r?\n)?([^]*?)\]\]>\s*$/.exec(inside) ?? [];
  const read = /[<>]/.test(data) ? data : withoutEntities(data);
  return { text: read === '' || read.endsWith('\n') ? read : `${read}\n`, isCode };
}

function withoutEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
