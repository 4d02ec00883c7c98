import { util } from '@aws-appsync/utils';

const DAY_MS = 86_400_000;

/** Returns the UTC day that lies this many days back, such as 2026-11-25. */
export function dayAgo(days: number): string {
  return util.time.epochMilliSecondsToISO8601(util.time.nowEpochMilliSeconds() - days * DAY_MS).slice(0, 10);
}

/** Returns the end of the UTC day as an ISO 8601 time. */
export function endOfDay(day: string): string {
  return util.time.epochMilliSecondsToISO8601(beginOf(day) + DAY_MS);
}

/** Returns the beginning of the UTC day in milliseconds since 1970. */
export function beginOf(day: string): number {
  return util.time.parseISO8601ToEpochMilliSeconds(`${day}T00:00:00.000Z`);
}

/** Days back from today, as many as `Query.usage` tells of at most: a loop that counts is not in the language of resolvers. */
export const daysBack = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
];
