import { describe, expect, it } from 'vitest';
import { findAwsEndpoints } from '../../../../infra/local/wiring/aws-endpoints.ts';
import { environmentOf } from '../../../../infra/local/wiring/function-bundles.ts';
import { paceOf } from '../../../../infra/local/wiring/pace.ts';
import { deliveries } from '../../../../schema/limits/delivery-times.ts';
import { lease } from '../../../../schema/limits/lease-times.ts';

const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' };

async function environmentAt(factor: number): Promise<Record<string, string>> {
  const awsEndpoints = await findAwsEndpoints(false);
  return environmentOf({ origin: 'http://127.0.0.1:4000', credentials, pace: paceOf(factor), awsEndpoints });
}

describe('time on the local host', () => {
  it('is that of the deployment at the factor 1', () => {
    expect(paceOf(1)).toEqual({
      leaseMs: lease.usualMs,
      renewAfterMs: lease.renewAfterMs,
      retryDelaysMs: deliveries.retryDelaysMs,
      visibilityMs: deliveries.visibilityMs,
    });
  });

  it.each([1, 4, 20, 60, 1_000])('renews a lease that is over before anything is delivered again, at %d', (factor) => {
    const { leaseMs, renewAfterMs, retryDelaysMs, visibilityMs } = paceOf(factor);
    expect(renewAfterMs).toBeLessThan(leaseMs);
    for (const delay of [...retryDelaysMs, visibilityMs]) expect(leaseMs).toBeLessThan(delay);
  });

  it('goes faster for leases and delays alone, not for the work of the functions', async () => {
    const [slow, fast] = await Promise.all([environmentAt(1), environmentAt(60)]);
    const different = Object.keys(slow).filter((name) => slow[name] !== fast[name]);
    expect(different.sort()).toEqual(['LEASE_MS', 'RENEW_AFTER_MS']);
    expect(Object.keys(fast).sort()).toEqual(Object.keys(slow).sort());
    expect(
      Object.keys(fast)
        .filter((name) => name.endsWith('_MS'))
        .sort(),
    ).toEqual([...different, 'QUICK_PART_MS'].sort());
  });
});
