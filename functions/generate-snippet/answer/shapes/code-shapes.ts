import type { LanguageFacts } from '../../../../schema/languages.ts';

/** Whether a line has the shape of code: an assignment, a call, the start of a definition, the end of a statement. */
export function isCodeLine(line: string, language?: LanguageFacts): boolean {
  if (language && SHAPES_OF[language.fences[0]]?.test(line)) return true;
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
  /^\s*(?:if|elif|for|while|else|try|except|finally|with|class|def|case|switch|match|async|default)\b.*:$/,
  /^\s*(?:end|fi|done|esac|then|do|begin|else|try|ensure|rescue|pass|break|continue|endif|next)\b[\s;.]*$/i,
  /^\s*(?:from\s+\S+\s+import|import\s+\S+\s+(?:as|from|exposing|qualified))\s/,
  /^(?:FROM|RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|ENV|ARG|EXPOSE|LABEL|USER|VOLUME)\s+\S/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|WHERE|FROM|GROUP|ORDER|HAVING|LIMIT|JOIN|LEFT|INNER|UNION|VALUES|BEGIN|COMMIT|DECLARE|END)\b/,
];

/** Words that begin a definition or a statement, unless mere words follow, as in `return to sender`. */
const DEFINITION =
  /^\s*(?:import|from|include|require|use|using|package|module|namespace|program|library|entity|open|load|source|export|public|private|protected|static|final|abstract|async|override|const|let|var|val|local|my|our|def|defp|defmodule|class|struct|enum|interface|trait|impl|type|data|record|object|function|fn|func|fun|sub|proc|procedure|method|macro|global|extern|typedef|signal|architecture|subroutine|implicit|instance|contract|pragma|end)\s+(.+)$/;
const STATEMENT =
  /^\s*(?:return|yield|raise|throw|echo|puts|print|printf|println|await|assert|del|set|call|goto|exit|unless|until|if|for|while|elif|when|where|case|switch)\s+(.+)$/;
const MERE_WORD = /^\p{L}+(?:[-’']\p{L}+)*[,.!?]?$/u;
const OPENS_BLOCK = /\b(?:is|do|where|then|begin|loop|of|as)$/;

function isKeywordLine(line: string): boolean {
  const [, definition = ''] = DEFINITION.exec(line) ?? [];
  const [, statement = ''] = STATEMENT.exec(line) ?? [];
  const rest = definition || statement;
  if (rest === '') return false;
  const words = rest.trim().split(/\s+/);
  const isMere = words.every((word) => MERE_WORD.test(word));
  return words.length <= (definition ? 2 : 1) || !isMere || OPENS_BLOCK.test(rest);
}

/** Shapes that mean something in one language and too much in the others, by the first of its fence names. */
const SHAPES_OF: Readonly<Record<string, RegExp>> = {
  yaml: /^\s*(?:- )?[\w"'./-]+:(?:\s|$)|^\s*- \S|^---$/,
  sql: /^\s*(?:select|insert into|update|delete from|create|alter|drop|with|where|from|group by|order by|having|limit|join|left join|values)\b/i,
  asm: /^\s+\.?[a-z]{2,8}\b|^[\w.]+:|^\s*(?:section|global|extern|bits)\b/,
  makefile: /^\t\S|^(?![A-Z][a-z])[\w./%$()-]+\s*:(?!\/)|^\.PHONY/,
  cobol: /^\s*[A-Z0-9][A-Z0-9-]+(?:\s+\S+)*\.?$/,
  haskell: /^\w+(?: \w+)* ?(?:=|::|\|)|^\s*\|/,
  vb: /^\s*(?:Public|Private|Dim|End|Function|Sub|If|For|Next|Return|Module|Imports|Class)\b/,
  bash: /^\s*[\w./-]+\s+(?:-\w|--\w|"|\$)/,
  toml: /^[\w."-]+\s*=/,
};
