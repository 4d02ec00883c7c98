import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser/open-browser.ts';
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
