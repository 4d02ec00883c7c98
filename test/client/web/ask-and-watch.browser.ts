import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FedModel } from '../../support/fakes/fed-model.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { ask } from '../../support/hosts/test-host.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { openHostInBrowser } from './open-host-page.ts';
import { onScreen } from './page-on-screen.ts';

const ONE_FIELD = 'query ($id: ID!) { snippet(id: $id) { status code objectKey fileName } }';

describe('the page, with a model that a test feeds', () => {
  let at: HostInBrowser;
  let host: TestHost;
  let model: FedModel;
  beforeAll(async () => {
    at = await openHostInBrowser();
    ({ host, model } = at);
  });
  afterAll(() => at?.close());
  const stored = async (id: string) =>
    (
      await ask<{ snippet: { status: string; code: string; objectKey: string; fileName: string } }>(host, ONE_FIELD, {
        id,
      })
    ).data?.snippet;

  it('shows code as it arrives, in colours, and in the end what is stored: also on the clipboard and as a file', async () => {
    const { page, screen, asked, complaints } = await at.open();
    const calls = model.calls;
    await screen.ask('count to three');
    await model.asked(calls + 1);
    await screen.reaches(/^Waiting for fed/);
    model.say('```python\ndef count():\n');
    await screen.reaches('Writing…');
    await expect.poll(() => screen.shownCode()).toContain('def count():');
    await expect.poll(() => page.locator('.hljs-keyword').first().textContent()).toBe('def');
    model.say('    return [1, 2, 3]\n```\n');
    model.end();
    await screen.reaches('Finished');

    const code = 'def count():\n    return [1, 2, 3]\n';
    await expect.poll(() => screen.shownCode()).toBe(code);
    const snippet = await stored(screen.openId());
    expect(snippet).toMatchObject({ status: 'COMPLETED', code });
    expect(readFileSync(join(host.dataFolder, snippet?.objectKey ?? ''), 'utf8')).toBe(code);

    await screen.press('Copy');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    const coming = page.waitForEvent('download');
    await screen.press('Download');
    const download = await coming;
    expect(download.suggestedFilename()).toBe(snippet?.fileName);
    expect(readFileSync(await download.path(), 'utf8')).toBe(code);

    expect(complaints).toEqual([]);
    const { origin } = new URL(host.url);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`))).toEqual([]);
    await page.context().close();
  });

  it('stops the model, and keeps what had arrived', async () => {
    const { page, screen } = await at.open();
    const { calls, abandoned } = model;
    await screen.ask('count for ever');
    await model.asked(calls + 1);
    model.say('```python\none = 1\ntwo = 2\n');
    await expect.poll(() => screen.shownCode()).toContain('one = 1');
    await page.keyboard.press('Escape');
    await screen.reaches('Stopped');
    await expect.poll(() => screen.shownCode()).toContain('one = 1');
    expect(await stored(screen.openId())).toMatchObject({ status: 'CANCELLED' });
    await expect.poll(() => model.abandoned).toBe(abandoned + 1);
    await page.context().close();
  });

  it('refines a snippet, shows what changed, and where it came from', async () => {
    const { page, screen } = await at.open();
    let calls = model.calls;
    await screen.ask('greet');
    await model.asked(++calls);
    model.say('```python\nname = "you"\nprint("Hello")\nprint(name)\n```\n');
    model.end();
    await screen.reaches('Finished');
    const parent = screen.openId();
    await screen.ask('say goodbye');
    await model.asked(++calls);
    model.say('```python\nname = "you"\nprint("Goodbye")\nprint(name)\n```\n');
    model.end();
    await expect.poll(() => page.locator('.change-count').textContent()).toBe('1 line added, 1 line removed.');
    const rows = () => page.locator('.change').allTextContents();
    await expect.poll(rows).toEqual([' name = "you"', '−print("Hello")', '+print("Goodbye")', ' print(name)']);
    expect(screen.openId()).not.toBe(parent);

    const chain = page.getByRole('navigation', { name: 'Refinements' });
    await chain.getByRole('link', { name: 'greet' }).click();
    await expect.poll(() => screen.openId()).toBe(parent);
    await expect.poll(() => screen.shownCode()).toContain('print("Hello")');
    await expect.poll(() => chain.getByRole('link', { name: 'say goodbye' }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator('.change').count()).toBe(4);
    await page.context().close();
  });

  it('goes on where it was when the page is loaded again in the middle, and in a second tab beside it', async () => {
    const { page, screen } = await at.open();
    const calls = model.calls;
    await screen.ask('go on');
    await model.asked(calls + 1);
    model.say('```python\nfirst = 1\nsecond = 2\n');
    await expect.poll(() => screen.shownCode()).toContain('first = 1');
    await page.reload();
    await expect.poll(() => screen.shownCode()).toContain('first = 1');
    const second = await page.context().newPage();
    await second.goto(page.url());
    const beside = onScreen(second);
    await expect.poll(() => beside.shownCode()).toContain('first = 1');
    model.say('third = 3\n```\n');
    model.end();
    await screen.reaches('Finished');
    await beside.reaches('Finished');
    const code = 'first = 1\nsecond = 2\nthird = 3\n';
    await expect.poll(() => screen.shownCode()).toBe(code);
    await expect.poll(() => beside.shownCode()).toBe(code);
    expect(model.calls).toBe(calls + 1);
    await page.context().close();
  });

  it('says of a link to what is gone that it is', async () => {
    const { page, screen } = await at.open(`/#/s/${crypto.randomUUID()}`);
    await expect.poll(() => screen.alert.textContent()).toContain('This snippet is gone, or not yours.');
    await page.context().close();
  });
});
