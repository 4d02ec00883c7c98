const WORDS_OF_PROSE = new Set(
  [
    'the a an of you your i i’m this that it its are can cannot can’t could to please we be will would should sorry here',
    'there have has my me but which because however also uses using need want help following',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a line is four words or more, mostly letters, two of them such as only prose uses; or three that end as a sentence does. */
export function isSentence(line: string): boolean {
  const text = line.replaceAll('""', '').replaceAll("'", '’').trim();
  const words = text.match(/\p{L}[\p{L}’-]*/gu) ?? [];
  const plain = text.replaceAll(/[\p{L}\p{M}\s’,.!?-]/gu, '').length <= text.length / 8;
  const prose = new Set(
    words.filter((word) => word !== 'A').map((word) => word.replace(/^\p{Lu}(?!\p{Lu})/u, (c) => c.toLowerCase())),
  );
  const known = [...prose].filter((word) => WORDS_OF_PROSE.has(word)).length;
  if (words.length >= 4 && plain && known >= 2 && !/\w\(/.test(text)) return true;
  return words.length >= 3 && plain && /^\p{Lu}\p{Ll}*[’\s]/u.test(text) && /\p{Ll}[.!?]$/u.test(text);
}
