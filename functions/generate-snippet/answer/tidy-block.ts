import type { CodeBlock } from './choose-block.ts';
import { readClosingLine, readOpeningLine } from './fences/fence-lines.ts';
import { isFenceName, shellNames } from './fences/fence-names.ts';
import { linesOf } from './fences/text-lines.ts';
import { withoutTokensAtEnd } from './wrappings/wrapper-tags.ts';
import { insideTags } from './wrappings/code-tags.ts';
import { codeInJson } from './wrappings/json-envelope.ts';
import { markupNames } from './wrappings/unfenced-code-in.ts';

/** Takes out of a block what a model has put there by mistake: marks of Markdown, special tokens, numbers of lines. */
export function tidyBlock(block: CodeBlock, fenceNames: readonly string[]): CodeBlock {
  const tokens = { ...block, text: withoutTokens(block.text) };
  const unwrapped = isMarkdown(block) ? tokens : withoutFenceWithin(tokens);
  const { label, text } = withoutLabelLine(unwrapped, fenceNames);
  const enveloped = codeInJson(text, fenceNames) ?? codeInTags(text, label, fenceNames);
  if (enveloped !== undefined) return { ...unwrapped, label: fenceNames[0] ?? label, text: enveloped };
  return { ...unwrapped, label, text: withoutAdditionMarks(withoutLineNumbers(text), label) };
}

function isMarkdown({ label }: CodeBlock): boolean {
  return label === 'markdown' || label === 'md';
}

function withoutTokens(text: string): string {
  const left = withoutTokensAtEnd(text);
  return left === text || left === '' || left.endsWith('\n') || !text.endsWith('\n') ? left : `${left}\n`;
}

/** A block that holds nothing but a second block is that one: a model has written the fence twice. */
function withoutFenceWithin(block: CodeBlock): CodeBlock {
  const lines = linesOf(block.text);
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  const opening = readOpeningLine(lines[first]?.text ?? '');
  if (!opening || opening.before !== '' || opening.closed || first === last) return block;
  const closing = readClosingLine(lines[last]?.text ?? '');
  const isClosed = closing !== undefined && closing.before === '' && closing.behind === '';
  if (!isClosed && !isFenceName(opening.label)) return block;
  const inside = lines.slice(first + 1, isClosed ? last : lines.length);
  const code = opening.code === '' ? '' : opening.code + (lines[first]?.ending ?? '');
  const text = code + inside.map((line) => line.text + line.ending).join('');
  return { ...block, label: opening.label || block.label, text, closed: block.closed || isClosed };
}

/** Code between tags that are all that the block holds, unless it may be markup itself. */
function codeInTags(text: string, label: string, fenceNames: readonly string[]): string | undefined {
  const isPlain = label === '' || fenceNames.includes(label);
  if (!isPlain || fenceNames.some((name) => markupNames.includes(name))) return undefined;
  const tagged = insideTags(text, fenceNames, false);
  return tagged?.isCode ? tagged.text : undefined;
}

/** The name of the language on a line of its own below the fence, with or without a name behind the fence. */
function withoutLabelLine({ label, text }: CodeBlock, fenceNames: readonly string[]): { label: string; text: string } {
  const [, name = '', rest = ''] = /^\s*([\w+#.-]{1,30}):?[ \t]*\r?\n([^]*)$/.exec(text) ?? [];
  const named = name.toLowerCase();
  const isName = fenceNames.includes(named) && (label === '' || fenceNames.includes(label));
  if (!isName || shellNames.has(named) || rest.trim() === '') return { label, text };
  return { label: named, text: rest };
}

/** `1  def f():`, `2 |     return`: every line has its number, from 1 on. */
function withoutLineNumbers(text: string): string {
  const lines = linesOf(text);
  const separator = /^\s*1(\s*[|:│]\s?|\t|\s{2}|\s(?=\S))/.exec(lines[0]?.text ?? '')?.[1];
  if (separator === undefined || lines.length < 2) return text;
  const numbered = lines.map(({ text: line }, index) => {
    const number = /^\s*(\d+)/.exec(line)?.[0] ?? '';
    if (Number(number) !== index + 1) return undefined;
    const rest = line.slice(number.length);
    if (rest.trim() === '' || rest.trimEnd() === separator.trimEnd()) return '';
    return rest.startsWith(separator) ? rest.slice(separator.length) : undefined;
  });
  if (numbered.some((line) => line === undefined)) return text;
  return lines.map(({ ending }, index) => `${numbered[index] ?? ''}${ending}`).join('');
}

/** A patch that adds a new file is that file. */
function withoutAdditionMarks(text: string, label: string): string {
  if (label !== 'diff' && label !== 'patch') return text;
  const lines = linesOf(text);
  const isNew = lines.some(({ text: line }) => /^(?:--- \/dev\/null|@@ -0,0 )/.test(line));
  const added = lines.filter(({ text: line }) => /^\+(?!\+\+ )/.test(line));
  const others = lines.filter(
    ({ text: line }) => !/^(?:\+|--- |@@ |diff |index |new file|\\ No newline|\s*$)/.test(line),
  );
  return isNew && others.length === 0 ? added.map((line) => line.text.slice(1) + line.ending).join('') : text;
}
