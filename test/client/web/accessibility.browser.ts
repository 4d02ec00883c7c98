import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aUsageDay } from '../../support/fakes/snippets.ts';
import type { HostInBrowser, HostPage } from './open-host-page.ts';
import { answerFor, openHostInBrowser, refusal } from './open-host-page.ts';

const looks = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const;

describe('the page, for whoever sees, hears or moves otherwise', () => {
  let at: HostInBrowser;
  beforeAll(async () => {
    at = await openHostInBrowser();
  });
  afterAll(() => at?.close());

  /** Every violation that axe finds on the page as it is, in each look, in a line. */
  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const found: string[] = [];
    for (const [colorScheme, width] of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary = '' } of nodes) {
          found.push(`${colorScheme} ${width}: ${id} at ${target.join(' ')}: ${failureSummary.replaceAll('\n', ' ')}`);
        }
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (sideways > 0) found.push(`${colorScheme} ${width}: ${sideways} px of the page stand beside the window`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    return found;
  }
  const PROGRAM = '```python\n# greets\nname: str = "you"\nprint(f"Hello {name}", 42)\n```\n';

  /** Ways to every state of the page. Each begins on a page of its own. */
  const states: Readonly<Record<string, (on: HostPage) => Promise<unknown>>> = {
    'nothing open': async ({ page }) => page.waitForSelector('.model-note, .options'),
    'options open': async ({ page }) => page.getByText('Options').click(),
    'help open': async ({ page }) => page.keyboard.press('?'),
    'an instruction too long': async ({ screen, page }) => {
      await screen.field.fill('x'.repeat(4_001));
      await page.waitForSelector('#ask-length');
    },
    waiting: async ({ screen }) => {
      const { calls } = at.model;
      await screen.ask('wait');
      await at.model.asked(calls + 1);
      await screen.reaches(/^Waiting/);
    },
    'code arriving': async ({ screen, page }) => {
      const { calls } = at.model;
      await screen.ask('arrive');
      await at.model.asked(calls + 1);
      at.model.say('```python\nimport this\nx = "text"\n');
      await page.waitForSelector('.hljs-keyword');
    },
    stopped: async ({ screen, page }) => {
      const { calls } = at.model;
      await screen.ask('stop');
      await at.model.asked(calls + 1);
      at.model.say('```python\nimport this\nx = "text"\n');
      await page.waitForSelector('.line');
      await screen.press('Stop');
      await screen.reaches('Stopped');
    },
    finished: async (on) => {
      await at.finish(on, 'greet', PROGRAM);
      await on.page.waitForSelector('.hljs-comment');
    },
    'asking whether to delete': async (on) => {
      await at.finish(on, 'greet and go', PROGRAM);
      await on.screen.press('Delete');
    },
    'cut off': async (on) => at.finish(on, 'greet halfway', '```python\nprint("Hel'),
    failed: async (on) => {
      await at.finish(on, 'tell me about you', 'I would rather talk about something else than code.');
      await on.page.getByText('What the model said').click();
    },
    'showing changes': async (on) => {
      await at.finish(on, 'greet once', PROGRAM);
      await at.finish(on, 'greet all', PROGRAM.replace('"you"', '"all"').replace('# greets', '# greets all'));
      await on.page.waitForSelector('.change.added');
    },
    'two codes too different to compare': async (on) => {
      const lines = (word: string) => Array.from({ length: 1_200 }, (_, n) => `${word}_${n} = ${n}\n`).join('');
      await at.finish(on, 'one thing', `\`\`\`python\n${lines('before')}\`\`\`\n`);
      await at.finish(on, 'another thing', `\`\`\`python\n${lines('after')}\`\`\`\n`);
      await on.page.getByText('The two are too different to compare.').waitFor();
    },
    'the connection lost': async ({ page }) => {
      const sockets: WebSocketRoute[] = [];
      let isCut = false;
      await page.routeWebSocket('**/graphql/realtime', async (route) => {
        if (isCut) return route.close();
        route.connectToServer();
        sockets.push(route);
      });
      await page.reload();
      await page.locator('.wire').getByText('Live').waitFor();
      isCut = true;
      for (const socket of sockets) await socket.close();
      await page.getByText('Connection lost. The code goes on being written').waitFor();
    },
    'the quota used up': async ({ page }) => {
      await answerFor(page, 'usage', 200, { data: { usage: [aUsageDay({ used: 50, limit: 50 })] } });
      await page.reload();
      await page.getByText('Your quota for today is used up.').waitFor();
    },
    'a link to nothing': async ({ page }) => {
      await page.goto(`${page.url().split('#')[0]}#/s/${crypto.randomUUID()}`);
      await page.getByRole('alert').waitFor();
    },
    'a refusal': async ({ page, screen }) => {
      await answerFor(
        page,
        'generateCode',
        200,
        refusal('generateCode', 'InvalidInput', 'The instruction is too strange.'),
      );
      await screen.ask('anything');
      await page.getByRole('alert').waitFor();
    },
    offline: async ({ page }) => {
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
    },
    'the list open on a phone': async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.getByRole('button', { name: 'Snippets', exact: true }).click();
    },
  };

  it.each(Object.entries(states))(
    'has nothing that axe finds fault with: %s',
    async (_name, go) => {
      const on = await at.open();
      await on.page.waitForSelector('.options');
      await go(on);
      expect(await faults(on.page)).toEqual([]);
      await on.close();
    },
    120_000,
  );

  it('says each state once, and no part of the code', async () => {
    const on = await at.open();
    await on.page.waitForSelector('.unseen[role=status]', { state: 'attached' });
    await on.page.evaluate(() => {
      const region = document.querySelector('.unseen[role=status]');
      const heard: string[] = ((globalThis as { heard?: string[] }).heard = []);
      if (region)
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        });
    });
    const { calls } = at.model;
    await on.screen.ask('count');
    await at.model.asked(calls + 1);
    at.model.say('```python\n');
    for (let n = 0; n < 40; n += 1) at.model.say(`print(${n})\n`);
    await expect.poll(() => on.screen.shownCode()).toContain('print(1)');
    at.model.say('print("end")\n```\n');
    at.model.end();
    await on.screen.reaches('Finished');
    await expect
      .poll(() => on.page.evaluate(() => (globalThis as { heard?: string[] }).heard))
      .toEqual(['Asking fed.', 'Code is arriving.', 'count.py, 41 lines, finished.']);
    expect(await on.page.locator('[aria-live] .line, [role=status] .line, [role=alert] .line').count()).toBe(0);
    await on.close();
  });

  it('does its main job by keyboard alone', async () => {
    const on = await at.open();
    const { page, screen } = on;
    const { calls } = at.model;
    await page.waitForSelector('.options');
    await page.keyboard.press('/');
    await page.keyboard.type('first line');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second line');
    await expect.poll(() => screen.field.inputValue()).toBe('first line\nsecond line');
    await page.keyboard.press('Control+Enter');
    await at.model.asked(calls + 1);
    at.model.say('```python\nprint(1)\n```\n');
    at.model.end();
    await screen.reaches('Finished');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('instruction');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('c');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('print(1)\n');
    await expect.poll(() => screen.list.getByRole('link').count()).toBeGreaterThan(1);
    const first = screen.openId();
    await page.keyboard.press('j');
    await expect.poll(() => screen.openId()).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => screen.openId()).toBe(first);
    await page.keyboard.press('n');
    await expect.poll(() => screen.openId()).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('instruction');
    await on.close();
  });

  it('leaves letters alone while a field has the focus, and when they are switched off', async () => {
    const on = await at.open();
    const { page, screen } = on;
    await page.waitForSelector('.options');
    await screen.field.fill('');
    await screen.field.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('instruction');
    await on.close();
  });

  it.each([
    [320, 640],
    [640, 400],
  ])('needs no scrolling sideways in a window of %d by %d, as when all is twice as large', async (width, height) => {
    const on = await at.open('/', { width, height });
    await at.finish(on, 'greet in a small window', PROGRAM);
    expect(await on.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const code = on.page.locator('.code');
    await code.scrollIntoViewIfNeeded();
    expect((await code.boundingBox())?.height).toBeGreaterThan(100);
    await on.close();
  });

  it('can be used in forced colours', async () => {
    const on = await at.open();
    await on.page.emulateMedia({ forcedColors: 'active' });
    await at.finish(on, 'greet in forced colours', PROGRAM);
    const border = await on.page.locator('.go').evaluate((button) => getComputedStyle(button).borderTopStyle);
    expect(border).toBe('solid');
    await on.close();
  });
});
