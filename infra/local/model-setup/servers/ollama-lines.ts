import { text } from 'node:stream/consumers';
import { postJson } from '../../bedrock/openai/post-json.ts';
import { errorSentence } from '../../bedrock/openai/openai-refusals.ts';
import { innermostMessage } from '../innermost-message.ts';

/** One line of what Ollama says of a work that takes time (https://github.com/ollama/ollama/blob/main/docs/api.md). */
export interface OllamaLine {
  readonly status?: string;
  /** Of the layer that is being loaded, `sha256:` and 64 digits. */
  readonly digest?: string;
  /** In bytes. */
  readonly total?: number;
  readonly completed?: number;
  readonly error?: string;
}

/** Checking the digest of a large file on a slow disk is silent for long. */
const SILENT_MS = 300_000;
const SUCCESS = 'success';

/**
 * Has an Ollama do something and follows it to its good end, which alone counts: a failure comes under status 200 too.
 * @param onLine told each line as it comes
 * @throws Error a sentence: it refused, failed, fell silent or went away; the signal's reason when it is aborted
 */
export async function followOllama(
  origin: string,
  path: string,
  body: object,
  onLine: (line: OllamaLine) => void,
  { signal, silentMs = SILENT_MS }: { readonly signal: AbortSignal; readonly silentMs?: number },
): Promise<void> {
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(), silentMs);
  try {
    const either = AbortSignal.any([signal, silence.signal]);
    const answer = await postJson(new URL(`${origin}${path}`), {}, JSON.stringify(body), either);
    if (answer.statusCode !== 200) {
      throw new OllamaRefusal(errorSentence(await text(answer)) || `status ${answer.statusCode}`);
    }
    let last: OllamaLine = {};
    for await (const line of linesOf(answer)) {
      watch.refresh();
      if (line.error !== undefined) throw new OllamaRefusal(errorSentence(line.error));
      onLine(line);
      last = line;
    }
    if (last.status !== SUCCESS) throw new Error('the answer ended too early');
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof OllamaRefusal) throw new Error(`Ollama at ${origin} refused: ${error.message}.`);
    const reason = silence.signal.aborted ? `silent for ${silentMs / 1000} s` : innermostMessage(error);
    throw new Error(`Ollama at ${origin} went away before it was done (${reason}). See that it runs, then try again.`, {
      cause: error,
    });
  } finally {
    clearTimeout(watch);
  }
}

class OllamaRefusal extends Error {}

/** A line may come in pieces. What is no JSON says nothing. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<OllamaLine> {
  const decoder = new TextDecoder();
  let unread = '';
  for await (const bytes of body) {
    const lines = `${unread}${decoder.decode(bytes, { stream: true })}`.split('\n');
    unread = lines.pop() ?? '';
    yield* lines.map(lineOf);
  }
  if (unread !== '') yield lineOf(unread);
}

function lineOf(line: string): OllamaLine {
  try {
    return JSON.parse(line) as OllamaLine;
  } catch {
    return {};
  }
}
