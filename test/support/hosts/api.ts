import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import type { RuntimeName } from './runtimes.ts';
import { runtimes } from './runtimes.ts';
import { startTestHost } from './test-host.ts';

/** The API a test calls: the deployed one that `API_URL` and `API_KEY` name, else a host of its own on this machine. */
export interface Api {
  readonly url: string;
  readonly apiKey: string;
  readonly client: SnippetClient;
  close(): Promise<void>;
}

export async function openApi(runtime: RuntimeName = 'kind'): Promise<Api> {
  const { API_URL: url, API_KEY: apiKey } = process.env;
  if (url && apiKey) return { ...clientOf({ url, apiKey }), close: async () => undefined };
  const host = await startTestHost({ other: runtimes[runtime] });
  return { ...clientOf(host), close: host.close };
}

function clientOf({ url, apiKey }: { url: string; apiKey: string }) {
  return { url, apiKey, client: createSnippetClient({ url, auth: { apiKey } }) };
}

/** Asks again until it holds: a deployed list is consistent only after a moment. */
export async function eventually<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
