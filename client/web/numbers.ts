import type { Model } from '../snippet.ts';
import type { TokenUsage } from '../../schema/types.generated.ts';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const steps: readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

/** How long ago a time was: `5 min. ago`. */
export function ageOf(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const [length, unit] = steps.find(([least]) => -seconds >= least) ?? [];
  return length === undefined || unit === undefined ? 'just now' : relative.format(Math.ceil(seconds / length), unit);
}

export function exactTime(time: string): string {
  return exact.format(new Date(time));
}

/** The time of day: `01:00`. */
export function clockTime(time: string): string {
  return new Date(time).toLocaleTimeString(undefined, { timeStyle: 'short' });
}

/** `2.4 s`, or `12 s` from ten seconds on. */
export function secondsOf(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

/** What an answer cost, in US dollars; undefined when the price or the count is not known. */
export function costOf(
  usage: TokenUsage | null,
  model: Pick<Model, 'inputPrice' | 'outputPrice'> | undefined,
): number | undefined {
  if (!usage || !model || model.inputPrice === null || model.outputPrice === null) return undefined;
  return (usage.inputTokens * model.inputPrice + usage.outputTokens * model.outputPrice) / 1e6;
}

/** `$0.0042`: as many digits as it takes to say something. */
export function dollars(amount: number): string {
  if (amount === 0) return '$0';
  const digits = amount >= 0.01 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(amount)));
  return `$${amount.toFixed(digits)}`;
}

/** Lines of a text as people count them: an end of line at its end begins no further one. */
export function lineCount(code: string): number {
  if (code === '') return 0;
  return code.split('\n').length - (code.endsWith('\n') ? 1 : 0);
}
