/** How fast time goes on this host, in milliseconds: what AWS takes minutes for, divided by one factor. */
export interface Pace {
  readonly leaseMs: number;
  readonly renewAfterMs: number;
  readonly storeWithinMs: number;
  readonly retryDelaysMs: readonly [number, number];
  readonly visibilityMs: number;
}

/** The times of the deployment (infra/aws) divided by the factor; their order stays: store < lease < first retry. */
export function paceOf(factor: number): Pace {
  return {
    leaseMs: Math.round(45_000 / factor),
    renewAfterMs: Math.round(5_000 / factor),
    storeWithinMs: Math.round(20_000 / factor),
    retryDelaysMs: [60_000 / factor, 120_000 / factor],
    visibilityMs: 60_000 / factor,
  };
}
