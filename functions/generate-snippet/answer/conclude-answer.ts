import type { AnswerParts } from './answer-blocks.ts';
import { readBlocks } from './answer-blocks.ts';
import type { CodeBlock } from './choose-block.ts';
import { chooseBlock } from './choose-block.ts';
import type { ExtractionOptions, ExtractedCode } from './code-piece.ts';
import { textNames } from './fences/fence-names.ts';
import { withoutDisguise } from './wrappings/fence-disguises.ts';
import { markdownDocumentIn } from './shapes/markdown-document.ts';
import { isRestOfCode, isUnfencedCode } from './shapes/unfenced-code.ts';
import { tidyBlock } from './tidy-block.ts';
import { unfencedCodeIn } from './wrappings/unfenced-code-in.ts';

const MOST_PROSE = 500;

/** Decides, when all has been said, what of an answer is its code. @param said the answer without the model's reasoning */
export function concludeAnswer(said: string, asked: ExtractionOptions): ExtractedCode {
  const parts = readBlocks(withoutDisguise(said), asked);
  const document = asked.fenceNames.includes('markdown') ? documentIn(said, parts, asked) : undefined;
  if (document !== undefined) return unfenced(document);

  const isCode = asked.continuing ? isRestOfCode : isUnfencedCode;
  const unopened = unfencedCodeIn(parts.unopened ?? '', asked.fenceNames, isCode);
  if (unopened !== undefined) return unfenced(unopened);

  const chosen = blockIn(parts.blocks, asked, MOST_DEPTH);
  const prose = shorten(parts.outside);
  if (chosen) return { code: chosen.text, kind: 'fenced', complete: chosen.closed, prose };
  const code = unfencedCodeIn(parts.before, asked.fenceNames, isCode);
  if (code !== undefined) return unfenced(code);
  return { code: '', kind: 'none', complete: true, prose: prose || shorten(parts.blocks[0]?.text ?? '') };
}

/** The block that is the code; where none is in the asked language, one of that language within a block of text. */
function blockIn(blocks: readonly CodeBlock[], asked: ExtractionOptions, depth: number): CodeBlock | undefined {
  const { fenceNames } = asked;
  const chosen = chooseBlock(
    blocks.map((block) => tidyBlock(block, fenceNames)),
    fenceNames,
  );
  if (!chosen || fenceNames.includes(chosen.label) || depth === 0) return chosen;
  const texts = blocks.filter(({ label, text }) => (label === '' || textNames.has(label)) && /```|~~~/.test(text));
  const inner = texts.flatMap(({ text }) => readBlocks(text, asked).blocks);
  const found = inner.length === 0 ? undefined : blockIn(inner, asked, depth - 1);
  return found && fenceNames.includes(found.label) ? found : chosen;
}

const MOST_DEPTH = 2;

function unfenced(code: string): ExtractedCode {
  return { code, kind: 'unfenced', complete: true, prose: '' };
}

/** Markdown was asked for and came without a fence around it: the fences in it are its own. */
function documentIn(said: string, { blocks }: AnswerParts, { fenceNames }: ExtractionOptions): string | undefined {
  return blocks.some(({ label }) => fenceNames.includes(label)) ? undefined : markdownDocumentIn(said);
}

function shorten(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= MOST_PROSE) return trimmed;
  return trimmed.slice(0, MOST_PROSE).replace(/[\uD800-\uDBFF]$/, '');
}
