import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { Model, Snippet, SnippetClient, SnippetProgress } from '../../client/index.ts';
import { RefusedError } from '../../client/index.ts';
import { hasEnded } from '../../schema/has-ended.ts';

/** What is asked for, and at most so many tokens of it. */
const ASKED = { language: 'PYTHON', instruction: 'fizzbuzz' } as const;
const MOST_TOKENS = 2_000;
/** More tokens than the request and the rules of the prompt have. */
const READ_TOKENS = 1_000;

/** How long the snippet may take to end, and its last news to come after that, in milliseconds. */
export interface Patience {
  readonly endMs: number;
  readonly newsMs: number;
}

export const defaultPatience: Patience = { endMs: 240_000, newsMs: 30_000 };

/**
 * Tries an API as its callers use it: a request that is to be refused, one generation by the cheapest model, and the
 * subscription to it. What was generated is deleted afterwards. Each outcome is said in a sentence.
 * @returns the sentences of what failed; none when all is well
 */
export async function tryDeployed(
  client: SnippetClient,
  say: (line: string) => void,
  patience: Patience = defaultPatience,
): Promise<string[]> {
  const trials: [what: string, run: () => Promise<string | undefined>][] = [
    ['A request without an instruction is refused', () => refusal(client)],
    ['One snippet is generated, and its subscription tells of it', () => generation(client, say, patience)],
  ];
  const failed: string[] = [];
  for (const [what, run] of trials) {
    const why = await run().catch((error: unknown) => (error as Error).message);
    say(why === undefined ? `Passed: ${what}.` : `FAILED: ${what}. ${why}`);
    if (why !== undefined) failed.push(`${what}: ${why}`);
  }
  return failed;
}

async function refusal(client: SnippetClient): Promise<string | undefined> {
  try {
    await client.generateCode({ language: 'PYTHON', instruction: ' ', options: { waitSeconds: 0 } });
    return 'It was accepted.';
  } catch (error) {
    if (error instanceof RefusedError && error.name === 'InvalidInput') return undefined;
    throw error;
  }
}

async function generation(
  client: SnippetClient,
  say: (line: string) => void,
  { endMs, newsMs }: Patience,
): Promise<string | undefined> {
  const model = cheapest(await client.models());
  if (!model) return 'No model is offered.';
  say(`Asking ${model.id} once: ${cost(model)}.`);
  const id = randomUUID();
  const stop = new AbortController();
  const events = client.onSnippetProgress(id, { signal: stop.signal });
  try {
    await events.ready();
    const news = heardUntilEnd(events);
    const options = { id, model: model.id, maxTokens: Math.min(MOST_TOKENS, model.maxTokens ?? MOST_TOKENS) };
    const asked = await client.generateCode({ ...ASKED, options });
    const end = await ended(client, asked, endMs);
    if (end.status !== 'COMPLETED') {
      return `It ended as ${end.status}${end.failure ? `, ${end.failure.code}: ${end.failure.message}` : ''}`;
    }
    const heard = await Promise.race([news, after(newsMs)]);
    if (!heard) return `The code is there, and the subscription told no end of it within ${newsMs / 1_000} s.`;
    if (!heard.some(({ part }) => part)) return 'The code is there, and the subscription told of none of its parts.';
    return undefined;
  } finally {
    stop.abort();
    // One that has not ended cannot be deleted.
    await client.deleteSnippet(id).catch(() => undefined);
  }
}

async function heardUntilEnd(events: AsyncIterable<SnippetProgress>): Promise<SnippetProgress[]> {
  const heard: SnippetProgress[] = [];
  try {
    for await (const event of events) {
      heard.push(event);
      if (hasEnded(event)) break;
    }
  } catch {
    // Aborted, when all is over: what was heard till then is what there is.
  }
  return heard;
}

/** The snippet once it has ended, or as it is when the time is over. */
async function ended(client: SnippetClient, asked: Snippet, withinMs: number): Promise<Snippet> {
  const until = Date.now() + withinMs;
  let snippet = asked;
  while (!hasEnded(snippet) && Date.now() < until) {
    await after(1_000);
    snippet = (await client.snippet(asked.id)) ?? snippet;
  }
  return snippet;
}

/** Of those whose price is known; the first when none is. */
function cheapest(models: readonly Model[]): Model | undefined {
  const priced = models.filter((model) => dollars(model) !== null);
  return priced.sort((one, other) => (dollars(one) ?? 0) - (dollars(other) ?? 0))[0] ?? models[0];
}

function cost(model: Model): string {
  const most = dollars(model);
  return most === null ? 'what its tokens cost is not known' : `it costs at most ${most.toFixed(4)} USD`;
}

function dollars({ inputPrice, outputPrice }: Model): number | null {
  if (inputPrice === null || outputPrice === null) return null;
  return (inputPrice * READ_TOKENS + outputPrice * MOST_TOKENS) / 1_000_000;
}
