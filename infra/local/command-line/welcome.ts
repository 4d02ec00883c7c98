import { tasks } from '../cookbook/tasks.ts';
import type { Host } from '../host.ts';

/** Returns the text that the host prints when it is ready: its addresses, and commands to copy. */
export function welcome(host: Omit<Host, 'close'>, seconds: number): string {
  const ask =
    'mutation { generateCode(language: PYTHON, instruction: \\"implement binary search\\") ' +
    '{ id status model objectKey code failure { message } } }';
  const curl = `curl -s ${host.url} -H 'x-api-key: ${host.apiKey}' -d '{"query":"${ask}"}'`;
  return `Snipstream is ready after ${seconds.toFixed(1)} s.

  Page       ${new URL('/', host.url)}
  GraphQL    ${host.url}
  Real-time  ${host.realtimeUrl}
  Postman    ${postmanUrl(host)}
  Altair     ${new URL('/altair/', host.url)}
  API key    ${host.apiKey}
  Data       ${host.dataFolder} (snippets in code-output/, what the functions say in functions.log)
  Model      ${modelLine(host.model)}
  At once    ${host.generations} generations; more of them wait (--generations)

Paste this for a first snippet:

${curl}

The same where jq is installed, which shows the code as code:

${curl} | jq -r '${CODE_OR_REASON}'
`;
}

/** A filter for jq: the code, else why there is none, else how far it is. */
const CODE_OR_REASON = '.errors[0].message? // (.data.generateCode | .code // .failure.message // .status)';

function modelLine(model: string): string {
  if (model !== 'cookbook') return model;
  return `cookbook: ${tasks.length} tasks, no AI. For a real model: npm run model`;
}

/** For a raw WebSocket request with the subprotocol `graphql-ws`, which cannot send headers of its own making. */
function postmanUrl({ url, realtimeUrl, apiKey }: Omit<Host, 'close'>): string {
  const header = JSON.stringify({ host: new URL(url).host, 'x-api-key': apiKey });
  return `${realtimeUrl}?header=${encodeURIComponent(Buffer.from(header).toString('base64'))}&payload=e30=`;
}
