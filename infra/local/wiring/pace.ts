import { deliveries, lease, work } from '../../../schema/limits.ts';

/** How fast time goes on this host, in milliseconds: what AWS takes minutes for, divided by one factor. */
export interface Pace {
  readonly leaseMs: number;
  readonly renewAfterMs: number;
  readonly storeWithinMs: number;
  readonly retryDelaysMs: readonly number[];
  readonly visibilityMs: number;
}

/** The times of the deployment divided by the factor; their order stays: store < lease < first retry. */
export function paceOf(factor: number): Pace {
  return {
    leaseMs: Math.round(lease.usualMs / factor),
    renewAfterMs: Math.round(lease.renewAfterMs / factor),
    storeWithinMs: Math.round(work.storeWithinMs / factor),
    retryDelaysMs: deliveries.retryDelaysMs.map((delay) => delay / factor),
    visibilityMs: deliveries.visibilityMs / factor,
  };
}
