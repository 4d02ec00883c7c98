import { deliveries } from '../../../schema/limits/delivery-times.ts';
import { lease } from '../../../schema/limits/lease-times.ts';

/** Leases and delays of this host, in milliseconds. */
export interface Pace {
  readonly leaseMs: number;
  readonly renewAfterMs: number;
  readonly retryDelaysMs: readonly number[];
  readonly visibilityMs: number;
}

/**
 * The leases and delays of the deployment divided by the factor, so that their order stays.
 *
 * A limit on work, such as the one on storing a file, is never among them: the disk and the processor are not faster
 * because the factor is higher. So a file may here take longer than a lease. On AWS it may not, because there an event
 * may be delivered twice at once; this host delivers an event again only after its last delivery has come to an end.
 */
export function paceOf(factor: number): Pace {
  return {
    leaseMs: Math.round(lease.usualMs / factor),
    renewAfterMs: Math.round(lease.renewAfterMs / factor),
    retryDelaysMs: deliveries.retryDelaysMs.map((delay) => delay / factor),
    visibilityMs: deliveries.visibilityMs / factor,
  };
}
