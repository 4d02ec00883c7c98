import { existsSync, readFileSync } from 'node:fs';
import type { Command } from '../command/read-flags.ts';
import { runCommand } from '../command/run-command.ts';
import { OUTPUTS_FILE } from './deploy.ts';
import { tryOutputs } from './try-outputs.ts';

const command: Command<Record<never, never>> = {
  typed: 'npm run test:deployed --',
  script: 'test:deployed',
  flags: {},
  usage: `npm run test:deployed

Tries a deployed API as its callers use it: one request that is to be refused, one generation by the cheapest model that is
offered, and the subscription to it. The API is that of API_URL and API_KEY, else of what npm run deploy left in
${OUTPUTS_FILE}. The generation costs a fraction of a cent; how much at most is said before.

  -h, --help   this text
  --version    which version this is`,
};

const code = await runCommand(command, process.argv.slice(2), process.env, async () => {
  const { API_URL: ApiUrl, API_KEY: ApiKey } = process.env;
  const failed = await tryOutputs(ApiUrl && ApiKey ? { ApiUrl, ApiKey } : lastOutputs(), console.log);
  return failed.length === 0 ? 0 : 1;
});
process.exit(code);

/** @throws Error nothing was deployed from here */
function lastOutputs(): Record<string, string> {
  if (!existsSync(OUTPUTS_FILE)) {
    throw new Error('Nothing is deployed from here: set API_URL and API_KEY, or run npm run deploy.');
  }
  const [outputs = {}] = Object.values(
    JSON.parse(readFileSync(OUTPUTS_FILE, 'utf8')) as Record<string, Record<string, string>>,
  );
  return outputs;
}
