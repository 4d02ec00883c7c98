import type { SnippetClient } from '../../../../client/snippet-client.ts';
import type { CommandLineArguments } from '../parse-arguments.ts';
import type { Screen } from '../screen.ts';

/** Ends a snippet that is under way; says how it stands, as one that had ended already stays as it was. */
export async function cancel(
  { id }: Extract<CommandLineArguments, { do: 'cancel' }>,
  client: SnippetClient,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const { status } = await client.cancelSnippet(id, { signal });
  screen.say(`${status}: ${id}`);
}

/** Removes a snippet that has ended, with its file. */
export async function remove(
  { id }: Extract<CommandLineArguments, { do: 'delete' }>,
  client: SnippetClient,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  await client.deleteSnippet(id, { signal });
  screen.say(`Deleted: ${id}`);
}
