import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page as a person meets it: its parts by their roles and words. */
export interface PageOnScreen {
  readonly field: Locator;
  readonly state: Locator;
  readonly alert: Locator;
  readonly list: Locator;
  /** Writes an instruction and sends it. */
  ask(instruction: string): Promise<void>;
  press(button: string): Promise<void>;
  /** The code that is shown, read from its lines. */
  shownCode(): Promise<string>;
  /** Waits until the state beside the name is this. */
  reaches(state: string | RegExp): Promise<void>;
  /** The id in the address. */
  openId(): string;
}

export function onScreen(page: Page): PageOnScreen {
  const field = page.locator('#instruction');
  const state = page.locator('.file-head .state');
  return {
    field,
    state,
    alert: page.getByRole('alert'),
    list: page.getByRole('navigation', { name: 'Snippets' }),
    async ask(instruction) {
      await field.fill(instruction);
      await field.press('Control+Enter');
    },
    press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    shownCode: () =>
      page.evaluate(() => [...document.querySelectorAll('.code .line')].map((line) => line.textContent).join('\n')),
    reaches: (text) => expect.poll(() => state.textContent(), { timeout: 30_000 }).toMatch(text),
    openId: () => /#\/s\/(.*)$/.exec(page.url())?.[1] ?? '',
  };
}
