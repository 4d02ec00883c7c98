import { unknownHere } from './unavailable.ts';

type Parts = Record<string, string>;

const numeric: Record<string, (date: Date) => number> = {
  y: (date) => date.getUTCFullYear(),
  u: (date) => date.getUTCFullYear(),
  M: (date) => date.getUTCMonth() + 1,
  d: (date) => date.getUTCDate(),
  H: (date) => date.getUTCHours(),
  h: (date) => date.getUTCHours() % 12 || 12,
  m: (date) => date.getUTCMinutes(),
  s: (date) => date.getUTCSeconds(),
};

/** A time as a pattern of Java's DateTimeFormatter says: the letters y u M d H h m s S a E X x Z and quoted text. */
export function formatDate(milliseconds: number, pattern: string, zone: string): string {
  const offset = offsetOf(milliseconds, zone);
  const shifted = new Date(milliseconds + offset * 60_000);
  return tokens(pattern)
    .map((token) => ('text' in token ? token.text : field(token.letters, shifted, offset)))
    .join('');
}

/** The opposite, in milliseconds. A pattern without an offset needs the zone, or is taken as UTC. */
export function parseDate(text: string, pattern: string, zone = 'UTC'): number {
  const letters: string[] = [];
  const source = tokens(pattern).map((token) => {
    if ('text' in token) return token.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    letters.push(token.letters.charAt(0));
    return shapeOf(token.letters, pattern);
  });
  const found = new RegExp(`^${source.join('')}$`).exec(text);
  if (!found) throw new Error(`Text '${text}' could not be parsed with the pattern ${pattern}.`);
  const parts: Parts = {};
  letters.forEach((letter, index) => (parts[letter] = found[index + 1] ?? ''));
  return fromParts(parts, zone);
}

function fromParts(parts: Parts, zone: string): number {
  const number = (letter: string, absent: number): number => Number(parts[letter] ?? absent);
  const utc = Date.UTC(
    number('y', number('u', 1970)),
    number('M', 1) - 1,
    number('d', 1),
    number('H', 0),
    number('m', 0),
    number('s', 0),
    Number((parts.S ?? '0').padEnd(3, '0').slice(0, 3)),
  );
  const written = parts.X ?? parts.x ?? parts.Z;
  if (written !== undefined) return utc - offsetFrom(written) * 60_000;
  return utc - offsetOf(utc - offsetOf(utc, zone) * 60_000, zone) * 60_000;
}

function tokens(pattern: string): ({ text: string } | { letters: string })[] {
  return (pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? []).map((piece) => {
    if (piece === "''") return { text: "'" };
    if (piece.startsWith("'")) return { text: piece.slice(1, -1).replace(/''/g, "'") };
    return /^[A-Za-z]/.test(piece) ? { letters: piece } : { text: piece };
  });
}

function field(letters: string, shifted: Date, offset: number): string {
  const letter = letters.charAt(0);
  const width = letters.length;
  if (letter === 'y' && width === 2) return String(shifted.getUTCFullYear() % 100).padStart(2, '0');
  if (letter === 'M' && width > 2) return named(shifted, { month: width === 3 ? 'short' : 'long' });
  if (letter === 'E') return named(shifted, { weekday: width < 4 ? 'short' : 'long' });
  if (letter === 'a') return shifted.getUTCHours() < 12 ? 'AM' : 'PM';
  if (letter === 'S') return String(shifted.getUTCMilliseconds()).padStart(3, '0').padEnd(width, '0').slice(0, width);
  if (letter === 'X' || letter === 'x' || letter === 'Z') return offsetText(letters, offset);
  const number = numeric[letter];
  if (!number) throw unknownHere(`The letter "${letter}" in a time pattern`);
  return String(number(shifted)).padStart(width, '0');
}

function shapeOf(letters: string, pattern: string): string {
  const letter = letters.charAt(0);
  if (letter === 'S') return `(\\d{${letters.length}})`;
  if ('XxZ'.includes(letter)) return '(Z|[+-]\\d\\d(?::?\\d\\d)?)';
  const readable = 'yuMdHms'.includes(letter) && !(letter === 'M' && letters.length > 2);
  if (!readable || (letter === 'y' && letters.length === 2)) throw unknownHere(`Parsing with the pattern ${pattern}`);
  return letters.length === 1 ? '(\\d+)' : `(\\d{${letters.length}})`;
}

function named(shifted: Date, which: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...which, timeZone: 'UTC' }).format(shifted);
}

function offsetText(letters: string, offset: number): string {
  if (letters.startsWith('X') && offset === 0) return 'Z';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  if (letters.length === 1 && !letters.startsWith('Z')) return sign + two(hours) + (minutes ? two(minutes) : '');
  return sign + two(hours) + (letters.length === 3 && !letters.startsWith('Z') ? ':' : '') + two(minutes);
}

/** Minutes east of UTC. */
function offsetOf(milliseconds: number, zone: string): number {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const named = /^[+-]/.test(zone) ? zone : nameOfOffset(milliseconds, zone);
  return offsetFrom(named);
}

function nameOfOffset(milliseconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    milliseconds,
  );
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT').replace('GMT', '') || 'Z';
}

function offsetFrom(text: string): number {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}
