import { defineConfig } from 'vitest/config';

/** The clients of others against a host: `npm run test:clients`, which installs them apart from the project first. */
export default defineConfig({
  test: {
    include: ['test/clients/**/*.clients.ts'],
    globalSetup: ['test/clients/other-clients/install-clients.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
