import type { SnippetClient } from '../../../../client/snippet-client.ts';
import type { Snippet } from '../../../../client/snippet.ts';
import type { OpenApi } from '../open-api.ts';
import { placeOfFile } from './place-of-file.ts';
import type { Screen } from '../screen.ts';
import { sentenceOfCheck, sentenceOfFailure } from '../sentences.ts';
import type { CommandLineArguments } from '../parse-arguments.ts';

/** One line for each snippet, newest first. */
export async function list(
  { language }: Extract<CommandLineArguments, { do: 'list' }>,
  client: SnippetClient,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  let count = 0;
  for await (const snippet of client.snippets({ language }, { signal })) {
    screen.code(`${lineOf(snippet)}\n`);
    count++;
  }
  if (count === 0) screen.say('There are no snippets yet.');
}

function lineOf({ id, createdAt, status, language, instruction }: Snippet): string {
  const when = createdAt.slice(0, 16).replace('T', ' ');
  const words = instruction.replace(/\s+/g, ' ').slice(0, 60);
  return `${id}  ${when}  ${status.padEnd(10)} ${language.padEnd(10)} ${words}`;
}

/**
 * The code of one snippet, also of one that is not finished; then how it stands and where its file lies.
 * @throws Error there is none, or it has no code and will have none
 */
export async function show(
  { id }: Extract<CommandLineArguments, { do: 'show' }>,
  client: SnippetClient,
  api: OpenApi,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const snippet = await client.snippet(id, { signal });
  if (!snippet) throw new Error(`You have no snippet ${id}.`);
  screen.code(snippet.code ?? '');
  screen.say(`${snippet.status}, ${snippet.language}, by ${snippet.model}: ${snippet.instruction}`);
  if (snippet.status === 'FAILED') throw new Error(sentenceOfFailure(snippet));
  if (snippet.status !== 'COMPLETED') return;
  screen.say(sentenceOfCheck(snippet));
  screen.say(placeOfFile(snippet, api));
}
