import { util } from '@aws-appsync/utils';

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Ends the request with `InvalidInput`: what was wrong, with which value, and what is allowed. */
export function refuse(argument: string, value: string, allowed: string): never {
  util.error(`${argument} is ${value}; allowed is ${allowed}.`, 'InvalidInput');
}

/** Refuses what is not a lower-case UUID. */
export function checkId(argument: string, value: string): void {
  if (!util.matches(UUID, value)) refuse(argument, quoted(value), 'a lower-case UUID');
}

/** Refuses a number outside the closed range; absent and null pass. */
export function checkRange(argument: string, value: number | null | undefined, least: number, most: number): void {
  if (!isWithin(value ?? least, least, most)) refuse(argument, `${value}`, `${least} to ${most}`);
}

/** Whether a number lies in the closed range. */
export function isWithin(value: number, least: number, most: number): boolean {
  return Math.min(most, Math.max(least, value)) === value;
}

/** The value as it may stand in a message: at most 80 units of it. */
export function quoted(value: string): string {
  return value.length > 80 ? `"${value.slice(0, 80)}…"` : `"${value}"`;
}
