// Fetches JSON from a URL. Usage: node fetch-json.js URL

/**
 * Returns what the JSON document at the URL holds.
 *
 * Rejects when the server cannot be reached, answers with a status that is no success,
 * takes longer than `timeoutMs`, or sends no JSON.
 */
async function fetchJson(url, timeoutMs = 10_000) {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return response.json();
}

async function main() {
  const [url] = process.argv.slice(2);
  if (url === undefined) {
    console.error('usage: fetch-json.js URL');
    process.exitCode = 2;
    return;
  }
  try {
    console.log(JSON.stringify(await fetchJson(url), null, 2));
  } catch (error) {
    console.error(`cannot fetch ${url}: ${error.message}`);
    process.exitCode = 1;
  }
}

main();
