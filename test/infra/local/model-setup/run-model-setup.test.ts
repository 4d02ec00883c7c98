import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readSavedModel } from '../../../../infra/local/bedrock/models/saved-model.ts';
import { loadNodeLlamaCpp } from '../../../../infra/local/bedrock/models/node-llama-cpp.ts';
import type { CommandDependencies } from '../../../../infra/local/model-setup/run-model-setup.ts';
import { runModelSetup } from '../../../../infra/local/model-setup/run-model-setup.ts';
import { chooseHostModel } from '../../../../infra/local/wiring/host-model.ts';
import { writeFakeNpm } from '../../../support/fakes/added-llama.ts';
import { sampleBytes, startHub, suggestedOf } from '../../../support/fakes/model-hub.ts';
import { startOllamaServer } from '../../../support/fakes/ollama-server.ts';
import { listen } from '../../../support/hosts/listen.ts';
import { newFolder } from '../../../support/hosts/test-host.ts';

const bytes = sampleBytes(300_000);
const usual = suggestedOf(bytes);
const better = { ...usual, title: 'Large-Coder, Q4', ollamaName: 'hf.co/org/Large-Coder:Q4' };
const digest = `sha256:${usual.sha256}`;
const NOBODY = 'http://127.0.0.1:2';

let folder: string;
beforeEach(() => {
  folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

interface Ran {
  readonly code: number;
  /** What was said, line by line. */
  readonly said: string[];
  readonly error: string;
  readonly asked: string[];
}

/** Runs the command with the answers of a person, in their order; none: nobody sits at the terminal. */
async function run(
  words: string[],
  { answers, ...more }: Partial<CommandDependencies> & { answers?: (string | undefined)[] } = {},
): Promise<Ran> {
  const said: string[] = [];
  const asked: string[] = [];
  let error = '';
  const code = await runModelSetup([...words, '--data', folder], {
    stdout: { write: (text: string) => said.push(...text.trimEnd().split('\n')) },
    stderr: { write: (text: string) => (error += text) },
    ask: answers && (async (question) => (asked.push(question), answers.shift())),
    signal: new AbortController().signal,
    origins: [],
    pauseMs: 0,
    suggested: { usual, better },
    ...more,
    env: { OLLAMA_HOST: NOBODY, ...more.env },
  });
  expect(error.split('\n').length, error).toBeLessThanOrEqual(2);
  return { code, said, error, asked };
}

/** What a host of this folder would take, as `--model` would name it. */
const taken = async (): Promise<string> =>
  (await (await chooseHostModel({ model: undefined, openAiApiKey: undefined }, folder, () => undefined)).open()).text;

describe('npm run model, where a server has models,', () => {
  it('offers them, those for code first, and takes the one that is chosen with room for prompt and answer', async () => {
    const ollama = await startOllamaServer(['llama3.1:8b', 'nomic-embed-text', 'team/Qwen2.5-Coder:7b']);
    const { code, said, asked } = await run([], { answers: ['', 'no'], env: { OLLAMA_HOST: ollama.origin } });
    expect(code).toBe(0);
    expect(asked).toEqual(['Which one? [1] ']);
    expect(said.slice(0, 4)).toEqual([
      'On this machine there is:',
      `   1  team/Qwen2.5-Coder:7b, Ollama at ${ollama.origin}`,
      `   2  llama3.1:8b, Ollama at ${ollama.origin}`,
      '   3  none of these: download Small-Coder, Q4',
    ]);
    const copy = {
      model: 'snipstream-qwen2.5-coder:7b',
      from: 'team/Qwen2.5-Coder:7b',
      parameters: { num_ctx: 16_384 },
    };
    expect(ollama.copies).toEqual([copy]);
    expect(ollama.answered).toEqual([copy.model]);
    expect(await taken()).toBe(`openai:${ollama.origin}/v1#${copy.model}`);
  });

  it('takes the first where nobody can be asked, and makes no copy of a copy', async () => {
    const ollama = await startOllamaServer(['snipstream-coder:7b']);
    expect((await run([], { env: { OLLAMA_HOST: ollama.origin } })).code).toBe(0);
    expect(ollama.copies).toEqual([]);
    expect(await taken()).toBe(`openai:${ollama.origin}/v1#snipstream-coder:7b`);
  });

  it('asks again after a number that is none, and changes nothing when the input ends', async () => {
    const ollama = await startOllamaServer(['coder:7b']);
    const { code, asked, said } = await run([], {
      answers: ['9', 'coder', undefined],
      env: { OLLAMA_HOST: ollama.origin },
    });
    expect([code, asked.length, said.at(-1)]).toEqual([0, 3, expect.stringContaining('Nothing was changed:')]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says when the context is small, and what is no model server', async () => {
    const other = await listen((_, response) => response.end('hello'));
    const llama = await listen(({ url }, response) => {
      const list = { data: [{ id: 'my coder.gguf', owned_by: 'llamacpp' }] };
      if (url === '/slots') return void response.end('[{"n_ctx":4096}]');
      if (url === '/v1/models') return void response.end(JSON.stringify(list));
      if (url === '/v1/chat/completions') {
        return void response.end('data: {"choices":[{"delta":{"content":"print"}}]}\n\ndata: [DONE]\n\n');
      }
      response.writeHead(404).end();
    });
    const { said } = await run(['--yes'], { origins: [other, llama] });
    expect(said).toContain(`What answers at ${other} is no model server.`);
    expect(said).toContain(
      'It has room for 4096 tokens of prompt and answer together; for long code 16384 are good: start it with -c 16384.',
    );
    expect(await taken()).toBe(`openai:${llama}/v1#my coder.gguf`);
  });

  it.each([
    [404, '{"error":{"message":"model not found"}}', 'refused "snipstream-coder:7b" with 404: model not found'],
    [500, '{"error":{"message":"model requires more system memory"}}', 'with 500: model requires more system memory'],
  ])('keeps nothing when the model does not answer but with %i', async (status, body, words) => {
    const ollama = await startOllamaServer(['coder:7b']);
    ollama.tamper = (path, response) =>
      path === '/v1/chat/completions' && response.writeHead(status).end(body) !== undefined;
    const { code, error } = await run(['--yes'], { env: { OLLAMA_HOST: ollama.origin } });
    expect([code, error]).toEqual([1, expect.stringContaining(words)]);
    expect(readSavedModel(folder)).toBeUndefined();
  });

  it('keeps nothing when the server goes away in the middle, and takes it when it is back', async () => {
    const ollama = await startOllamaServer(['coder:7b']);
    const env = { OLLAMA_HOST: ollama.origin };
    ollama.tamper = (path, response) =>
      path === '/v1/chat/completions' && response.write(': loading\n\n', () => response.destroy()) !== undefined;
    const { code, error } = await run(['--yes'], { env });
    expect([code, error]).toEqual([1, expect.stringContaining('went away in the middle of its answer')]);
    expect(readSavedModel(folder)).toBeUndefined();
    ollama.tamper = () => false;
    expect((await run(['--yes'], { env })).code).toBe(0);
    expect(await taken()).toContain('coder:7b');
  });

  it('offers a file beside a server that has none and cannot pull any', async () => {
    const empty = await listen(({ url }, response) =>
      url === '/v1/models' ? response.end('{"object":"list","data":[]}') : response.writeHead(404).end(),
    );
    const { code, said, asked } = await run([], { answers: ['n'], origins: [empty], env: { PATH: '' } });
    expect(said[0]).toBe(`A server of the OpenAI kind at ${empty} has no model yet.`);
    expect(said.join('\n')).toContain(`It will lie at ${join(folder, 'models', usual.file)}.`);
    expect([code, asked]).toEqual([0, ['Download it? [Y/n] ']]);
  });

  it('takes a model as it is, and says so, when no copy can be made of it', async () => {
    const ollama = await startOllamaServer(['coder:cloud']);
    ollama.tamper = (path, response) =>
      path === '/api/create' && response.end('{"error":"cannot create from a remote model"}\n') !== undefined;
    const { said } = await run(['--yes'], { env: { OLLAMA_HOST: ollama.origin } });
    expect(said.join('\n')).toContain('cannot create from a remote model. So coder:cloud is taken as it is');
    expect(await taken()).toBe(`openai:${ollama.origin}/v1#coder:cloud`);
  });
});

describe('npm run model, where Ollama has no model,', () => {
  const start = () => startOllamaServer([], digest);

  it('says what it would pull, asks, pulls it with progress, and makes the copy with room', async () => {
    const ollama = await start();
    const { code, said, asked } = await run([], { answers: ['y'], env: { OLLAMA_HOST: ollama.origin } });
    expect([code, asked]).toEqual([0, ['Download it? [Y/n] ']]);
    const told = said.join('\n');
    for (const part of [
      'Small-Coder, Q4: Apache-2.0, https://',
      '0.00 GB to download',
      `Ollama at ${ollama.origin} pulls it`,
    ]) {
      expect(told).toContain(part);
    }
    expect(told).toContain('Downloading hf.co/org/Small-Coder:Q4: 100 % (');
    expect(ollama.copies).toMatchObject([{ model: 'snipstream-small-coder:q4', from: usual.ollamaName }]);
    expect(await taken()).toBe(`openai:${ollama.origin}/v1#snipstream-small-coder:q4`);
  });

  it('pulls the larger one when that is asked for, whatever there is', async () => {
    const ollama = await startOllamaServer(['coder:7b'], digest);
    await run(['--yes', '--better'], { env: { OLLAMA_HOST: ollama.origin } });
    expect(ollama.models).toContain(better.ollamaName);
  });

  it('pulls nothing when the person says no, or cannot be asked', async () => {
    const ollama = await start();
    const no = await run([], { answers: ['what', 'n'], env: { OLLAMA_HOST: ollama.origin } });
    expect([no.code, no.asked.length]).toEqual([0, 2]);
    const nobody = await run([], { env: { OLLAMA_HOST: ollama.origin } });
    expect(nobody).toMatchObject({
      code: 1,
      error: 'snipstream: Nobody can be asked here. To agree beforehand: npm run model -- --yes\n',
    });
    expect(ollama.pulls).toBe(0);
  });

  it.each([
    ['cut', 'went away before it was done'],
    ['short', 'went away before it was done (the answer ended too early)'],
    [{ error: 'write /models: no space left on device' }, 'refused: write /models: no space left on device.'],
    [{ error: 'pull model manifest: file does not exist' }, 'refused: pull model manifest: file does not exist.'],
  ] as const)('says in a sentence that a pull failed (%j), and goes on in the next run', async (fault, words) => {
    const ollama = await start();
    ollama.pull = { digest, fault };
    const env = { OLLAMA_HOST: ollama.origin };
    const failed = await run(['--yes'], { env });
    expect([failed.code, failed.error]).toEqual([1, expect.stringContaining(words)]);
    expect(readSavedModel(folder)).toBeUndefined();
    ollama.pull = { digest };
    expect((await run(['--yes'], { env })).code).toBe(0);
    expect(await taken()).toContain('#snipstream-small-coder:q4');
  });

  it('does not use what came when it is another file', async () => {
    const ollama = await startOllamaServer([], 'sha256:another');
    const { code, error } = await run(['--yes'], { env: { OLLAMA_HOST: ollama.origin } });
    expect([code, error]).toEqual([1, expect.stringContaining(`none of its layers has the SHA-256 ${usual.sha256}`)]);
    expect(readSavedModel(folder)).toBeUndefined();
  });
});

const isInstalled = await loadNodeLlamaCpp().then(
  () => true,
  () => false,
);

describe.skipIf(isInstalled)('npm run model, where no server runs,', () => {
  const npm = (): { npm_execpath: string } => ({ npm_execpath: writeFakeNpm(join(folder, 'npm')) });

  it('says what it would download and where to, and has the host run it', async () => {
    const hub = await startHub(bytes);
    const { code, said } = await run([], { answers: [''], env: { ...npm(), HF_ENDPOINT: hub.url } });
    expect(code).toBe(0);
    const target = join(folder, 'models', usual.file);
    const told = said.join('\n');
    for (const part of [
      `It will lie at ${target}.`,
      'MIT, https://www.npmjs.com/package/node-llama-cpp',
      'About 85 MB more',
    ]) {
      expect(told).toContain(part);
    }
    expect(readFileSync(target).equals(bytes)).toBe(true);
    const words = JSON.parse(readFileSync(join(folder, 'npm', 'asked.json'), 'utf8')) as string[];
    expect(words).toEqual(expect.arrayContaining(['--ignore-scripts', '--omit=optional', 'node-llama-cpp@3.21.1']));
    expect(await taken()).toBe(`gguf:${usual.file}`);

    const again = await run([], { env: { HF_ENDPOINT: NOBODY } });
    expect(again.code, 'asks for nothing that is there').toBe(0);
  });

  it('goes on after a line that broke for good, and says how much is there', async () => {
    const hub = await startHub(bytes);
    hub.cuts.push(200_000);
    hub.tamper = (_, response) => hub.cuts.length === 0 && response.destroy() !== undefined;
    const env = { ...npm(), HF_ENDPOINT: hub.url };
    const broken = await run(['--gguf', '--yes'], { env });
    expect([broken.code, broken.error]).toEqual([1, expect.stringContaining('are kept: run the command again')]);
    hub.tamper = () => undefined;
    const { code, said } = await run(['--gguf', '--yes'], { env });
    expect(said.join('\n')).toMatch(/where 0\.00 GB of it are already/);
    expect([code, hub.asked.at(-1)?.status]).toEqual([0, 206]);
  });

  it.each([
    ['is another file by its size', (hub: { bytes: Buffer }) => (hub.bytes = bytes.subarray(1)), 'it has 299999 bytes'],
    [
      'is another file by its hash',
      (hub: { bytes: Buffer }) => (hub.bytes = sampleBytes(300_000, 'b')),
      'and the SHA-256 ',
    ],
  ])('downloads nothing that %s', async (_, change, words) => {
    const hub = await startHub(bytes);
    change(hub);
    const { code, error } = await run(['--gguf', '--yes'], { env: { ...npm(), HF_ENDPOINT: hub.url } });
    expect([code, error]).toEqual([1, expect.stringContaining(words)]);
    expect(hub.asked).toEqual([]);
  });

  it('says that the hub or npm cannot be reached, and goes on when they can', async () => {
    const hub = await startHub(bytes);
    const env = npm();
    const offline = join(folder, 'npm', 'offline');
    writeFileSync(offline, '');
    const noNpm = await run(['--gguf', '--yes'], { env: { ...env, HF_ENDPOINT: hub.url } });
    expect(noNpm.error).toContain('npm could not add node-llama-cpp: network request to the registry failed.');
    rmSync(offline);
    const noHub = await run(['--gguf', '--yes'], { env: { ...env, HF_ENDPOINT: NOBODY } });
    expect(noHub.error).toContain('127.0.0.1:2 cannot be reached (');
    expect((await run(['--gguf', '--yes'], { env: { ...env, HF_ENDPOINT: hub.url } })).code).toBe(0);
  });

  it('asks nothing when the disk has no room for it', async () => {
    const vast = { ...usual, bytes: 1e17 };
    const { error, asked } = await run(['--gguf'], { answers: [], suggested: { usual: vast, better }, env: npm() });
    expect(error).toMatch(
      /^snipstream: The disk of .+ has [\d.]+ GB free, and 100000000\.\d+ GB are to come\. Make room/,
    );
    expect(asked).toEqual([]);
  });

  it('stops at Ctrl-C, keeps what came, and says so', async () => {
    const hub = await startHub(bytes);
    const stop = new AbortController();
    hub.tamper = (_, response) =>
      response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 100_000)) !== undefined;
    const stdout = { write: (text: string) => text.startsWith('Downloading small-coder') && stop.abort() };
    const env = { ...npm(), HF_ENDPOINT: hub.url };
    const { code, error } = await run(['--gguf', '--yes'], { env, stdout, signal: stop.signal });
    expect([code, error]).toEqual([130, 'Stopped. Run it again, and it goes on from here.\n']);
    expect(existsSync(join(folder, 'models', `${usual.file}.part`))).toBe(true);
  });
});

it.each([
  [['--jes'], 'There is no flag --jes; did you mean --yes?'],
  [['better'], '"better" is one word too many.'],
])('npm run model refuses %j in a sentence', async (words, sentence) => {
  const { code, error } = await run(words);
  expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
});
