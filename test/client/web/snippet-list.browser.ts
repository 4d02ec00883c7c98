import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCookbookModel } from '../../../infra/local/bedrock/models/cookbook-model.ts';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from '../../support/browser/open-browser.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';
import { onScreen } from './page-on-screen.ts';

const GENERATE =
  'mutation ($language: Language!, $instruction: String!) { generateCode(language: $language, instruction: $instruction) { id } }';

describe('the list of snippets', () => {
  let host: TestHost;
  let browser: Browser;
  beforeAll(async () => {
    host = await startTestHost({ model: createCookbookModel({ tokensPerSecond: 0 }) });
    browser = await openBrowser();
    const languages = Array.from({ length: 45 }, (_, n) => (n % 3 === 0 ? 'RUST' : 'PYTHON'));
    await Promise.all(languages.map((language) => generate(language, 'fizzbuzz')));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });
  const generate = async (language: string, instruction: string): Promise<void> => {
    await ask(host, GENERATE, { language, instruction });
  };
  const open = async () => {
    const watched = await openPage(browser, new URL('/', host.url).href);
    return { ...watched, screen: onScreen(watched.page) };
  };

  it('comes a page at a time, to its end', async () => {
    const { page, screen } = await open();
    const links = screen.list.getByRole('link');
    await expect.poll(() => links.count()).toBe(20);
    await screen.press('Show more');
    await expect.poll(() => links.count()).toBe(40);
    await screen.press('Show more');
    await expect.poll(() => links.count()).toBe(45);
    await expect.poll(() => page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await page.context().close();
  });

  it('shows one language alone', async () => {
    const { page, screen } = await open();
    await page.getByRole('combobox', { name: 'Show the language' }).selectOption('RUST');
    await expect.poll(() => screen.list.getByRole('link').count()).toBe(15);
    await expect
      .poll(() => screen.list.locator('.list-facts').allTextContents())
      .toEqual(Array(15).fill(expect.stringContaining('Rust')));
    await page.getByRole('combobox', { name: 'Show the language' }).selectOption('COBOL');
    await expect.poll(() => screen.list.textContent()).toContain('Nothing in COBOL yet.');
    await page.context().close();
  });

  it('tells of new ones from elsewhere without a jump, and of those of other tabs', async () => {
    const { page, screen } = await open();
    await expect.poll(() => page.locator('.wire').textContent()).toBe('Live');
    const links = screen.list.getByRole('link');
    await expect.poll(() => links.count()).toBe(20);
    await generate('PYTHON', 'an LRU cache');
    await page.getByRole('button', { name: '1 new' }).click();
    await expect.poll(() => links.first().textContent()).toContain('an LRU cache');

    const other = await page.context().newPage();
    await other.goto(page.url());
    await onScreen(other).ask('quicksort');
    await onScreen(other).reaches('Finished');
    await page.getByRole('button', { name: '1 new' }).click();
    await expect.poll(() => links.first().textContent()).toContain('quicksort');
    await page.context().close();
  });

  it('is left by what is deleted, after a question, and has the focus at the next', async () => {
    const { page, screen } = await open();
    const links = screen.list.getByRole('link');
    await links.nth(1).click();
    await screen.reaches('Finished');
    const next = await links.nth(2).getAttribute('href');
    const gone = screen.openId();
    await screen.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await screen.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.locator('.unseen[role=status]').textContent()).toBe('Deleted.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(next);
    await expect.poll(() => screen.list.locator(`a[href="#/s/${gone}"]`).count()).toBe(0);
    const { data } = await ask(host, 'query ($id: ID!) { snippet(id: $id) { id } }', { id: gone });
    expect(data).toEqual({ snippet: null });
    await page.context().close();
  });

  it('is left by what another tab deletes at once, and by what is deleted elsewhere when the reader comes back', async () => {
    const { page, screen } = await open();
    const links = screen.list.getByRole('link');
    await expect.poll(() => links.count()).toBe(20);
    const other = await page.context().newPage();
    await other.goto(new URL((await links.nth(3).getAttribute('href')) ?? '', page.url()).href);
    const beside = onScreen(other);
    await beside.reaches('Finished');
    const gone = screen.list.locator(`a[href="#/s/${beside.openId()}"]`);
    expect(await gone.count()).toBe(1);
    await beside.press('Delete');
    await other.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => gone.count()).toBe(0);

    const href = (await links.nth(5).getAttribute('href')) ?? '';
    await ask(host, 'mutation ($id: ID!) { deleteSnippet(id: $id) { id } }', { id: href.replace('#/s/', '') });
    expect(await screen.list.locator(`a[href="${href}"]`).count()).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => screen.list.locator(`a[href="${href}"]`).count()).toBe(0);
    await page.context().close();
  });

  it('offers what the cookbook knows, and says how to get a model', async () => {
    const { page, screen } = await open();
    await expect.poll(() => page.locator('.model-note').textContent()).toContain('npm run model');
    await page.getByText(/^All \d+ tasks that the cookbook knows$/).click();
    await page.getByRole('button', { name: 'merge sort', exact: true }).click();
    await screen.press('Generate');
    await screen.reaches('Finished');
    await expect.poll(() => screen.shownCode()).toContain('merge');
    await screen.press('New snippet');
    await screen.ask('write me a whole operating system');
    await expect.poll(() => screen.alert.textContent()).toContain('get a real model with npm run model');
    await page.context().close();
  });
});
