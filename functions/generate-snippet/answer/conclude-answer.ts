import type { AnswerParts } from './answer-blocks.ts';
import { readBlocks } from './answer-blocks.ts';
import { chooseBlock } from './choose-block.ts';
import type { Asked, ExtractedCode } from './code-piece.ts';
import { markdownDocumentIn } from './shapes/markdown-document.ts';
import { isRestOfCode, isUnfencedCode } from './shapes/unfenced-code.ts';
import { tidyBlock } from './tidy-block.ts';
import { unfencedCodeIn } from './wrapped-code.ts';

const MOST_PROSE = 500;

/** Decides, when all has been said, what of an answer is its code. @param said the answer without the model's reasoning */
export function concludeAnswer(said: string, asked: Asked): ExtractedCode {
  const parts = readBlocks(withoutEscapes(said), asked);
  const document = asked.fenceNames.includes('markdown') ? documentIn(said, parts, asked) : undefined;
  if (document !== undefined) return unfenced(document);

  const isCode = asked.continuing ? isRestOfCode : isUnfencedCode;
  if (parts.unopened !== undefined && isCode(parts.unopened, asked.fenceNames)) return unfenced(parts.unopened);

  const chosen = chooseBlock(
    parts.blocks.map((block) => tidyBlock(block, asked.fenceNames)),
    asked.fenceNames,
  );
  const prose = shorten(parts.outside);
  if (chosen) return { code: chosen.text, kind: 'fenced', complete: chosen.closed, prose };
  const code = unfencedCodeIn(parts.before, asked.fenceNames, isCode);
  if (code !== undefined) return unfenced(code);
  return { code: '', kind: 'none', complete: true, prose: prose || shorten(parts.blocks[0]?.text ?? '') };
}

function unfenced(code: string): ExtractedCode {
  return { code, kind: 'unfenced', complete: true, prose: '' };
}

/** Markdown was asked for and came without a fence around it: the fences in it are its own. */
function documentIn(said: string, { blocks }: AnswerParts, { fenceNames }: Asked): string | undefined {
  return blocks.some(({ label }) => fenceNames.includes(label)) ? undefined : markdownDocumentIn(said);
}

/** An answer whose fences are escaped, as within JSON or Markdown, without the escapes. */
function withoutEscapes(said: string): string {
  const isEscaped = !said.includes('```') && /^[ \t]*(?:\\`){3}/m.test(said);
  return isEscaped
    ? said.replaceAll(
        /^([ \t]*)((?:\\`){3,})/gm,
        (_, indent: string, marks: string) => indent + marks.replaceAll('\\', ''),
      )
    : said;
}

function shorten(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= MOST_PROSE) return trimmed;
  return trimmed.slice(0, MOST_PROSE).replace(/[\uD800-\uDBFF]$/, '');
}
