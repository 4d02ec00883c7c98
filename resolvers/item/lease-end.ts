import { util } from '@aws-appsync/utils';
import { settingsOf } from '../request/resolver-settings.ts';

/** When a lease that begins now runs out. */
export function leaseFromNow(env: Record<string, string>): number {
  return util.time.nowEpochMilliSeconds() + settingsOf(env).leaseMs;
}
