import { unavailable } from './unavailable.ts';

/** `util.time`; `now` is in milliseconds. What takes a date pattern of Java is not available here. */
export function timeFunctions(now: () => number) {
  return {
    nowISO8601: () => new Date(now()).toISOString(),
    nowEpochSeconds: () => Math.floor(now() / 1000),
    nowEpochMilliSeconds: () => now(),
    nowFormatted: unavailable('util.time.nowFormatted'),
    parseFormattedToEpochMilliSeconds: unavailable('util.time.parseFormattedToEpochMilliSeconds'),
    parseISO8601ToEpochMilliSeconds: parseIso,
    epochMilliSecondsToSeconds: (milliseconds: number) => Math.floor(milliseconds / 1000),
    epochMilliSecondsToISO8601: (milliseconds: number) => new Date(milliseconds).toISOString(),
    epochMilliSecondsToFormatted: unavailable('util.time.epochMilliSecondsToFormatted'),
  };
}

function parseIso(text: string): number {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
  const milliseconds = shape.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new Error(`Text '${text}' is no ISO 8601 time with an offset.`);
  return milliseconds;
}
