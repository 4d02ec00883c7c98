/** How the first line, or the first two, of a Markdown document begin. */
const BEGINNINGS = [
  /^#{1,6} \S/, // a heading
  /^.+\r?\n(?:=+|-{3,})[ \t]*(?:\r?\n|$)/, // a heading that is underlined
  /^---\r?\n/, // front matter
  /^\[?!\[/, // a picture or a badge
  /^<(?:\w|!--)/, // a tag
  /^(?:[-*+]|1[.)]) \S.*\r?\n\s*(?:[-*+]|\d+[.)]) \S/, // a list
  /^[-*+] \[[ xX]\] \S/, // a check list
];

/** Whether a text begins as Markdown documents do. */
export function isMarkdownDocument(text: string): boolean {
  const start = text.trimStart();
  return BEGINNINGS.some((beginning) => beginning.test(start)) || isTable(start);
}

function isTable(text: string): boolean {
  const [head = '', rule = ''] = text.split('\n', 2);
  return head.includes('|') && rule.includes('-') && rule.includes('|') && /^[\s|:-]+$/.test(rule);
}

/**
 * The Markdown document that an answer without a fence around it is: the whole of it, but for a first line that announces it,
 * as `Here is a README:`. Undefined when it is none.
 */
export function markdownDocumentIn(answer: string): string | undefined {
  if (isMarkdownDocument(answer)) return answer;
  const [announced = ''] = /^\s*[^\n]{1,300}[:：.!][ \t]*\r?\n[ \t]*\r?\n\s*/.exec(answer) ?? [];
  const rest = answer.slice(announced.length);
  return announced !== '' && isMarkdownDocument(rest) ? rest : undefined;
}
