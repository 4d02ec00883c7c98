export interface RetryOptions {
  /** Attempts in all, 5 by default. */
  readonly attempts?: number;
  /** Limit of the first pause; it doubles each time. */
  readonly firstDelayMs?: number;
  readonly longestDelayMs?: number;
  /** Whether an error is worth another attempt; by default each is. */
  readonly isTransient?: (error: unknown) => boolean;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Returns what the action resolves to, trying again when it rejects with a transient error.
 *
 * The pause before a further attempt is a random part of a limit that doubles each time
 * ("full jitter"), so that many callers do not come back at the same moment. Rejects with
 * the error of the last attempt.
 */
export async function retry<T>(action: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 5, firstDelayMs = 100, longestDelayMs = 10_000, isTransient = () => true } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await sleep(Math.random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)));
    }
  }
}

async function main(): Promise<void> {
  let calls = 0;
  const unreliable = async (): Promise<string> => {
    calls += 1;
    console.log(`attempt ${calls}`);
    if (calls < 3) throw new Error('not yet');
    return 'done';
  };
  console.log(await retry(unreliable, { firstDelayMs: 10 }));
}

void main();
