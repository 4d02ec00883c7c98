import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCookbookModel } from '../../../infra/local/bedrock/models/cookbook-model.ts';
import type { Host, HostSettings, HostInternals } from '../../../infra/local/host.ts';
import { startHost } from '../../../infra/local/host.ts';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';

/** A host of its own for a test, over a folder that goes with it. */
export type TestHost = Host & HostInternals;

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snipstream-'));
}

/** Time goes 20 times faster than on AWS; the cookbook answers, and fast. Nothing is repaired unless a test asks for it. */
export async function startTestHost(
  settings: HostSettings = {},
  choices: Partial<HostChoices> = {},
): Promise<TestHost> {
  const host = await startHost(
    {
      port: 0,
      dataFolder: newFolder(),
      model: 'cookbook',
      apiKey: undefined,
      generations: 100,
      repair: false,
      ...choices,
    },
    { timeFactor: 20, model: createCookbookModel({ tokensPerSecond: 3_000 }), ...settings },
  );
  return {
    ...host,
    async close() {
      await host.close();
      if (choices.dataFolder === undefined) rmSync(host.dataFolder, { recursive: true });
    },
  };
}

export interface Answer<Data = Record<string, unknown>> {
  status: number;
  data: Data | null;
  errors: { errorType?: string; message: string; path?: unknown }[];
}

/** One GraphQL request with the API key, or with other headers. */
export async function ask<Data = Record<string, unknown>>(
  { url, apiKey }: Pick<Host, 'url' | 'apiKey'>,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = { 'x-api-key': apiKey },
): Promise<Answer<Data>> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Data>>;
  return { status: response.status, data, errors };
}
