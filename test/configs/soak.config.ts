import { defineConfig } from 'vitest/config';

declare module 'vitest' {
  interface ProvidedContext {
    soak: Soak;
  }
}

/** How long and how hard the soak is. */
export interface Soak {
  readonly seed: number;
  readonly kills: number;
  readonly generations: number;
  readonly loadSeconds: number;
  /** After how much of it the memory is measured first. */
  readonly warmUpSeconds: number;
  /** By how much of what it was then it may have grown at the end. Half a minute is too short to know what stays. */
  readonly mayGrowBy: number;
}

const { SOAK, SOAK_SEED = `${Date.now() % 1_000_000}` } = process.env;
const size =
  SOAK === 'long'
    ? { kills: 30, generations: 20, loadSeconds: 600, warmUpSeconds: 60, mayGrowBy: 1.1 }
    : { kills: 4, generations: 20, loadSeconds: 30, warmUpSeconds: 15, mayGrowBy: 1.5 };

/**
 * What runs for longer than a test may: `npm run test:soak`, which takes about a minute, or a quarter of an hour with
 * `SOAK=long`. `SOAK_SEED` repeats the chances of a run that printed it.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.soak.ts'],
    // A time on the clock says nothing on a machine that others use as well.
    exclude: SOAK === 'long' ? [] : ['test/system/soak/waiters.soak.ts'],
    fileParallelism: false,
    provide: { soak: { seed: Number(SOAK_SEED), ...size } },
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
});
