import { languages } from '../../../../schema/languages.ts';
import type { SnippetClient } from '../../../../client/snippet-client.ts';
import type { Snippet } from '../../../../client/snippet.ts';
import type { OpenApi } from '../open-api.ts';
import { placeOfFile } from './place-of-file.ts';
import type { Screen } from '../screen.ts';
import { sentenceOfCheck, sentenceOfFailure } from '../sentences.ts';
import type { CommandLineArguments } from '../parse-arguments.ts';

const STATUS_EVERY_MS = 100;

/**
 * Has code generated, or made of another snippet's, and writes it as it comes; where it may be taken back unseen, as in a pipe, only when it is whole.
 * @throws Error why there is no code
 */
export async function generate(
  args: Extract<CommandLineArguments, { do: 'generate' | 'refine' }> & { readonly instruction: string },
  client: SnippetClient,
  api: OpenApi,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const { instruction } = args;
  const options = api.model === undefined ? {} : { model: api.model };
  const isNew = args.do === 'generate';
  const request = isNew ? { language: args.language, instruction, options } : { id: args.id, instruction, options };
  const title = isNew ? languages[args.language].title : 'The new code';
  const beganAt = performance.now();
  const seconds = (): string => `${((performance.now() - beganAt) / 1000).toFixed(1)} s`;
  let length = 0;
  const showStatus = (): void =>
    screen.status(
      length === 0 ? `${title}: waiting for the model, ${seconds()}` : `${title}: ${length} characters, ${seconds()}`,
    );
  const ticking = setInterval(showStatus, STATUS_EVERY_MS);
  let ended: Snippet | undefined;
  try {
    screen.say(`Asking for ${isNew ? title : `another version of ${args.id}`} at ${api.url}`);
    for await (const { code, part, offset, snippet } of client.streamCode(request, { signal })) {
      if (screen.live) {
        if (offset < length) screen.say('--- what stands above is taken back; the code begins again ---');
        screen.code(offset < length ? code : part);
      }
      length = code.length;
      ended = snippet;
    }
  } finally {
    clearInterval(ticking);
  }
  if (ended?.status !== 'COMPLETED') throw new Error(ended ? sentenceOfFailure(ended) : 'The answer has no end.');
  if (!screen.live) screen.code(ended.code ?? '');
  screen.say(`${ended.status} after ${seconds()}, by ${ended.model}${ended.truncated ? '; the code ends early' : ''}`);
  screen.say(sentenceOfCheck(ended));
  screen.say(`id ${ended.id}`);
  screen.say(placeOfFile(ended, api));
}
