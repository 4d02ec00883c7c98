import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snippet, SnippetClient, SnippetProgress } from '../../client/index.ts';
import { createSnippetClient } from '../../client/index.ts';
import { createCookbookModel } from '../../infra/local/bedrock/models/cookbook-model.ts';
import { eventually } from '../support/hosts/api.ts';
import type { FedModel } from '../support/fakes/fed-model.ts';
import { createFedModel } from '../support/fakes/fed-model.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { startTestHost } from '../support/hosts/test-host.ts';

const run = promisify(execFile);
const ASKED = { language: 'JAVASCRIPT', instruction: 'implement binary search' } as const;
const clientOf = ({ url, apiKey }: TestHost): SnippetClient => createSnippetClient({ url, auth: { apiKey } });
const filesOf = ({ dataFolder }: TestHost): string[] => {
  const folder = join(dataFolder, 'code-output');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];
};

describe('the files of a host', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  });
  afterAll(() => host.close());

  it('hold only the code, which runs', async () => {
    const snippet = await clientOf(host).generateCode(ASKED);
    const file = join(host.dataFolder, snippet.objectKey);
    expect(readFileSync(file, 'utf8')).toBe(snippet.code);
    const { stdout } = await run(process.execPath, [file]);
    expect(stdout).toMatch(/index 3/);
  });

  it('never overwrite each other', async () => {
    const before = filesOf(host).length;
    const client = clientOf(host);
    await Promise.all([client.generateCode(ASKED), client.generateCode(ASKED), client.generateCode(ASKED)]);
    expect(filesOf(host)).toHaveLength(before + 3);
  });

  it('do not come of prose: what the cookbook does not know it refuses, in its own words', async () => {
    const before = filesOf(host).length;
    const snippet = await clientOf(host).generateCode({ ...ASKED, instruction: 'write me a ray tracer' });
    expect(snippet).toMatchObject({ status: 'FAILED', code: null, model: 'cookbook' });
    expect(snippet.failure).toMatchObject({ code: 'MODEL_RETURNED_NO_CODE', retryable: false });
    expect(snippet.failure?.modelMessage).toContain('--model');
    expect(snippet.failure?.message).toBe(`The model answered without code: ${snippet.failure?.modelMessage}`);
    expect(filesOf(host)).toHaveLength(before);
  });
});

describe('a snippet under way', () => {
  let host: TestHost;
  let model: FedModel;
  let client: SnippetClient;
  beforeAll(async () => {
    model = createFedModel();
    host = await startTestHost({ model, environment: { PART_INTERVAL_MS: '20', RENEW_AFTER_MS: '100' } });
    client = clientOf(host);
  });
  afterAll(() => host.close());

  async function begin(): Promise<string> {
    const before = model.calls;
    const { id } = await client.generateCode({ ...ASKED, options: { waitSeconds: 0 } });
    await model.asked(before + 1);
    return id;
  }
  const read = async (id: string, holds: (snippet: Snippet) => boolean): Promise<Snippet | null> =>
    eventually(
      () => client.snippet(id),
      (snippet) => snippet !== null && holds(snippet),
    );

  it('shows its code growing, to whoever asks', async () => {
    const id = await begin();
    model.say('Here:\n```js\nlet a = 1;\n');
    expect(await read(id, ({ code }) => code !== null)).toMatchObject({ status: 'GENERATING', code: 'let a = 1;\n' });
    model.say('let b = 2;\n');
    expect(await read(id, ({ sequence }) => sequence > 1)).toMatchObject({ code: 'let a = 1;\nlet b = 2;\n' });
    model.say('```\nDone.');
    model.end();
    expect(await read(id, ({ status }) => status === 'COMPLETED')).toMatchObject({ code: 'let a = 1;\nlet b = 2;\n' });
  });

  it('is cancelled: the model stops, what came stays, no file is left, the watcher hears of it', async () => {
    const files = filesOf(host);
    const abandoned = model.abandoned;
    const id = await begin();
    const progress = client.onSnippetProgress(id);
    await progress.ready();
    model.say('```js\nlet a = 1;\n');
    await read(id, ({ code }) => code !== null);
    expect(await client.cancelSnippet(id)).toMatchObject({ status: 'CANCELLED', code: 'let a = 1;\n' });
    expect(await endOf(progress)).toMatchObject({ status: 'CANCELLED', part: null, sequence: 1 });
    await eventually(
      async () => model.abandoned,
      (count) => count > abandoned,
    );
    expect(await client.snippet(id)).toMatchObject({ status: 'CANCELLED', code: 'let a = 1;\n', completedAt: null });
    expect(filesOf(host)).toEqual(files);
  });

  it('cannot be deleted before it is cancelled', async () => {
    const id = await begin();
    await expect(client.deleteSnippet(id)).rejects.toMatchObject({ name: 'Conflict' });
    await client.cancelSnippet(id);
    expect(await client.deleteSnippet(id)).toMatchObject({ status: 'CANCELLED' });
    expect(await client.snippet(id)).toBeNull();
  });

  it('is made once for five calls at once with the same id', async () => {
    const calls = model.calls;
    const files = filesOf(host).length;
    const options = { id: randomUUID() };
    const answers = Promise.all([1, 2, 3, 4, 5].map(() => client.generateCode({ ...ASKED, options })));
    await model.asked(calls + 1);
    model.say('```js\nlet a = 1;\n```\n');
    model.end();
    const [first, ...others] = (await answers).map((snippet) => ({ ...snippet, downloadUrl: null }));
    expect(first).toMatchObject({ id: options.id, status: 'COMPLETED', code: 'let a = 1;\n', attempts: 1 });
    for (const other of others) expect(other).toEqual(first);
    expect(model.calls).toBe(calls + 1);
    expect(filesOf(host)).toHaveLength(files + 1);
    await expect(client.generateCode({ ...ASKED, instruction: 'else', options })).rejects.toMatchObject({
      name: 'Conflict',
    });
  });

  it('keeps tabs, line ends and the last newline byte for byte', async () => {
    const id = await begin();
    model.say('```js\r\n\tlet a = "é😀";\r\n\r\n  let b;\t\r\n```');
    model.end();
    const snippet = await read(id, ({ status }) => status === 'COMPLETED');
    expect(snippet?.code).toBe('\tlet a = "é😀";\r\n\r\n  let b;\t\r\n');
    expect(readFileSync(join(host.dataFolder, snippet?.objectKey ?? ''), 'utf8')).toBe(snippet?.code);
  });

  it('is cut at 96 KiB, says so, and stops the model', async () => {
    const abandoned = model.abandoned;
    const id = await begin();
    model.say(`\`\`\`js\n${'// é\n'.repeat(20_000)}`);
    const snippet = await read(id, ({ status }) => status === 'COMPLETED');
    expect(snippet?.truncated).toBe(true);
    const bytes = Buffer.byteLength(snippet?.code ?? '');
    expect(bytes).toBeLessThanOrEqual(96 * 1024);
    expect(bytes).toBeGreaterThan(96 * 1024 - 4);
    await eventually(
      async () => model.abandoned,
      (count) => count > abandoned,
    );
  });
});

async function endOf(progress: AsyncIterable<SnippetProgress>): Promise<SnippetProgress | undefined> {
  for await (const news of progress) {
    if (news.status !== 'GENERATING' && news.status !== 'PENDING') return news;
  }
  return undefined;
}

describe('a snippet that is cancelled while it is PENDING', () => {
  it('never reaches the model, and its watcher hears of the end', async () => {
    const model = createFedModel();
    const host = await startTestHost({ model }, { generations: 2 });
    const client = clientOf(host);
    try {
      const occupied = await Promise.all(
        Array.from({ length: 2 }, () => client.generateCode({ ...ASKED, options: { waitSeconds: 0 } })),
      );
      await model.asked(2);
      const id = randomUUID();
      const progress = client.onSnippetProgress(id);
      await progress.ready();
      await client.generateCode({ ...ASKED, options: { id, waitSeconds: 0 } });
      expect(await client.cancelSnippet(id)).toMatchObject({ status: 'CANCELLED', attempts: 0 });
      for (const other of occupied) await client.cancelSnippet(other.id);
      expect(await endOf(progress)).toMatchObject({ id, status: 'CANCELLED', sequence: 0 });
      expect(model.calls).toBe(2);
    } finally {
      await host.close();
    }
  });
});

describe('250 snippets', () => {
  it('page newest first, by language and without, no gap, no repetition, with code and without', async () => {
    const host = await startTestHost({ model: createCookbookModel({ tokensPerSecond: 0 }) });
    const client = clientOf(host);
    try {
      const made: string[] = [];
      for (let batch = 0; batch < 25; batch++) {
        const languages = batch % 5 === 0 ? 'PYTHON' : 'JAVASCRIPT';
        const request = { language: languages, instruction: 'hello world', options: { waitSeconds: 25 } } as const;
        const snippets = await Promise.all(Array.from({ length: 10 }, () => client.generateCode(request)));
        made.push(...snippets.map(({ id }) => id));
      }
      const all = await listed(client, {});
      expect(all).toHaveLength(250);
      expect(new Set(all.map(({ id }) => id))).toEqual(new Set(made));
      const times = all.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort().reverse());
      for (const { code, sequence } of all) {
        expect(code).toContain('ello');
        expect(sequence).toBeGreaterThan(0);
      }
      const python = await listed(client, { language: 'PYTHON', pageSize: 7 });
      expect(python.map(({ id }) => id)).toEqual(
        all.filter(({ language }) => language === 'PYTHON').map(({ id }) => id),
      );
      expect(python).toHaveLength(50);
      expect(await idsByPage(host, 30)).toEqual(all.map(({ id }) => id));
    } finally {
      await host.close();
    }
  });

  async function listed(client: SnippetClient, filter: Parameters<SnippetClient['snippets']>[0]): Promise<Snippet[]> {
    const list: Snippet[] = [];
    for await (const snippet of client.snippets(filter)) list.push(snippet);
    return list;
  }

  async function idsByPage({ url, apiKey }: TestHost, limit: number): Promise<string[]> {
    const query =
      'query ($limit: Int, $nextToken: String) { snippets(limit: $limit, nextToken: $nextToken) { items { id } nextToken } }';
    const ids: string[] = [];
    let nextToken: string | null = null;
    do {
      const body: string = JSON.stringify({ query, variables: { limit, nextToken } });
      const response = await fetch(url, { method: 'POST', headers: { 'x-api-key': apiKey }, body });
      const { data } = (await response.json()) as {
        data: { snippets: { items: { id: string }[]; nextToken: string | null } };
      };
      expect(data.snippets.items.length).toBeLessThanOrEqual(limit);
      ids.push(...data.snippets.items.map(({ id }) => id));
      nextToken = data.snippets.nextToken;
    } while (nextToken !== null);
    return ids;
  }
});
