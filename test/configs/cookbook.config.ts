import { defineConfig } from 'vitest/config';

/** The run of `npm run test:cookbook`, apart from `npm test`, which needs nothing but Node. */
export default defineConfig({
  test: {
    include: ['test/clients/cookbook-programs.test.ts', 'test/clients/corpus-samples.test.ts'],
    maxConcurrency: 4,
  },
});
