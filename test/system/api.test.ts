import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snippet, SnippetProgress } from '../../client/index.ts';
import type { Api } from '../support/hosts/api.ts';
import { eventually, openApi } from '../support/hosts/api.ts';
import { runtimeNames } from '../support/hosts/runtimes.ts';

const BINARY_SEARCH = { language: 'PYTHON', instruction: 'implement binary search' } as const;

describe.each(runtimeNames)('the API, as a client sees it, in the %s runtime', (runtime) => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(runtime);
  });
  afterAll(() => api.close());

  async function listOf<Value>(events: AsyncIterable<Value>, isLast: (value: Value) => boolean): Promise<Value[]> {
    const list: Value[] = [];
    for await (const value of events) {
      list.push(value);
      if (isLast(value)) break;
    }
    return list;
  }
  const hasEnded = ({ status }: { status: string }): boolean => status !== 'PENDING' && status !== 'GENERATING';

  it('answers with the finished code in one call', async () => {
    const snippet = await api.client.generateCode(BINARY_SEARCH);
    expect(snippet).toMatchObject({
      ...BINARY_SEARCH,
      status: 'COMPLETED',
      failure: null,
      truncated: false,
      attempts: 1,
    });
    expect(snippet.code).toContain('def ');
    expect(snippet.code).not.toContain('```');
    expect(snippet.objectKey).toMatch(
      new RegExp(`^code-output/\\d{4}-\\d\\d-\\d\\d/\\d{6}-implement-binary-search-${snippet.id}\\.py$`),
    );
    expect(snippet.usage?.outputTokens).toBeGreaterThan(0);
  });

  it('keeps both snippets when the same instruction comes twice', async () => {
    const [first, second] = [
      await api.client.generateCode(BINARY_SEARCH),
      await api.client.generateCode(BINARY_SEARCH),
    ];
    expect(second.id).not.toBe(first.id);
    expect(second.objectKey).not.toBe(first.objectKey);
    expect((await api.client.snippet(first.id))?.code).toBe(first.code);
  });

  it('gives a link that downloads exactly the code, and no link in events', async () => {
    const { id, code, downloadUrl, fileName } = await api.client.generateCode(BINARY_SEARCH);
    const response = await fetch(downloadUrl ?? '');
    expect(await response.text()).toBe(code);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`);
    expect(id).toBeTruthy();
  });

  it('repeats safely under an id of your own, and refuses another request under it', async () => {
    const options = { id: randomUUID() };
    const first = await api.client.generateCode({ ...BINARY_SEARCH, options });
    const again = await api.client.generateCode({ ...BINARY_SEARCH, options: { ...options, waitSeconds: 0 } });
    expect({ ...again, downloadUrl: null }).toEqual({ ...first, downloadUrl: null });
    await expect(api.client.generateCode({ ...BINARY_SEARCH, instruction: 'fizzbuzz', options })).rejects.toMatchObject(
      {
        name: 'Conflict',
      },
    );
    await expect(
      api.client.generateCode({ ...BINARY_SEARCH, options: { ...options, maxTokens: 9 } }),
    ).rejects.toMatchObject({
      name: 'Conflict',
    });
  });

  it('answers at once with waitSeconds 0, and the work goes on', async () => {
    const pending = await api.client.generateCode({ ...BINARY_SEARCH, options: { waitSeconds: 0 } });
    expect(pending).toMatchObject({ status: 'PENDING', code: null, sequence: 0, attempts: 0 });
    const read = () => api.client.snippet(pending.id);
    const finished = await eventually(read, (snippet) => snippet !== null && hasEnded(snippet));
    expect(finished?.status).toBe('COMPLETED');
  });

  it('pushes the parts in order, the end in band, and the completed snippet with every field', async () => {
    const id = randomUUID();
    const progress = api.client.onSnippetProgress(id);
    const completions = api.client.onSnippetCompleted({ id });
    await Promise.all([progress.ready(), completions.ready()]);
    await api.client.generateCode({ ...BINARY_SEARCH, options: { id, waitSeconds: 0 } });

    const news: SnippetProgress[] = await listOf(progress, hasEnded);
    const [completed] = await listOf<Snippet>(completions, () => true);
    const parts = news.filter(({ part }) => part !== null);
    expect(parts.map(({ sequence }) => sequence)).toEqual(parts.map((_, index) => index + 1));
    expect(news.at(-1)).toMatchObject({ id, status: 'COMPLETED', part: null, offset: null, sequence: parts.length });
    let held = '';
    for (const { offset, part } of parts) held = held.slice(0, offset ?? 0) + part;
    const stored = await api.client.snippet(id);
    expect(held).toBe(stored?.code);
    expect(completed).toEqual({ ...stored, downloadUrl: null });
  });

  it('tells every snippet in the list of its language, newest first', async () => {
    const { id } = await api.client.generateCode({ language: 'TYPESCRIPT', instruction: 'fizzbuzz' });
    const never = (): boolean => false;
    const read = () => listOf(api.client.snippets({ language: 'TYPESCRIPT' }), never);
    await eventually(read, (snippets) => snippets.some((snippet) => snippet.id === id));
    for (const { language } of await read()) expect(language).toBe('TYPESCRIPT');
    const times = (await listOf(api.client.snippets({ pageSize: 2 }), never)).map(({ createdAt }) => createdAt);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('deletes an ended snippet for good', async () => {
    const { id } = await api.client.generateCode(BINARY_SEARCH);
    expect(await api.client.deleteSnippet(id)).toMatchObject({ id, status: 'COMPLETED', downloadUrl: null });
    expect(await api.client.snippet(id)).toBeNull();
    await expect(api.client.deleteSnippet(id)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('returns an ended snippet as it is when it is cancelled', async () => {
    const snippet = await api.client.generateCode(BINARY_SEARCH);
    expect(await api.client.cancelSnippet(snippet.id)).toMatchObject({ status: 'COMPLETED', code: snippet.code });
    await expect(api.client.cancelSnippet(randomUUID())).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('does not know a snippet that is not there', async () => {
    expect(await api.client.snippet(randomUUID())).toBeNull();
  });
});
