const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Returns what the action resolves to, trying again when it rejects and `isTransient` says so.
 *
 * The pause before a further attempt is a random part of a limit that doubles each time
 * ("full jitter"), so that many callers do not come back at the same moment. Rejects with
 * the error of the last attempt.
 */
async function retry(action, { attempts = 5, firstDelayMs = 100, longestDelayMs = 10_000, isTransient = () => true } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await sleep(Math.random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)));
    }
  }
}

async function main() {
  let calls = 0;
  const unreliable = async () => {
    calls += 1;
    console.log(`attempt ${calls}`);
    if (calls < 3) throw new Error('not yet');
    return 'done';
  };
  console.log(await retry(unreliable, { firstDelayMs: 10 }));
}

main();
