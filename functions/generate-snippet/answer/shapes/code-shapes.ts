import type { LanguageFacts } from '../../../../schema/languages.ts';
import { beginsWithSql, isKeywordLine } from './keyword-lines.ts';

/** Whether a line has the shape of code: an assignment, a call, the start of a definition, the end of a statement. */
export function isCodeLine(line: string, language?: LanguageFacts): boolean {
  if (language && SHAPES_OF[language.fences[0]]?.test(line)) return true;
  if (language?.fences[0] === 'sql' && beginsWithSql(line)) return true;
  if (LIST_ITEM.test(line) || /\S ?\(s\)/.test(line)) return false;
  return isKeywordLine(line) || CODE_SHAPES.some((shape) => shape.test(line));
}

/** Whether a line is an item of a list in prose. */
export function isListItem(line: string): boolean {
  return LIST_ITEM.test(line);
}

const LIST_ITEM = /^\s*(?:[-*•]|\d+[.)])\s/;

const CODE_SHAPES = [
  /[;{}]\s*$/,
  /^\s*[}\])]/,
  /^\s*<(?:[!?]|\/?[a-z][\w:.-]*(?:\s+[\w:@.-]+=.*|\s*\/?>.*)$)/i,
  /^\s*(?:@\w|#\w+ ?[<"(\w]|#\[|#lang|::|\\|\.\w+ ?[\w{])/,
  /^\s*(?:\/\/|--|;;|%)/,
  /^\s*\((?:[\w*+-]|\(|$)/,
  /^\s*(?!O\()[\w.$:!&@>-]+[\w!?]\(/,
  /^\s*[\w"'.-]+\s*\([^()]*\)\s*(?::-|->|=|\.$)/,
  /(?:^|[\w\])"'}.])\s*(?:=|:=|\+=|-=|\*=|<-|=>|->|::|\|>|==|<=|>=|!=|&&|\|\||:-|<<|~>)(?:\s|$|[\w"'([{-])/,
  /^\s*["'][\w-]*["']\s*:/,
  /^\s*\[\[?[\w".-]+\]?\]\s*$/,
  /^\s*[\w$.-]+(?:\[[^\]]*\])+/,
  /^\s*[a-z_][\w-]*:$/,
  /^\s*(?:from\s+\S+\s+import|import\s+\S+\s+(?:as|from|exposing|qualified))\s/,
];

/** Shapes that mean something in one language and too much in the others, by the first of its fence names. */
const SHAPES_OF: Readonly<Record<string, RegExp>> = {
  yaml: /^\s*(?:- )?[\w"'./-]+:(?:\s|$)|^\s*- \S|^---$/,
  asm: /^\s+\.?[a-z]{2,8}\b|^[\w.]+:|^\s*(?:section|global|extern|bits)\b/,
  makefile: /^\t\S|^(?![A-Z][a-z])[\w./%$()-]+\s*:(?!\/)|^\.PHONY/,
  cobol: /^\s*[A-Z0-9][A-Z0-9-]+(?:\s+\S+)*\.?$/,
  haskell: /^\w+(?: \w+)* ?(?:=|::|\|)|^\s*\|/,
  vb: /^\s*(?:Public|Private|Dim|End|Function|Sub|If|For|Next|Return|Module|Imports|Class)\b/,
  bash: /^\s*[\w./-]+\s+(?:-\w|--\w|"|\$)/,
  toml: /^[\w."-]+\s*=/,
};
