import { isFenceName } from '../fences/fence-names.ts';

const ESCAPED = /^([ \t]*)((?:\\`){3,})/gm;
const QUOTED = /^\s*('''|""")([\w+#-]{1,30})[ \t]*\r?\n([^]*?)\r?\n\1\s*$/;

/**
 * An answer whose fences came in disguise, as Markdown: with escaped back quotes, with three quotes for three back quotes, or
 * the whole of it as a string with `\n` for each line break. Any other answer as it is.
 */
export function withoutDisguise(said: string): string {
  const unescaped = withoutStringEscapes(said);
  if (unescaped.includes('```')) return unescaped;
  const [, quotes, name = '', code = ''] = QUOTED.exec(unescaped) ?? [];
  if (quotes !== undefined && isFenceName(name.toLowerCase())) return `\`\`\`${name}\n${code}\n\`\`\`\n`;
  return unescaped.replaceAll(ESCAPED, (_, indent: string, marks: string) => indent + marks.replaceAll('\\', ''));
}

/** An answer on one line that has a fence and `\n` where its line breaks would be. */
function withoutStringEscapes(said: string): string {
  const text = said.trim();
  if (text.includes('\n') || !/^"?(?:[^`]{0,300}\\n)?```[\w+#.-]{0,30}\\n/.test(text)) return said;
  const quoted = text.startsWith('"') ? text : `"${text.replaceAll(/(?<!\\)"/g, '\\"')}"`;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return said;
  }
}
