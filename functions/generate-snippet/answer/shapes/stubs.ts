/** Bodies that say that the code is still to be written. */
const TO_BE_WRITTEN = [
  /^(?:\.\.\.|…|pass|todo!\(\);?|unimplemented!\(\);?|unreachable!\(\);?|\?\?\?|undefined|NotImplemented)$/,
  /^(?:#|\/\/|--|;;?|%|\/\*|<!--|\{)\s*(?:\.\.\.|…|todo\b|implement|your code|code here|fill in)/i,
  /^(?:#|\/\/|--|;;?|%|\/\*|<!--)\s*(?:to be (?:written|done|implemented)|(?:the )?rest of)/i,
  /^(?:raise|throw)\b.*\b(?:not ?implemented|unsupported|todo)/i,
  /^(?:panic|error|fatalError|failwith|die|TODO|fail)\b.*\b(?:not ?implemented|unimplemented|todo)/i,
  /(?:\{\s*(?:\.\.\.|…|\/\*.{0,40}\*\/)\s*\};?|[:=]\s*(?:\.\.\.|pass|undefined|\?\?\?|TODO\(.{0,40}\)))$/,
];

const LONGEST_STUB = 2000;

/** Whether code is only a stub: signatures, and bodies that say that they are still to be written. */
export function isStubCode(code: string): boolean {
  if (code.length > LONGEST_STUB) return false;
  const lines = linesOf(code);
  return lines.some(isToBeWritten) || lines.every(isSignatureAlone);
}

/** The first signature in code; undefined when it defines nothing. */
export function signatureOf(code: string): string | undefined {
  return linesOf(code.slice(0, LONGEST_STUB))
    .map(signatureIn)
    .find((found) => found !== '');
}

/** Whether code has this signature and leaves nothing to be written. */
export function hasWhole(code: string, signature: string): boolean {
  const lines = linesOf(code);
  return lines.some((line) => signatureIn(line) === signature) && !lines.some(isToBeWritten);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '');
}

/** A prototype, or the head of a definition without a body. */
function isSignatureAlone(line: string): boolean {
  return /\)[^{}]*;$/.test(line) || (/\)[^{}()]*[:{]?$/.test(line) && signatureIn(line) !== '');
}

function isToBeWritten(line: string): boolean {
  return TO_BE_WRITTEN.some((body) => body.test(line));
}

/** What a definition begins with, up to its parameters: `def is_prime`, `int add`; empty where a line defines nothing. */
function signatureIn(line: string): string {
  const [, found = ''] = /^([A-Za-z_][\w\s:<>,.*&[\]-]{0,100}?[\w>*&]\s+[\w:~!?-]+)\s*(?:[(<{:=]|$)/.exec(line) ?? [];
  return /^(?:return|raise|throw|else|import|from|use|using|package)\b/.test(found)
    ? ''
    : found.replaceAll(/\s+/g, ' ');
}
