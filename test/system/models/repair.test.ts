import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snippet, SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';
import type { HostSettings } from '../../../infra/local/host.ts';
import type { CarelessModel } from '../../support/fakes/careless-model.ts';
import { createCarelessModel } from '../../support/fakes/careless-model.ts';
import type { Faults } from '../../support/faults/fault-proxy.ts';
import { startFaultProxy } from '../../support/faults/fault-proxy.ts';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const fenced = (code: string): string => `\`\`\`python\n${code}\`\`\`\n`;
const whole = 'def add(a, b):\n    return sum((a, b))\n\n\nprint(add(1, 2))\n';
const broken = whole.replace('print(add(1, 2))', 'print(add(1, 2)');
const worse = broken.replace('sum((a, b))', 'sum((a, b)');
const named = { line: 5, column: 6, message: 'The "(" is not closed.' };
const ASKED = { language: 'PYTHON', instruction: 'add two numbers' } as const;

interface Stage {
  readonly host: TestHost;
  readonly client: SnippetClient;
}

describe.each(runtimeNames)('a faulty answer, in the %s runtime', (runtime) => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function open(
    model: CarelessModel,
    choices: Partial<HostChoices> = {},
    settings: HostSettings = {},
  ): Promise<Stage> {
    const host = await startTestHost({ model, other: runtimes[runtime], ...settings }, { repair: true, ...choices });
    closers.push(host.close);
    return { host, client: createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } }) };
  }

  /** A host whose functions meet faults on their way to S3; `crash` ends the worker's thread as a crash does. */
  async function openWithFaults(
    model: CarelessModel,
    faultsOf: (crash: () => Promise<void>) => Faults,
  ): Promise<Stage> {
    const running: { host?: TestHost } = {};
    const faults = faultsOf(async () => running.host?.functions.terminate('generate-snippet'));
    const calls = await startFaultProxy(() => new URL(running.host?.url ?? ''), faults);
    closers.push(calls.close);
    const environment = { AWS_ENDPOINT_URL_S3: `${calls.url}/s3` };
    const stage = await open(model, {}, { timeFactor: 60, environment });
    running.host = stage.host;
    return stage;
  }

  /** What is announced of a snippet, and what a watcher holds who applies each part. */
  async function watch({ client }: Stage, options = {}): Promise<{ event: Snippet; shown: string; offsets: number[] }> {
    const completed = client.onSnippetCompleted();
    const next = completed[Symbol.asyncIterator]().next();
    await completed.ready();
    let shown = '';
    const offsets: number[] = [];
    for await (const { part, offset } of client.streamCode({ ...ASKED, options })) {
      if (part !== '') offsets.push(offset);
      shown = shown.slice(0, offset) + part;
    }
    const { value } = await next;
    if (!value) throw new Error('Nothing was announced.');
    return { event: value, shown, offsets };
  }

  const fileOf = ({ host }: Stage, { objectKey }: Snippet): string =>
    readFileSync(join(host.dataFolder, objectKey), 'utf8');

  it('that the model mends is announced as repaired, shown from its beginning, and stored', async () => {
    const model = createCarelessModel([fenced(broken), fenced(whole)]);
    const stage = await open(model);
    const { event, shown, offsets } = await watch(stage);
    expect(event).toMatchObject({
      status: 'COMPLETED',
      code: whole,
      check: { state: 'PASSED', faults: [], repaired: true },
      modelCalls: 2,
      usage: { inputTokens: 20, outputTokens: 40 },
    });
    expect([shown, offsets.at(-1)]).toEqual([whole, 0]);
    expect(fileOf(stage, event)).toBe(whole);
    const [, second] = model.asked;
    expect(second?.messages).toHaveLength(1);
    expect(second?.messages[0]?.text).toContain(broken);
    expect(second?.messages[0]?.text).toContain(`Line 5, column 6: ${named.message}`);
    const listed: Snippet[] = [];
    for await (const snippet of stage.client.snippets()) listed.push(snippet);
    expect(listed.map(({ check }) => check)).toEqual([event.check]);
  });

  it.each([
    ['as many faults', fenced(broken.replace('add', 'plus'))],
    ['more faults', fenced(worse)],
    ['no code at all', 'I cannot do that.'],
    ['no end', '```python\nprint('],
  ])('whose second answer has %s is kept and its line named', async (_what, second) => {
    const model = createCarelessModel([fenced(broken), second]);
    const stage = await open(model);
    const { event, shown } = await watch(stage);
    const check = { state: 'FAULTY', faults: [named], repaired: false };
    expect(event).toMatchObject({ status: 'COMPLETED', code: broken, check, modelCalls: 2 });
    expect([shown, fileOf(stage, event), model.asked.length]).toEqual([broken, broken, 2]);
  });

  it.each([
    ['the host was started without', {}, { repair: false }],
    ['the caller wants none', { repair: false }, {}],
    ["the caller's limit leaves too few tokens", { maxTokens: 39 }, {}],
  ])('is not sent back when %s', async (_why, options, choices) => {
    const model = createCarelessModel([fenced(broken), fenced(whole)]);
    const stage = await open(model, choices);
    const snippet = await stage.client.generateCode({ ...ASKED, options });
    const check = { state: 'FAULTY', faults: [named], repaired: null };
    expect(snippet).toMatchObject({ status: 'COMPLETED', code: broken, check, modelCalls: 1 });
    expect(model.asked).toHaveLength(1);
  });

  it('is sent back when the caller wants it, whatever the host was started with, and within its tokens', async () => {
    const model = createCarelessModel([fenced(broken), fenced(whole)]);
    const stage = await open(model, { repair: false });
    const snippet = await stage.client.generateCode({ ...ASKED, options: { repair: true, maxTokens: 50 } });
    expect(snippet.check).toEqual({ state: 'PASSED', faults: [], repaired: true });
    expect(model.asked.map(({ inferenceConfig }) => inferenceConfig.maxTokens)).toEqual([50, 30]);
  });

  it('that was truncated is not sent back', async () => {
    const model = createCarelessModel(['```python\nprint(', fenced(whole)]);
    const snippet = await (await open(model)).client.generateCode(ASKED);
    expect(snippet).toMatchObject({ code: 'print(', truncated: true, check: { state: 'FAULTY', repaired: null } });
    expect(model.asked).toHaveLength(1);
  });

  it('loses nothing when the worker dies while it is mended: the next attempt ends with it and asks nothing', async () => {
    const running: { host?: TestHost } = {};
    const model = createCarelessModel([fenced(broken), fenced(whole)], async (times) => {
      if (times === 2) await running.host?.functions.terminate('generate-snippet');
    });
    const stage = await open(model, {}, { timeFactor: 60 });
    running.host = stage.host;
    const { event, shown } = await watch(stage);
    const check = { state: 'FAULTY', faults: [named], repaired: false };
    expect(event).toMatchObject({ status: 'COMPLETED', code: broken, check, attempts: 2, modelCalls: 1 });
    expect([shown, fileOf(stage, event), model.asked.length]).toEqual([broken, broken, 2]);
  });

  it('ends with the mended code when the worker dies once that is shown', async () => {
    const model = createCarelessModel([fenced(broken), fenced(whole)]);
    const stage = await openWithFaults(model, (crash) => ({
      before: ({ name, count }) => (name === 'PUT' && count === 2 ? crash().then(() => 503) : undefined),
    }));
    const { event } = await watch(stage);
    const check = { state: 'PASSED', faults: [], repaired: true };
    expect(event).toMatchObject({ status: 'COMPLETED', code: whole, check, attempts: 2, modelCalls: 2 });
    expect([fileOf(stage, event), model.asked.length]).toEqual([whole, 2]);
  });

  it('leaves no file when it is cancelled while it is mended', async () => {
    let removed = (): void => undefined;
    const isRemoved = new Promise<void>((resolve) => (removed = resolve));
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const model = createCarelessModel([fenced(broken), fenced(whole)], async (times) => {
      if (times < 2) return;
      asked();
      await isRemoved;
    });
    const stage = await openWithFaults(model, () => ({
      after: ({ name }) => (name === 'DELETE' ? removed() : undefined),
    }));
    const { id } = await stage.client.generateCode({ ...ASKED, options: { waitSeconds: 0 } });
    await isAsked;
    const { objectKey } = await stage.client.cancelSnippet(id);
    await isRemoved;
    expect(() => readFileSync(join(stage.host.dataFolder, objectKey))).toThrow('ENOENT');
  });
});
