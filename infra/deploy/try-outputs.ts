import { createSnippetClient } from '../../client/index.ts';
import { tryDeployed } from './try-deployed.ts';

/**
 * Tries the API that the outputs of a stack name.
 * @returns the sentences of what failed; none when all is well
 */
export async function tryOutputs(
  { ApiUrl: url, ApiKey: apiKey }: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<string[]> {
  if (!url || !apiKey) return ['The stack has no outputs ApiUrl and ApiKey, so there is nothing to try.'];
  say(`Trying ${url}; npm run deploy -- --no-test leaves that out.`);
  return tryDeployed(createSnippetClient({ url, auth: { apiKey } }), say);
}
