import { describe, expect, it, onTestFinished } from 'vitest';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import { openHostInBrowser } from './open-host-page.ts';

const PROGRAM = '```python\nprint(1)\n```\n';

async function openPage(choices: Partial<HostChoices> = {}) {
  const at = await openHostInBrowser(choices);
  onTestFinished(() => at.close());
  const on = await at.open();
  return { at, on, screen: on.screen, note: on.page.locator('.usage-note') };
}

describe('what the page tells of the quota', () => {
  it('is what is used and left before anything is asked, and when it begins again', async () => {
    const { at, on, screen, note } = await openPage({
      quotas: { ...noQuotas, key: { ...noQuotas.key, generations: 2 } },
    });
    await expect.poll(() => note.textContent()).toContain('Used today: 0 of 2 snippets (2 left)');
    const resetsAt = (await note.locator('time').getAttribute('datetime')) ?? '';
    expect(Date.parse(resetsAt) % 86_400_000).toBe(0);
    expect(Date.parse(resetsAt)).toBeGreaterThan(Date.now());

    await at.finish(on, 'the first', PROGRAM);
    await expect.poll(() => note.textContent()).toContain('Used today: 1 of 2 snippets (1 left)');
    await screen.press('New snippet');
    await at.finish(on, 'the second', PROGRAM);
    await expect.poll(() => note.textContent()).toContain('Your quota for today is used up.');
    await expect.poll(() => note.textContent()).toContain('2 of 2 snippets (0 left)');

    await screen.press('New snippet');
    const { calls } = at.model;
    await screen.ask('one too many');
    await expect
      .poll(() => screen.alert.textContent())
      .toContain('Your generations of today: 2 of 2 are used, and this request takes 1; there is room again');
    await expect.poll(() => screen.field.inputValue()).toBe('one too many');
    expect(at.model.calls).toBe(calls);
  });

  it('counts what was asked for elsewhere once the reader comes back', async () => {
    const { at, on, note } = await openPage({ quotas: { ...noQuotas, key: { ...noQuotas.key, generations: 9 } } });
    await expect.poll(() => note.textContent()).toContain('(9 left)');
    await at.finish(await at.open(), 'from another tab', PROGRAM);
    await expect.poll(() => note.textContent()).toContain('(9 left)');
    await on.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => note.textContent()).toContain('(8 left)');
  });

  it('is nothing where nothing is limited and nothing was used, and then what was used', async () => {
    const { at, on, note } = await openPage();
    await on.page.waitForSelector('.options');
    expect(await note.count()).toBe(0);
    await at.finish(on, 'the first', PROGRAM);
    await expect.poll(() => note.textContent()).toMatch(/^Used today: 1 snippet\b(?!.*left)/);
    expect(await note.locator('time').count()).toBe(0);
  });
});
