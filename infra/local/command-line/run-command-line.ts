import type { SnippetClient } from '../../../client/snippet-client.ts';
import { createSnippetClient } from '../../../client/snippet-client.ts';
import { generate } from './generate-command.ts';
import { list, show } from './list-command.ts';
import type { OpenApi } from './open-api.ts';
import { openApi } from './open-api.ts';
import type { Output, Screen } from './screen.ts';
import { createScreen } from './screen.ts';
import { sentenceFor } from './sentences.ts';
import type { Wish } from './parse-arguments.ts';
import { readWish, usage } from './parse-arguments.ts';

/** The outside of the command line. */
export interface Outside {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Does what the words say. @returns the exit code: 0, 1 when it failed, 130 when it was interrupted */
export async function run(args: string[], { env, stdout, stderr, signal }: Outside): Promise<number> {
  const screen = createScreen(stdout, stderr);
  let api: OpenApi | undefined;
  try {
    const wish = readWish(args, env);
    if (wish.do === 'help') {
      screen.code(`${usage}\n`);
      return 0;
    }
    api = await openApi(wish.place, env, screen.say);
    const client = createSnippetClient({ url: api.url, auth: { apiKey: api.apiKey } });
    await fulfil(wish, client, api, screen, signal);
    return 0;
  } catch (error) {
    screen.say(
      signal.aborted && error === signal.reason ? 'Cancelled.' : `snipstream: ${sentenceFor(error, api?.url)}`,
    );
    return signal.aborted ? 130 : 1;
  } finally {
    await api?.close();
  }
}

function fulfil(
  wish: Exclude<Wish, { do: 'help' }>,
  client: SnippetClient,
  api: OpenApi,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  switch (wish.do) {
    case 'generate':
      return generate(wish, client, api, screen, signal);
    case 'list':
      return list(wish, client, screen, signal);
    case 'show':
      return show(wish, client, api, screen, signal);
  }
}
