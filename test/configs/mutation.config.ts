import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried on: those of single modules, which take seconds. See test/mutation. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    env: { CUTS_PER_ANSWER: '2' },
    include: ['test/functions/**/*.test.ts', 'test/client/**/*.test.ts', 'test/schema/wire/**/*.test.ts'],
    exclude: ['test/functions/generate-snippet/answer/reading-time.test.ts'],
  },
});
