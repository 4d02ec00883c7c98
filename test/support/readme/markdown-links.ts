/** The text of a Markdown file without its fenced blocks. */
export function proseOf(markdown: string): string {
  return markdown.replace(/^ *(`{3,}|~{3,}).*\n[\s\S]*?^ *\1 *$/gm, '');
}

/** The target of every link and picture of a Markdown text: `[text](target)`, `![text](target)` and `<https://…>`. */
export function linksOf(markdown: string): string[] {
  const prose = proseOf(markdown).replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()<>]/g, ' '));
  return [...prose.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?)\)|<(https?:[^>\s]+)>/g)].map(
    ([, inParentheses, inAngles]) => inParentheses ?? inAngles ?? '',
  );
}

/**
 * The anchors of the headings of a Markdown text, as GitHub makes them: lower case, spaces as hyphens, and of the other
 * signs only hyphens and underscores (https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links).
 */
export function anchorsOf(markdown: string): Set<string> {
  const headings = [...proseOf(markdown).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) => heading);
  const anchors = new Set<string>();
  for (const heading of headings) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const anchor = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let unique = anchor;
    for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}
