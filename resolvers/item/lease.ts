import { util } from '@aws-appsync/utils';

/** When a lease that begins now runs out. */
export function leaseFromNow(env: Record<string, string>): number {
  return util.time.nowEpochMilliSeconds() + JSON.parse(env['LEASE_MS'] ?? '');
}
