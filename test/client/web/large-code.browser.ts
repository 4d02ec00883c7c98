import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../support/hosts/test-host.ts';
import { playApi } from './api-in-the-page.ts';
import { recordTasks } from './main-thread.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { openHostInBrowser } from './open-host-page.ts';

const PARTS = 1_000;
const MOST_BYTES = 96 * 1024;
/** The longest that the page may keep its reader waiting, in milliseconds of processor time. */
const LONGEST_TASK = 200;
/** How long apart the parts come, in milliseconds: faster than any model writes so much. */
const APART = 15;

/** TypeScript, which takes highlight.js longest, of nearly the most bytes that a snippet may have. */
function largeCode(): string {
  const lines: string[] = [];
  for (let bytes = 0, n = 0; ; n += 1) {
    const line = [
      `export async function step${n}<T extends { id: string }>(items: readonly T[]): Promise<T | undefined> {`,
      `  const found = items.find(({ id }) => id === \`item-\${${n} % 7}\`); // the ${n}th`,
      `  return /^[a-z]+${n}$/u.test(String(found?.id)) ? found : undefined;`,
      '}',
    ][n % 4];
    if (line === undefined || bytes + line.length + 1 > MOST_BYTES - 64) return `${lines.join('\n')}\n`;
    lines.push(line);
    bytes += line.length + 1;
  }
}

describe('96 KiB of code', () => {
  let at: HostInBrowser;
  const code = largeCode();
  beforeAll(async () => {
    at = await openHostInBrowser();
  });
  afterAll(() => at?.close());

  it('in 1,000 parts never keep the page from answering, and are shown and copied as they came', async () => {
    const { page, screen, complaints } = await at.open();
    const api = await playApi(page, { language: 'TYPESCRIPT' });
    await page.reload();
    await screen.ask('write a lot');
    await api.asked;
    const record = await recordTasks(page);
    const length = Math.ceil(code.length / PARTS);
    for (let from = 0; from < code.length; from += length) {
      api.grow(code.slice(from, from + length));
      await sleep(APART);
    }
    api.complete();
    await screen.reaches('Finished');
    await expect
      .poll(() => page.locator('.block:last-child .hljs-keyword').count(), { timeout: 30_000 })
      .toBeGreaterThan(0);
    const tasks = await record.stop();
    console.log(`the longest tasks: ${tasks.slice(0, 5).map(Math.round).join(', ')} ms of processor time`);
    await expect.poll(() => screen.shownCode()).toBe(code);
    await screen.press('Copy');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    expect(tasks.length).toBeGreaterThan(PARTS);
    expect(tasks[0]).toBeLessThan(LONGEST_TASK);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('from the host are shown, stored and downloaded alike, byte for byte', async () => {
    const on = await at.open();
    await on.page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('TYPESCRIPT');
    await at.finish(on, 'write a lot', `\`\`\`typescript\n${code}\`\`\`\n`);
    await expect.poll(() => on.screen.shownCode()).toBe(code);
    const { data } = await ask<{ snippet: { code: string; objectKey: string; truncated: boolean } }>(
      at.host,
      'query ($id: ID!) { snippet(id: $id) { code objectKey truncated } }',
      { id: on.screen.openId() },
    );
    expect(data?.snippet).toMatchObject({ code, truncated: false });
    expect(readFileSync(join(at.host.dataFolder, data?.snippet.objectKey ?? ''), 'utf8')).toBe(code);
    const downloading = on.page.waitForEvent('download');
    await on.screen.press('Download');
    expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(code);
    await on.close();
  });

  it('are in colours to the last line when they are opened, and as they are in the text', async () => {
    const on = await at.open();
    await on.page.getByRole('navigation', { name: 'Snippets' }).getByRole('link').first().click();
    const plain = () =>
      on.page.evaluate(
        () =>
          [...document.querySelectorAll('.code .line')].filter(
            ({ textContent, children }) => textContent?.startsWith('export') && children.length === 0,
          ).length,
      );
    await expect.poll(() => on.page.locator('.line').count()).toBeGreaterThan(1_000);
    await expect.poll(plain, { timeout: 30_000 }).toBe(0);
    await expect.poll(() => on.screen.shownCode()).toBe(code);
    await on.close();
  });
});
