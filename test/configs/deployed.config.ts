import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const outputsFile = new URL('../../dist/outputs.json', import.meta.url);

/** Address and key of the deployed API: from `API_URL` and `API_KEY`, else from what `npm run deploy` left. */
function deployedApi(): Record<'API_URL' | 'API_KEY', string> {
  const { API_URL, API_KEY } = process.env;
  if (API_URL && API_KEY) return { API_URL, API_KEY };
  if (!existsSync(outputsFile))
    throw new Error('Nothing is deployed from here: set API_URL and API_KEY, or run npm run deploy.');
  const [outputs] = Object.values(
    JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, Record<string, string>>,
  );
  const { ApiUrl = '', ApiKey = '' } = outputs ?? {};
  return { API_URL: ApiUrl, API_KEY: ApiKey };
}

/** The API's own tests against a deployed stack: `npm run test:api`. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/system/api.test.ts', 'test/clients/postman.test.ts'],
    env: deployedApi(),
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
