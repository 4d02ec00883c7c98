type Rewording = readonly [unknown: RegExp, known: (found: string) => string];

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
const blankBut = (kept: string) => (found: string) => kept + blank(found.slice(kept.length));

/**
 * Syntax that a language has but its grammar does not know yet, by the name of the grammar. Each piece is replaced by
 * one that the grammar knows and that has the same length, so that all positions in the code stay the same.
 */
const rewordings: Readonly<Record<string, readonly Rewording[]>> = {
  bash: [
    // https://www.gnu.org/software/bash/manual/bash.html#Pattern-Matching, with `extglob`
    [/[?*+@!]\([^()\n]*\)/g, (found) => 'x'.repeat(found.length)],
  ],
  c: [
    [/\b_Thread_local\b/g, blankBut('static')],
    [/\b_Atomic\(\s*\w+\s*\)/g, (found) => blank(found).replace(/^.{3}/, 'int')],
  ],
  cpp: [
    [/(?<=\busing\s[^;{}]*)\.\.\.(?=;)/g, blank],
    [/(?<=\bif )consteval\b/g, blankBut('(true)')],
    [/\bextern(?=\s+template\b)/g, blank],
    [/(?<=->)\*/g, blank],
    [/(?<=\bcase\s+[\w']+)\s*\.\.\.\s*[\w']+(?=\s*:)/g, blank],
    [/(?<=\w)\.\.\.\[\w+\]/g, blank],
    [/(?<=[{,]\s*)\.(?=\w+\{)/g, blank],
    // https://doc.qt.io/qt-6/signalsandslots.html
    [/\bQ_(?:OBJECT|GADGET)\b/g, blank],
    [/\b(?:signals|Q_SIGNALS)(?=\s*:)/g, blankBut('public')],
    [/(?<=\b(?:public|protected|private)\s+)(?:slots|Q_SLOTS)(?=\s*:)/g, blank],
  ],
  'c-sharp': [
    [/(?<=(?:=>|[=(,?:]|\breturn)\s*)\[\](?=\s*[;,)}\n])/g, () => '""'],
    [/,\s*allows\s+ref\s+struct\b/g, blank],
    [/\bextension\([^()\n]*\)(?=\s*\{)/g, blankBut('class x')],
  ],
  java: [
    [/(?<=^import\s+)module(?=\s)/gm, blank],
    // What comes ahead of it: https://openjdk.org/jeps/513
    [/(?<=[;}]\s*)\bsuper(?=\()/g, () => 'supe_'],
  ],
  php: [[/^#!.*/, blank]],
  swift: [
    [/#"(?!"")[^\n]*?"#/g, (found) => `"${'x'.repeat(found.length - 4)}"  `],
    [/#(?=""")|(?<=""")#/g, blank],
    [/#(?=[A-Z]\w|expect\b|require\b)/g, () => '_'],
    [/(?<=\bthrows)\([\w.]+\)/g, blank],
    [/\b(?:borrowing|consuming|sending)(?=\s+[A-Z[(])/g, blank],
    [/(?<=\w)\s*[:,]\s*~[A-Z]\w*/g, blank],
    [/(?<=\bnonisolated)\(unsafe\)/g, blank],
    [/\b(?:repeat\s+)?each(?=\s+[A-Z]\w*\b)/g, blank],
  ],
};
const WITH_CONDITIONS: ReadonlySet<string> = new Set(['c', 'cpp', 'c-sharp']);

/**
 * Replaces syntax that the grammar does not know. @returns code of the same length, or null if nothing had to be
 * replaced
 */
export function knownWording(code: string, grammar: string): string | null {
  const bare = WITH_CONDITIONS.has(grammar) ? withFirstBranches(code) : code;
  const reworded = (rewordings[grammar] ?? []).reduce((text, [unknown, known]) => text.replace(unknown, known), bare);
  return reworded === code ? null : reworded;
}

/**
 * Of what the preprocessor chooses from, the first branch alone: the branches may open a bracket in common that is closed
 * once, behind them, or open it in one condition and close it in the next.
 */
function withFirstBranches(code: string): string {
  const taken: boolean[] = [];
  return code
    .split('\n')
    .map((line) => {
      const [, word] = /^\s*#\s*(if|ifdef|ifndef|elif|elifdef|else|endif)\b/.exec(line) ?? [];
      if (word === undefined) return taken.includes(false) ? blank(line) : line;
      if (word === 'endif') taken.pop();
      else if (word.startsWith('el')) taken.splice(-1, 1, false);
      else taken.push(true);
      return blank(line);
    })
    .join('\n');
}
