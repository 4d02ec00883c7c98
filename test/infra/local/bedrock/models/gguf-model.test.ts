import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GgufSettings } from '../../../../../infra/local/bedrock/models/gguf-model.ts';
import { openGgufModel } from '../../../../../infra/local/bedrock/models/gguf-model.ts';
import type { ConverseRequest, ModelEvent } from '../../../../../infra/local/bedrock/models/local-model.ts';
import type { ChatItem, ChatSession, NodeLlamaCpp } from '../../../../../infra/local/bedrock/models/node-llama-cpp.ts';
import { loadNodeLlamaCpp } from '../../../../../infra/local/bedrock/models/node-llama-cpp.ts';
import { listen } from '../../../../support/hosts/listen.ts';
import { codeRequest, eventsOf, startBedrock, textOf } from '../../../../support/hosts/local-bedrock.ts';
import { writeTinyGguf } from '../../../../support/fakes/tiny-gguf.ts';

type PromptOptions = Parameters<ChatSession['promptWithMeta']>[1];
type Prompt = (options: PromptOptions, prompt: string) => Promise<{ stopReason: string }>;

/** node-llama-cpp, as far as it is used here, with a model that answers as the test says. */
function fakeLlama(prompt: Prompt) {
  const seen = { histories: [] as ChatItem[][], threads: undefined as number | undefined, running: 0, disposed: false };
  const meter = { usedInputTokens: 100, usedOutputTokens: 50 };
  const sequence = { contextSize: 2000, tokenMeter: meter, clearHistory: async () => undefined };
  class FakeSession implements ChatSession {
    private history: ChatItem[];
    constructor({ systemPrompt }: { systemPrompt?: string }) {
      this.history = systemPrompt === undefined ? [] : [{ type: 'system', text: systemPrompt }];
    }
    getChatHistory = () => this.history;
    setChatHistory = (items: ChatItem[]) => void (this.history = items);
    dispose = () => undefined;
    async promptWithMeta(text: string, options: PromptOptions) {
      seen.histories.push(this.history);
      if (++seen.running > 1) throw new Error('two at a time');
      try {
        const result = await prompt(options, text);
        meter.usedInputTokens += 10;
        meter.usedOutputTokens += 5;
        return result;
      } finally {
        seen.running--;
      }
    }
  }
  const llama: NodeLlamaCpp = {
    LlamaChatSession: FakeSession,
    async resolveModelFile(source, { onProgress }) {
      if (source === 'absent.gguf') throw new Error('No model file found');
      for (const downloadedSize of [0, 1e6, 1.4e6, 20e6]) onProgress?.({ totalSize: 20e6, downloadedSize });
      return '/models/small-coder.Q4.gguf';
    },
    getLlama: async () => ({
      loadModel: async () => ({
        createContext: async ({ threads }) => {
          seen.threads = threads;
          return { getSequence: () => sequence };
        },
        tokenize: (text) => text.split(' '),
      }),
      dispose: async () => void (seen.disposed = true),
    }),
  };
  return { llama, seen };
}

async function open(prompt: Prompt, more: Partial<GgufSettings> & { source?: string } = {}) {
  const { llama, seen } = fakeLlama(prompt);
  const lines: string[] = [];
  const model = await openGgufModel(more.source ?? 'hf:org/repo:Q4', {
    modelsFolder: '/models',
    output: { write: (line) => lines.push(line) },
    loadLlama: async () => llama,
    ...more,
  });
  return { model, seen, lines };
}

const request: ConverseRequest = {
  system: 'You write code.',
  messages: [{ role: 'user', text: 'implement binary search' }],
  inferenceConfig: {},
  requestMetadata: {},
};

async function all(events: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> {
  const found: ModelEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}

const never = new AbortController().signal;

describe('a model in a GGUF file', () => {
  it('streams reasoning and text, the end and what it took', async () => {
    const { model, seen } = await open(
      async ({ onResponseChunk }) => {
        onResponseChunk({ type: 'segment', text: 'hm' });
        onResponseChunk({ type: undefined, text: 'code' });
        return { stopReason: 'eogToken' };
      },
      { threads: 2 },
    );
    expect(model.name).toBe('small-coder.Q4');
    expect(await all(model.converse(request, never))).toEqual([
      { kind: 'start' },
      { kind: 'reasoning', text: 'hm' },
      { kind: 'text', text: 'code' },
      { kind: 'end', stopReason: 'end_turn', usage: { inputTokens: 10, outputTokens: 5 } },
    ]);
    expect(seen.threads).toBe(2);
    await model.close?.();
    expect(seen.disposed).toBe(true);
  });

  it('gets the conversation, and the options as the library has them', async () => {
    let given: unknown;
    const { model, seen } = await open(async ({ onResponseChunk: _, signal: __, ...options }, prompt) => {
      given = { prompt, ...options };
      return { stopReason: 'maxTokens' };
    });
    const events = await all(
      model.converse(
        {
          ...request,
          messages: [...request.messages, { role: 'assistant', text: 'half' }, { role: 'user', text: 'go on' }],
          inferenceConfig: { maxTokens: 7, temperature: 0.5, topP: 0.9, stopSequences: ['END'] },
        },
        never,
      ),
    );
    expect(seen.histories).toEqual([
      [
        { type: 'system', text: 'You write code.' },
        { type: 'user', text: 'implement binary search' },
        { type: 'model', response: ['half'] },
      ],
    ]);
    const options = { maxTokens: 7, temperature: 0.5, topP: 0.9, customStopTriggers: ['END'], repeatPenalty: false };
    expect(given).toEqual({ prompt: 'go on', ...options });
    expect(events.at(-1)).toMatchObject({ stopReason: 'max_tokens' });
  });

  it('never asks for more than fits beside the prompt, and refuses a prompt that does not fit', async () => {
    let most = 0;
    const { model } = await open(async ({ maxTokens }) => {
      most = maxTokens;
      return { stopReason: 'customStopTrigger' };
    });
    const events = await all(model.converse({ ...request, inferenceConfig: { maxTokens: 8192 } }, never));
    expect(most).toBe(2000 - 256 - 5);
    expect(events.at(-1)).toMatchObject({ stopReason: 'stop_sequence' });
    const long = { ...request, messages: [{ role: 'user' as const, text: 'a '.repeat(2000) }] };
    await expect(all(model.converse(long, never))).rejects.toMatchObject({ exception: 'ValidationException' });
    const assistant = { ...request, messages: [{ role: 'assistant' as const, text: 'a' }] };
    await expect(all(model.converse(assistant, never))).rejects.toMatchObject({ exception: 'ValidationException' });
  });

  it('answers one after the other', async () => {
    const { model } = await open(async ({ onResponseChunk }) => {
      for (let count = 0; count < 5; count++) {
        onResponseChunk({ text: `${count}` });
        await new Promise((resolve) => setImmediate(resolve));
      }
      return { stopReason: 'eogToken' };
    });
    const answers = await Promise.all([1, 2, 3].map(() => all(model.converse(request, never))));
    for (const answer of answers) expect(answer).toHaveLength(7);
  });

  it('has stopped for a caller that went away before the next one is answered', async () => {
    let calls = 0;
    const { model } = await open(async ({ onResponseChunk, signal }) => {
      onResponseChunk({ text: 'first' });
      if (++calls % 2 === 0) return { stopReason: 'eogToken' };
      await once(signal, 'abort');
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      throw signal.reason;
    });
    const abort = new AbortController();
    const aborted = (async () => {
      for await (const event of model.converse(request, abort.signal)) if (event.kind === 'text') abort.abort();
    })();
    const next = all(model.converse(request, never));
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect((await next).map(({ kind }) => kind)).toEqual(['start', 'text', 'end']);
    for await (const event of model.converse(request, never)) if (event.kind === 'text') break;
    expect(await all(model.converse(request, never))).toHaveLength(3);
  });

  it('tells of its download in lines where there is no terminal, and of its load', async () => {
    const { lines } = await open(async () => ({ stopReason: 'eogToken' }));
    expect(lines).toEqual([
      'Downloading hf:org/repo:Q4: 0 % (0 of 20 MB)\n',
      'Downloading hf:org/repo:Q4: 100 % (20 of 20 MB)\n',
      'Loading small-coder.Q4.gguf; the host is ready when it is in memory.\n',
    ]);
  });

  it('that cannot be loaded is named', async () => {
    const opening = open(async () => ({ stopReason: 'eogToken' }), { source: 'absent.gguf' });
    await expect(opening).rejects.toThrow('The model "gguf:absent.gguf" cannot be loaded: No model file found');
  });
});

const llama = await loadNodeLlamaCpp().catch((error: Error) => error);

it.runIf(llama instanceof Error)('without node-llama-cpp says how to add it', () => {
  expect(llama).toMatchObject({ message: expect.stringContaining('npm run model -- --gguf') });
});

it.skipIf(llama instanceof Error)(
  'a model of random weights is downloaded and streams through the Bedrock front',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'local-gguf-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeTinyGguf(join(folder, 'source.gguf'));
    const bytes = await readFile(join(folder, 'source.gguf'));
    const url = await listen(({ method, headers: { range } }, response) => {
      const [from = 0, to = bytes.length - 1] = (/bytes=(\d+)-(\d*)/.exec(range ?? '') ?? [])
        .slice(1)
        .map((text, index) => (text || index === 0 ? Number(text) : bytes.length - 1));
      const part = bytes.subarray(from, to + 1);
      const contentRange = range ? { 'content-range': `bytes ${from}-${to}/${bytes.length}` } : {};
      response.writeHead(range ? 206 : 200, {
        'accept-ranges': 'bytes',
        'content-length': part.length,
        ...contentRange,
      });
      response.end(method === 'HEAD' ? undefined : part);
    });
    const lines: string[] = [];
    const model = await openGgufModel(`${url}/tiny.gguf`, {
      modelsFolder: join(folder, 'models'),
      output: { write: (line) => lines.push(line) },
      loadLlama: loadNodeLlamaCpp,
      threads: 1,
    });
    onTestFinished(() => model.close?.());
    expect(lines.join('')).toContain(': 100 % (');
    await access(join(folder, 'models'));

    const { client } = await startBedrock(model);
    const events = await eventsOf(client, codeRequest(model.name, { inferenceConfig: { maxTokens: 40 } }));
    expect(textOf(events).length).toBeGreaterThan(10);
    expect(events.find((event) => event.messageStop)?.messageStop?.stopReason).toBe('max_tokens');
    expect(events.at(-1)?.metadata?.usage?.outputTokens).toBe(40);
  },
  60_000,
);

it.runIf(llama instanceof Error)('node-llama-cpp is found in the folder that it was added to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-llama-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const added = join(folder, 'node_modules', 'node-llama-cpp');
  await mkdir(added, { recursive: true });
  await writeFile(join(added, 'package.json'), JSON.stringify({ type: 'module', exports: './index.js' }));
  await writeFile(join(added, 'index.js'), "export const LlamaChatSession = 'the added one';");
  expect(await loadNodeLlamaCpp(folder)).toMatchObject({ LlamaChatSession: 'the added one' });
  await expect(loadNodeLlamaCpp(join(tmpdir(), 'local-llama-absent'))).rejects.toThrow('npm run model -- --gguf');
});
