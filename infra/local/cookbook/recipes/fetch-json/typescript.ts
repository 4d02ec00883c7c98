// Fetches JSON from a URL. Usage: node fetch-json.ts URL

/**
 * Returns what the JSON document at the URL holds, to be checked before it is used.
 *
 * Rejects when the server cannot be reached, answers with a status that is no success,
 * takes longer than `timeoutMs`, or sends no JSON.
 */
export async function fetchJson(url: string, timeoutMs = 10_000): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return response.json();
}

async function main(): Promise<void> {
  const [url] = process.argv.slice(2);
  if (url === undefined) {
    console.error('usage: fetch-json.ts URL');
    process.exitCode = 2;
    return;
  }
  try {
    console.log(JSON.stringify(await fetchJson(url), null, 2));
  } catch (error) {
    console.error(`cannot fetch ${url}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

void main();
