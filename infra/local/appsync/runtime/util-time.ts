import { formatDate, parseDate } from './java-date-pattern.ts';

/** `util.time`; `now` is in milliseconds. Patterns are those of Java's DateTimeFormatter, zones are UTC when left out. */
export function timeFunctions(now: () => number) {
  return {
    nowISO8601: () => new Date(now()).toISOString(),
    nowEpochSeconds: () => Math.floor(now() / 1000),
    nowEpochMilliSeconds: () => now(),
    nowFormatted: (pattern: string, zone = 'UTC') => formatDate(now(), pattern, zone),
    parseFormattedToEpochMilliSeconds: (text: string, pattern: string, zone?: string) => parseDate(text, pattern, zone),
    parseISO8601ToEpochMilliSeconds: parseIso,
    epochMilliSecondsToSeconds: (milliseconds: number) => Math.floor(milliseconds / 1000),
    epochMilliSecondsToISO8601: (milliseconds: number) => new Date(milliseconds).toISOString(),
    epochMilliSecondsToFormatted: (milliseconds: number, pattern?: string, zone = 'UTC') =>
      pattern ? formatDate(milliseconds, pattern, zone) : new Date(milliseconds).toISOString(),
  };
}

function parseIso(text: string): number {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
  const milliseconds = shape.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new Error(`Text '${text}' is no ISO 8601 time with an offset.`);
  return milliseconds;
}
