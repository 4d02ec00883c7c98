import { randomBytes, randomUUID } from 'node:crypto';
import { javaRegex } from './java-regex.ts';
import { unknownHere } from './unavailable.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUIDs count seconds from here. */
const ksuidEpoch = 1_400_000_000;

/** The members of `util` that make or change texts; `now` is in milliseconds. */
export function textFunctions(now: () => number) {
  return {
    escapeJavaScript,
    urlEncode,
    urlDecode: (value: string) => decodeURIComponent(value.replace(/\+/g, ' ')),
    base64Encode: (value: string) => Buffer.from(value).toString('base64'),
    base64Decode: (value: string) => Buffer.from(value, 'base64').toString(),
    autoId: () => randomUUID(),
    autoUlid: () => digits((BigInt(now()) << 80n) | numberOf(randomBytes(10)), crockford, 26),
    autoKsuid: () =>
      digits((BigInt(Math.floor(now() / 1000) - ksuidEpoch) << 128n) | numberOf(randomBytes(16)), base62, 27),
    matches,
  };
}

export const str = {
  normalize: (value: string, form: 'nfc' | 'nfd' | 'nfkc' | 'nfkd') => value.normalize(form.toUpperCase()),
};

export const math = {
  roundNum: (value: number) => Math.round(value),
  minVal: (one: number, other: number) => Math.min(one, other),
  maxVal: (one: number, other: number) => Math.max(one, other),
  randomDouble: () => Math.random(),
  /** A whole number from `start` up to, not including, `end`. */
  randomWithinRange: (start: number, end: number) => start + Math.floor(Math.random() * (end - start)),
};

/** Whether AWS asks for a match of the whole text is not known, so a pattern must mean the same both ways. */
function matches(pattern: string, text: string): boolean {
  const found = javaRegex(pattern, '').test(text);
  if (found && !javaRegex(`^(?:${pattern})$`, '').test(text)) {
    throw unknownHere(`util.matches with a pattern that fits only a part of the text (anchor it: ${pattern})`);
  }
  return found;
}

/** As Java's URLEncoder: a space is `+`, and `*` stays. */
function urlEncode(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');
}

const escapes: Record<string, string> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };

function escapeJavaScript(value: string): string {
  return value.replace(/["'\\/]|[^\x20-\x7e]/g, (character) => {
    if (`"'\\/`.includes(character)) return `\\${character}`;
    return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function digits(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let text = '';
  for (let rest = value; text.length < length; rest /= base) text = alphabet.charAt(Number(rest % base)) + text;
  return text;
}
