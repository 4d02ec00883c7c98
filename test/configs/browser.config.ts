import { defineConfig } from 'vitest/config';

/** What needs a browser: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/**/*.browser.ts'],
    // A page draws in frames of its own, and one look too early is no fault of it; what fails twice is one.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They end what hangs; a busy machine takes long for everything.
    expect: { poll: { timeout: 20_000 } },
  },
});
