import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '../../support/browser/open-browser.ts';
import { spawnHost, startHostProcess } from '../../support/hosts/host-process.ts';
import { newFolder } from '../../support/hosts/test-host.ts';
import { playApi } from './api-in-the-page.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { openHostInBrowser } from './open-host-page.ts';
import { onScreen } from './page-on-screen.ts';

describe('a line that is lost', () => {
  let at: HostInBrowser;
  let browser: Browser;
  beforeAll(async () => {
    at = await openHostInBrowser();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await at?.close();
  });

  it('is told of, and what came meanwhile is there when it is back', async () => {
    const { page, screen, close } = await at.open();
    const api = await playApi(page);
    await page.reload();
    await screen.ask('hold the line');
    await api.asked;
    api.grow('first = 1\n');
    await expect.poll(() => screen.shownCode()).toContain('first = 1');
    const lost = page.getByText('Connection lost. The code goes on being written; trying again…');
    const back = page.getByText('Back. Nothing was lost.');
    const seen = Promise.all([lost.waitFor(), back.waitFor()]);
    await api.cut();
    api.grow('second = 2\n');
    await seen;
    await expect.poll(() => screen.shownCode()).toBe('first = 1\nsecond = 2\n');
    api.grow('third = 3\n');
    await expect.poll(() => screen.shownCode()).toBe('first = 1\nsecond = 2\nthird = 3\n');
    api.complete();
    await screen.reaches('Finished');
    await close();
  });

  it('loses nothing when the host is killed in the middle and starts again', async () => {
    const folder = newFolder();
    const first = await startHostProcess(folder);
    const { page } = await openPage(browser, new URL('/', first.url).href);
    const screen = onScreen(page);
    await screen.ask('an LRU cache');
    await expect.poll(() => page.locator('.line').count()).toBeGreaterThan(3);
    const lost = page.getByText('Connection lost.').waitFor();
    first.child.kill('SIGKILL');
    await lost;
    await expect.poll(() => page.locator('.line').count()).toBeGreaterThan(3);
    const second = spawnHost(folder, Number(new URL(first.url).port));
    await screen.reaches('Finished');
    await expect.poll(() => screen.shownCode()).toContain('class ');
    const code = await screen.shownCode();
    await page.reload();
    await expect.poll(() => screen.shownCode()).toBe(code);
    second.kill('SIGTERM');
    await once(second, 'exit');
    rmSync(folder, { recursive: true });
    await page.context().close();
  }, 120_000);

  it('of the whole machine stops asking, and leaves what is loaded to be read', async () => {
    const on = await at.open();
    await at.finish(on, 'before the tunnel', '```python\nprint("light")\n```\n');
    await on.screen.field.fill('in the tunnel');
    await on.page.context().setOffline(true);
    await on.page.getByText('You are offline. What is loaded can still be read.').waitFor();
    await expect.poll(() => on.page.getByRole('button', { name: 'Refine' }).isDisabled()).toBe(true);
    await expect.poll(() => on.screen.shownCode()).toBe('print("light")\n');
    const downloading = on.page.waitForEvent('download');
    await on.screen.press('Download');
    expect((await downloading).suggestedFilename()).toMatch(/before-the-tunnel.*\.py$/);
    await on.page.context().setOffline(false);
    await expect.poll(() => on.page.getByRole('button', { name: 'Refine' }).isDisabled()).toBe(false);
    await expect.poll(() => on.screen.field.inputValue()).toBe('in the tunnel');
    await on.close();
  });

  it('keeps what is written and not sent through a reload, and sends what was not accepted once', async () => {
    const on = await at.open();
    await on.screen.field.fill('half a thought');
    await on.page.reload();
    await expect.poll(() => on.screen.field.inputValue()).toBe('half a thought');

    const { calls } = at.model;
    let swallow = true;
    await on.page.route('**/graphql', (route) => {
      const isAsking = (route.request().postData() ?? '').includes('mutation generateCode');
      return isAsking && swallow ? undefined : route.fallback();
    });
    await on.screen.ask('swallowed on the way');
    await on.screen.reaches('Sending…');
    swallow = false;
    await on.page.reload();
    await at.model.asked(calls + 1);
    at.model.say('```python\nprint("there")\n```\n');
    at.model.end();
    await on.screen.reaches('Finished');
    await expect.poll(() => on.screen.shownCode()).toBe('print("there")\n');
    expect(at.model.calls).toBe(calls + 1);
    await on.close();
  });
});
