const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Words that begin a definition, unless mere words follow, as in `import duties are high`. */
const DEFINITIONS = words(
  'import from include require use using package module namespace program library entity open load source export',
  'public private protected static final abstract async override const let var val local my our',
  'def defp defmodule class struct enum interface trait impl type data record object function fn func fun sub proc',
  'procedure method macro global extern typedef signal architecture subroutine implicit instance contract pragma end',
);
/** Words that begin a statement, unless mere words follow, as in `return to sender`. */
const STATEMENTS = words(
  'return yield raise throw echo puts print printf println await assert del set call goto exit',
  'unless until if for while elif when where case switch',
);
/** Words that begin a line of Python or of its like that ends with a colon. */
const BLOCK_OPENERS = words('if elif for while else try except finally with class def case switch match async default');
/** Words that are a line by themselves. */
const LONE_WORDS = words('end fi done esac then do begin else try ensure rescue pass break continue endif next');
const DOCKERFILE_WORDS = words('FROM RUN COPY ADD CMD ENTRYPOINT WORKDIR ENV ARG EXPOSE LABEL USER VOLUME');
const SQL_WORDS = words(
  'SELECT INSERT UPDATE DELETE CREATE ALTER DROP WITH WHERE FROM GROUP ORDER HAVING LIMIT JOIN LEFT INNER UNION VALUES',
  'BEGIN COMMIT DECLARE END',
);
/** In SQL itself, in any case; the words that mean something in prose only together with a second one. */
const SQL_BEGINNINGS = words('select update create alter drop with where from having limit join values');
const SQL_PAIRS = words('insert-into delete-from group-by order-by left-join');

const MERE_WORD = /^\p{L}+(?:[-’']\p{L}+)*[,.!?]?$/u;
const OPENS_BLOCK = /\b(?:is|do|where|then|begin|loop|of|as)$/;

/** Whether a line begins with a keyword in the way in which code does. */
export function isKeywordLine(line: string): boolean {
  const [, indent = '', word = '', rest = ''] = /^(\s*)(\w+)\b(.*)$/.exec(line) ?? [];
  if (word === '') return false;
  if (SQL_WORDS.has(word) || (BLOCK_OPENERS.has(word) && line.endsWith(':'))) return true;
  if (LONE_WORDS.has(word.toLowerCase()) && /^[\s;.]*$/.test(rest)) return true;
  if (DOCKERFILE_WORDS.has(word) && indent === '' && /^\s+\S/.test(rest)) return true;
  const isDefinition = DEFINITIONS.has(word);
  if (!(isDefinition || STATEMENTS.has(word)) || !/^\s+./.test(rest)) return false;
  const following = rest.trim().split(/\s+/);
  const isMere = following.every((each) => MERE_WORD.test(each));
  return following.length <= (isDefinition ? 2 : 1) || !isMere || OPENS_BLOCK.test(rest.replace(/^\s+/, ''));
}

/** Whether a line begins as a clause of SQL does, in any case. */
export function beginsWithSql(line: string): boolean {
  const [, first = '', second = ''] = /^\s*(\w+)\b(?: (\w+)\b)?/.exec(line.toLowerCase()) ?? [];
  return SQL_BEGINNINGS.has(first) || SQL_PAIRS.has(`${first}-${second}`);
}
