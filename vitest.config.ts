import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node resolves it, so that there is one `graphql`, not its CommonJS and its module side by side.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/configs/build-once.ts'],
    exclude: ['test/clients/cookbook-programs.test.ts', 'test/clients/corpus-samples.test.ts'],
    // As many as there are cores: most tests wait for something, and one core less is half of a small machine.
    maxWorkers: '100%',
    // They end what hangs. What may not take long is asserted by its test, as a busy machine takes long for everything.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
