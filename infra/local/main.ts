import { styleText } from 'node:util';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { readChoices, usage } from './command-line/host-options.ts';

// What the host makes is its owner's alone, also where a library makes it.
process.umask(0o077);

if (process.argv.includes('--help')) {
  console.log(usage);
} else {
  try {
    const host = await startHost(readChoices(process.argv.slice(2), process.env), { tell });
    console.log(welcome(host, process.uptime()));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void host.close().then(() => process.exit(0), fail));
    }
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  console.error(`snipstream: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/** Said beside what the person asked for, so in a fainter colour where the terminal has any. */
function tell(line: string): void {
  console.error(process.stderr.isTTY && process.stderr.hasColors() ? styleText('dim', line) : line);
}

function welcome(host: Host, seconds: number): string {
  const ask =
    'mutation { generateCode(language: PYTHON, instruction: \\"implement binary search\\") { id status model objectKey code } }';
  return `Snipstream is ready after ${seconds.toFixed(1)} s.

  GraphQL    ${host.url}
  Real-time  ${host.realtimeUrl}
  Postman    ${postmanUrl(host)}
  Altair     ${new URL('/altair/', host.url)}
  API key    ${host.apiKey}
  Data       ${host.dataFolder} (snippets in code-output/, what the functions say in functions.log)
  Model      ${host.model}
  At once    ${host.generations} generations; more of them wait (--generations)

Paste this for a first snippet:

curl -s ${host.url} -H 'x-api-key: ${host.apiKey}' -d '{"query":"${ask}"}'
`;
}

/** For a raw WebSocket request with the subprotocol `graphql-ws`, which cannot send headers of its own making. */
function postmanUrl({ url, realtimeUrl, apiKey }: Host): string {
  const header = JSON.stringify({ host: new URL(url).host, 'x-api-key': apiKey });
  return `${realtimeUrl}?header=${encodeURIComponent(Buffer.from(header).toString('base64'))}&payload=e30=`;
}
