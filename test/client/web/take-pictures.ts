import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createCookbookModel } from '../../../infra/local/bedrock/models/cookbook-model.ts';
import type { LocalModel } from '../../../infra/local/bedrock/models/local-model.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';
import { openBrowser, openPage } from '../../support/browser/open-browser.ts';
import type { Frame } from './moving-picture.ts';
import { movingPicture } from './moving-picture.ts';

const folder = fileURLToPath(new URL('../../../client/web/pictures/', import.meta.url));
const FRAME_MS = 250;
const FINISHED = '.state.good';

const before = `def greet(name):
    return "Hello " + name


if __name__ == "__main__":
    print(greet("world"))
`;
const after = `def greet(name: str, greeting: str = "Hello") -> str:
    """Greet somebody by name."""
    return f"{greeting}, {name}!"


if __name__ == "__main__":
    print(greet("world"))
    print(greet("world", greeting="Goodbye"))
`;

/** Stands for a model of one's own, as the cookbook cannot change code. */
const example: LocalModel = {
  name: 'example-model',
  async *converse({ messages }) {
    const code = messages.at(-1)?.text.startsWith('<code') ? after : before;
    yield { kind: 'start' };
    yield { kind: 'text', text: `\`\`\`python\n${code}\`\`\`\n` };
    yield { kind: 'end', stopReason: 'end_turn', usage: { inputTokens: 214, outputTokens: 96 } };
  },
};

async function ask(page: Page, instruction: string): Promise<void> {
  await page.fill('#instruction', instruction);
  await page.press('#instruction', 'Control+Enter');
}

/** A snippet from the first key to the last line, as it is seen. */
async function record(browser: Browser): Promise<void> {
  const host = await startTestHost({ model: createCookbookModel({ tokensPerSecond: 110 }) });
  const { page } = await openPage(browser, new URL('/', host.url).href, { width: 1000, height: 640 });
  const session = await page.context().newCDPSession(page);
  const frames: Frame[] = [];
  const shoot = async (lastsMs: number): Promise<void> => {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 62 });
    frames.push({ base64: data, lastsMs });
  };
  await page.waitForSelector('.model-note');
  await shoot(1_200);
  const instruction = 'implement binary search';
  for (let end = 4; end < instruction.length + 4; end += 5) {
    await page.fill('#instruction', instruction.slice(0, end));
    await shoot(140);
  }
  await page.press('#instruction', 'Control+Enter');
  while ((await page.locator(FINISHED).count()) === 0) {
    await shoot(FRAME_MS);
    await sleep(FRAME_MS);
  }
  await page.mouse.move(500, 300);
  await sleep(1_000);
  await shoot(2_500);
  await page.locator('.code').evaluate((box) => box.scrollTo(0, 0));
  await shoot(2_500);
  await writeFile(`${folder}recording.svg`, movingPicture(frames, { width: 1000, height: 640 }, 'image/webp'));
  await page.context().close();
  await host.close();
}

/** Three states of the page: code that is finished, what a refinement changed, and the same on a phone. */
async function photograph(browser: Browser): Promise<void> {
  const cookbook = await startTestHost({ model: createCookbookModel({ tokensPerSecond: 0 }) });
  const { page } = await openPage(browser, new URL('/', cookbook.url).href, { width: 1280, height: 800 });
  for (const [language, instruction] of [
    ['PYTHON', 'fizzbuzz'],
    ['RUST', 'quicksort'],
    ['TYPESCRIPT', 'an LRU cache'],
  ] as const) {
    await page.getByRole('button', { name: 'New snippet' }).first().click();
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption(language);
    await ask(page, instruction);
    await page.waitForSelector(FINISHED);
    await page.waitForSelector('.hljs-keyword');
  }
  await page.locator('.code').evaluate((box) => box.scrollTo(0, 0));
  await sleep(1_000);
  await page.screenshot({ path: `${folder}finished.png` });
  await page.setViewportSize({ width: 390, height: 780 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate('document.activeElement.blur()');
  await sleep(500);
  await page.screenshot({ path: `${folder}phone.png` });
  await page.context().close();
  await cookbook.close();

  const own = await startTestHost({ model: example });
  const { page: dark } = await openPage(browser, new URL('/', own.url).href, {
    ...{ width: 1280, height: 800, colorScheme: 'dark' },
  });
  await ask(dark, 'greet somebody by name');
  await dark.waitForSelector(FINISHED);
  await ask(dark, 'let the caller choose the greeting, and add types');
  await dark.waitForSelector('.change.added');
  await sleep(1_000);
  await dark.screenshot({ path: `${folder}changes.png` });
  await dark.context().close();
  await own.close();
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
await record(browser);
await photograph(browser);
await browser.close();
