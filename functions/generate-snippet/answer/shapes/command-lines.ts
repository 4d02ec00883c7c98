/** Programs whose names begin a line that installs or runs something. */
const PROGRAMS = new Set(
  [
    'pip pip3 pipx uv poetry conda npm npx yarn pnpm bun deno brew apt apt-get dnf yum pacman apk choco winget',
    'cargo rustc go gem bundle composer php dotnet mvn gradle python python3 py node tsx ts-node ruby perl java javac',
    'kotlinc scala scalac swift swiftc gcc g++ clang make cmake docker git cd mkdir touch chmod curl wget ls cat bash sh',
  ].flatMap((names) => names.split(' ')),
);
const INSTALLERS = new Set(
  [
    'pip pip3 pipx uv poetry conda npm yarn pnpm bun deno brew apt apt-get dnf yum pacman apk choco winget',
    'cargo go gem bundle composer dotnet',
  ].flatMap((names) => names.split(' ')),
);
const INSTALLS = new Set('install add i get require sync update'.split(' '));
const PREFIXES = new Set('sudo npx'.split(' '));

const PROMPT = /^(?:[$>%] |PS [^>]{0,100}> ?)/;

/** Whether every line but comments installs or runs something. */
export function isCommandsOnly(text: string): boolean {
  return hasOnly(text, isCommand);
}

/** Whether every line but comments installs something, as a notebook does too: `pip install x`, `!pip install x`. */
export function isInstallOnly(text: string): boolean {
  return hasOnly(text, (line) => {
    const words = withoutPrefix(line.replace(PROMPT, '').replace(/^[!%]/, ''));
    const [program = '', ...rest] = words;
    if (/^(?:python3?|py)$/.test(program) && rest[0] === '-m') return INSTALLERS.has(rest[1] ?? '');
    return INSTALLERS.has(program) && rest.some((word) => INSTALLS.has(word));
  });
}

function hasOnly(text: string, isWanted: (line: string) => boolean): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(isWanted);
}

function isCommand(line: string): boolean {
  if (PROMPT.test(line)) return true;
  const [program = '', next] = withoutPrefix(line);
  if (next !== undefined && !/^[\w./@"'~-]/.test(next)) return false;
  return PROGRAMS.has(program) || /^\.\/\S+$/.test(program);
}

function withoutPrefix(line: string): string[] {
  const words = line.split(/\s+/, 20);
  return PREFIXES.has(words[0] ?? '') ? words.slice(1) : words;
}
