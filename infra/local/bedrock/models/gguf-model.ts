import { EventEmitter, on } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CONTEXT_TOKENS } from './context-tokens.ts';
import { downloadLines } from './download-lines.ts';
import type { ConverseRequest, LocalModel, Message, ModelEvent } from './local-model.ts';
import { LocalModelError } from './local-model.ts';
import type { ChatItem, ChatSession, NodeLlamaCpp, Sequence } from './node-llama-cpp.ts';

export interface GgufSettings {
  /** Where downloaded models lie. */
  readonly modelsFolder: string;
  /** Where a download is told of: a bar on a terminal, else a line for each tenth. */
  readonly output: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly loadLlama: () => Promise<NodeLlamaCpp>;
  /** Threads that compute; left out: as many as the library finds good. */
  readonly threads?: number | undefined;
}

/** What a chat template may add to the texts of a request. */
const TEMPLATE_TOKENS = 256;

/** node-llama-cpp's reasons; any other is passed on as it is, and so counts as an end that nobody knows. */
const stopReasons: Readonly<Record<string, string>> = {
  eogToken: 'end_turn',
  stopGenerationTrigger: 'end_turn',
  maxTokens: 'max_tokens',
  customStopTrigger: 'stop_sequence',
};

/**
 * A model in the process, from a GGUF file, in the working directory or in the folder of models, or an address of one
 * (`hf:user/repo:quant`, https:). It answers one request after the other.
 * @throws Error that names the source when it cannot be loaded
 */
export async function openGgufModel(source: string, settings: GgufSettings): Promise<LocalModel> {
  const { getLlama, resolveModelFile, LlamaChatSession } = await settings.loadLlama();
  const { modelsFolder, output, threads } = settings;
  try {
    const modelPath = await resolveModelFile(existsSync(source) ? resolve(source) : source, {
      directory: modelsFolder,
      cli: output.isTTY === true,
      onProgress: downloadLines(source, output),
    });
    output.write(`Loading ${basename(modelPath)}; the host is ready when it is in memory.\n`);
    const llama = await getLlama({ build: 'never', logLevel: 'error' });
    const model = await llama.loadModel({ modelPath });
    const contextSize = { max: CONTEXT_TOKENS };
    const context = await model.createContext(threads === undefined ? { contextSize } : { contextSize, threads });
    const sequence = context.getSequence();
    const inTurn = turns();
    return {
      name: basename(modelPath, '.gguf'),
      async *converse(request, signal) {
        const room = sequence.contextSize - model.tokenize(textOf(request)).length - TEMPLATE_TOKENS;
        if (room < 1) throw new LocalModelError('ValidationException', 'Input is too long for requested model.');
        yield { kind: 'start' };
        const release = await inTurn();
        try {
          signal.throwIfAborted();
          await sequence.clearHistory();
          const { system } = request;
          const session = new LlamaChatSession({
            contextSequence: sequence,
            ...(system ? { systemPrompt: system } : {}),
          });
          try {
            yield* answer(session, sequence, request, room, signal);
          } finally {
            session.dispose();
          }
        } finally {
          release();
        }
      },
      close: () => llama.dispose(),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The model "gguf:${source}" cannot be loaded: ${reason}`, { cause });
  }
}

async function* answer(
  session: ChatSession,
  { tokenMeter }: Sequence,
  { messages, inferenceConfig }: ConverseRequest,
  room: number,
  signal: AbortSignal,
): AsyncIterable<ModelEvent> {
  const last = messages.at(-1);
  if (last?.role !== 'user') throw new LocalModelError('ValidationException', 'The last message must be of the user.');
  session.setChatHistory([...session.getChatHistory(), ...messages.slice(0, -1).map(chatItem)]);

  const { usedInputTokens, usedOutputTokens } = tokenMeter;
  const { maxTokens = room, temperature, topP, stopSequences } = inferenceConfig;
  const left = new AbortController();
  const said = new EventEmitter();
  const chunks = on(said, 'chunk', { close: ['end'] }) as AsyncIterable<[{ type?: 'segment'; text: string }]>;
  const running = session
    .promptWithMeta(last.text, {
      onResponseChunk: (chunk) => said.emit('chunk', chunk),
      signal: AbortSignal.any([signal, left.signal]),
      maxTokens: Math.min(maxTokens, room),
      repeatPenalty: false,
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP === undefined ? {} : { topP }),
      ...(stopSequences === undefined ? {} : { customStopTriggers: [...stopSequences] }),
    })
    .finally(() => said.emit('end'));
  running.catch(() => undefined);
  try {
    for await (const [{ type, text }] of chunks) yield { kind: type === 'segment' ? 'reasoning' : 'text', text };
    const { stopReason } = await running;
    yield {
      kind: 'end',
      stopReason: stopReasons[stopReason] ?? stopReason,
      usage: {
        inputTokens: tokenMeter.usedInputTokens - usedInputTokens,
        outputTokens: tokenMeter.usedOutputTokens - usedOutputTokens,
      },
    };
  } finally {
    left.abort();
    await running.catch(() => undefined);
  }
}

function chatItem({ role, text }: Message): ChatItem {
  return role === 'user' ? { type: 'user', text } : { type: 'model', response: [text] };
}

function textOf({ system, messages }: ConverseRequest): string {
  return system + messages.map(({ text }) => text).join('\n');
}

/** Lets one after the other in, in the order in which they asked. */
function turns(): () => Promise<() => void> {
  let before = Promise.resolve();
  return async () => {
    const turn = before;
    let release: () => void = () => undefined;
    before = new Promise((resolve) => (release = resolve));
    await turn;
    return release;
  };
}
