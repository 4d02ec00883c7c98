/** A fenced block of a Markdown file. */
export interface FencedBlock {
  /** What stands behind the opening fence, such as `ts`. */
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
}

/** Every fenced block of a Markdown text, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { fence: string; language: string; line: number; text: string } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, fence = '', language = ''] = /^(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
    if (!open) {
      if (fence) open = { fence, language, line: index + 1, text: '' };
    } else if (fence.startsWith(open.fence) && language === '') {
      blocks.push(open);
      open = undefined;
    } else open.text += `${line}\n`;
  }
  return blocks;
}
