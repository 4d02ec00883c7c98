import type { Estimate, SnippetClient, UsageDay } from '../../../../client/index.ts';
import type { CommandLineArguments } from '../parse-arguments.ts';
import type { Screen } from '../screen.ts';

/** One line for each day, today first, then the limits. */
export async function usage(client: SnippetClient, screen: Screen, signal: AbortSignal): Promise<void> {
  const days = await client.usage({ signal });
  for (const day of days) screen.code(`${lineOf(day)}\n`);
  const [today] = days;
  if (!today) return;
  screen.say(`Used today: ${of(today.used, today.limit)} snippets, ${of(today.usedTokens, today.tokenLimit)} tokens.`);
  screen.say(`It begins again at ${today.resetsAt}.`);
}

function lineOf({ day, asked, completed, failed, cancelled, running, ...spent }: UsageDay): string {
  const ends = `${completed} completed, ${failed} failed, ${cancelled} cancelled, ${running} running`;
  const tokens = `${spent.inputTokens} tokens read, ${spent.outputTokens} written`;
  return `${day}  ${asked} asked: ${ends}; ${tokens}; ${dollars(spent.cost)}`;
}

/** What the request would use. @throws Error the sentence of a refusal, when a quota would refuse it */
export async function estimate(
  { of: asked, instruction, place }: Extract<CommandLineArguments, { do: 'estimate' }> & { instruction: string },
  client: SnippetClient,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const request = { ...asked, instruction, options: { model: place.model } };
  const told = await client.estimate(request, { signal });
  screen.code(`${told.model}: ${told.inputTokens} tokens read, at most ${told.maxOutputTokens} written\n`);
  screen.code(`${costOf(told)}\n`);
  screen.code(`Left today: ${left(told.generationsLeft)} snippets, ${left(told.tokensLeft)} tokens\n`);
  if (told.refusal) throw new Error(told.refusal.message);
}

function costOf({ leastCost, mostCost }: Estimate): string {
  return mostCost === null
    ? 'The price is not known'
    : `From ${dollars(leastCost)} to ${dollars(mostCost)} for one answer`;
}

function dollars(amount: number | null): string {
  return amount === null ? 'the price is not known' : `${Number(amount.toFixed(6))} USD`;
}

function of(used: number, limit: number | null): string {
  return limit === null ? `${used}` : `${used} of ${limit}`;
}

function left(count: number | null): string {
  return count === null ? 'any number of' : `${count}`;
}
