import { util } from '@aws-appsync/utils';
import { settingsOf } from '../request/resolver-settings.ts';

/** Returns the time at which a lease that begins now expires, in milliseconds since 1970. */
export function leaseFromNow(env: Record<string, string>): number {
  return util.time.nowEpochMilliSeconds() + settingsOf(env).leaseMs;
}
