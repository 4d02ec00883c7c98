import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser/open-browser.ts';
import { createFedModel } from '../support/fakes/fed-model.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { startTestHost } from '../support/hosts/test-host.ts';

describe('Altair on the local host, in a browser', () => {
  let host: TestHost;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    host = await startTestHost();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(new URL('/altair', host.url).href);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  const send = (): Promise<void> =>
    page
      .locator('app-window:visible')
      .getByRole('button', { name: /^\s*(Run|Send)/ })
      .first()
      .click();
  const result = () => page.locator('app-window:visible app-query-result');

  it('answers the prepared request with one click', async () => {
    await page.getByText('Generate', { exact: true }).first().click();
    await send();
    await expect.poll(() => result().innerText(), { timeout: 15000 }).toContain('COMPLETED');
    if (process.env['SCREENSHOTS'])
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/altair-generate.png` });
  });

  it('shows the completed snippet to the prepared subscription', async () => {
    await page.getByText('Watch', { exact: true }).first().click();
    await send();
    await page.waitForTimeout(0);
    const body = JSON.stringify({
      query: 'mutation { generateCode(language: PYTHON, instruction: "fizzbuzz") { id } }',
    });
    await expect
      .poll(async () => {
        await fetch(host.url, { method: 'POST', headers: { 'x-api-key': host.apiKey }, body });
        return result().innerText();
      })
      .toContain('fizzbuzz');
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/altair-watch.png` });
  });

  it('asks nobody but this host', () => {
    const origin = new URL(host.url).origin;
    expect(
      asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
    ).toEqual([]);
  });

  it('loads nothing that its content security policy forbids', () => {
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });
});

describe('a visitor who was here before', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const button = (page: Page, name: RegExp) => page.locator('app-window:visible').getByRole('button', { name }).first();
  const open = async (context: BrowserContext, { url }: TestHost): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL('/altair/', url).href);
    await page.getByText('Generate', { exact: true }).first().click();
    return page;
  };
  const answered = async (page: Page): Promise<void> => {
    await expect.poll(() => button(page, /^\s*(Run|Send)/).count(), { timeout: 30_000 }).toBe(1);
    await button(page, /^\s*(Run|Send)/).click();
    await expect
      .poll(() => page.locator('app-window:visible app-query-result').innerText(), { timeout: 30_000 })
      .toContain('COMPLETED');
  };
  /** Altair keeps its tabs a moment after they changed. */
  const kept = (page: Page, text: string): Promise<unknown> =>
    expect
      .poll(
        () =>
          page.evaluate<string>(`(async () => {
            const opening = indexedDB.open('AltairDB');
            await new Promise((resolve) => (opening.onsuccess = resolve));
            const all = opening.result.transaction('appState').objectStore('appState').getAll();
            await new Promise((resolve) => (all.onsuccess = resolve));
            opening.result.close();
            return JSON.stringify(all.result);
          })()`),
        { timeout: 30_000 },
      )
      .toContain(text);

  it('is answered although the key is another now, and finds the tabs again', { timeout: 180_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const first = await startTestHost();
    try {
      const page = await open(context, first);
      await answered(page);
      await kept(page, first.apiKey);
      await page.close();
    } finally {
      await first.close();
    }
    const second = await startTestHost({}, { port: Number(new URL(first.url).port) });
    try {
      expect(second.apiKey).not.toBe(first.apiKey);
      const page = await open(context, second);
      await answered(page);
      await expect(page.getByText('Watch', { exact: true }).count()).resolves.toBeGreaterThan(0);
    } finally {
      await second.close();
    }
  });

  it('can send again after a tab was closed amid a request', { timeout: 180_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const model = createFedModel();
    const host = await startTestHost({ model });
    try {
      const page = await open(context, host);
      await button(page, /^\s*(Run|Send)/).click();
      await model.asked(1);
      await kept(page, '\\"isLoading\\":true');
      await page.close();

      const again = await open(context, host);
      const answering = answered(again);
      await model.asked(2);
      model.say('```python\npass\n```\n');
      model.end();
      await answering;
    } finally {
      await host.close();
    }
  });
});
