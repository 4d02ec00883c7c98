import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model, Snippet } from '../../../client/index.ts';
import { aSnippet } from '../../support/fakes/snippets.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { answerFor, openHostInBrowser } from './open-host-page.ts';

const model: Model = {
  id: 'a-model',
  isDefault: true,
  maxTokens: 8_192,
  sampling: 'EITHER',
  takesStopSequences: false,
  takesTemperature: true,
  takesTopP: true,
  inputPrice: 1,
  outputPrice: 5,
};

describe('what the page tells of code', () => {
  let at: HostInBrowser;
  beforeAll(async () => {
    at = await openHostInBrowser();
  });
  afterAll(() => at?.close());

  /** Opens the page on a snippet that has these fields. */
  async function show(differs: Partial<Snippet>) {
    const on = await at.open();
    const snippet = aSnippet({ id: crypto.randomUUID(), model: model.id, ...differs });
    await answerFor(on.page, 'models', 200, {
      data: {
        models: [
          model,
          { ...model, id: 'free', isDefault: false, sampling: 'NONE', maxTokens: null, inputPrice: null },
        ],
      },
    });
    await answerFor(on.page, 'snippet', 200, { data: { snippet } });
    await on.page.goto(new URL(`/?again#/s/${snippet.id}`, on.page.url()).href);
    await on.screen.reaches(/./);
    return on;
  }
  const numbers = (on: Awaited<ReturnType<typeof show>>) => on.page.locator('.file-foot').innerText();

  it('is its tokens, its time and its cost at the price of its model', async () => {
    const on = await show({ usage: { inputTokens: 1_200, outputTokens: 3_400 } });
    await expect.poll(() => numbers(on)).toContain('$0.02');
    const text = (await numbers(on)).replaceAll('\n', ' ');
    expect(text).toContain('Lines 1');
    expect(text).toContain('Tokens 1,200 in, 3,400 out');
    expect(text).toContain('Whole after 1.0 s');
    await on.close();
  });

  it.each([
    [{ state: 'PASSED', faults: [], repaired: null }, 'no faults'],
    [{ state: 'PASSED', faults: [], repaired: true }, 'no faults, repaired'],
    [{ state: 'NOT_CHECKED', faults: [], repaired: null }, 'not checked'],
  ] as const)('is the result of the check of its syntax: %o', async (check, words) => {
    const on = await show({ check: { ...check, faults: [] } });
    await expect.poll(async () => (await numbers(on)).replaceAll('\n', ' ')).toContain(`Syntax ${words}`);
    expect(await on.page.locator('.faults').count()).toBe(0);
    await on.close();
  });

  it('is where its faults are, and that asking again did not help', async () => {
    const fault = { line: 3, column: 5, message: 'a bracket is missing' };
    const on = await show({ check: { state: 'FAULTY', faults: [fault, { ...fault, line: 9 }], repaired: false } });
    await on.page.getByText('The syntax check found 2 faults, and a second answer was no better.').waitFor();
    await expect
      .poll(() => on.page.locator('.faults li').allTextContents())
      .toEqual(['Line 3, column 5: a bracket is missing', 'Line 9, column 5: a bracket is missing']);
    await on.close();
  });

  it('is the limit and the price of the model, which is offered only the options that it takes', async () => {
    const on = await show({});
    const note = on.page.locator('.model-note');
    await on.screen.press('New snippet');
    await expect
      .poll(() => note.textContent())
      .toBe('writes at most 8,192 tokens · $1 in and $5 out for a million tokens');
    await on.page.getByText('Options').click();
    await expect.poll(() => on.page.getByLabel('Temperature').count()).toBe(1);
    expect(await on.page.getByLabel('Stop at').count()).toBe(0);
    await expect.poll(() => on.page.getByLabel('Most tokens').getAttribute('max')).toBe('8192');
    await on.page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('free');
    await expect.poll(() => on.page.getByLabel('Temperature').count()).toBe(0);
    await expect.poll(() => note.count()).toBe(0);
    await on.close();
  });

  it('is sent with the options that were set, and with no others', async () => {
    const on = await show({});
    await on.screen.press('New snippet');
    await on.page.getByText('Options').click();
    await on.page.getByLabel('Most tokens').fill('500');
    await on.page.getByLabel('Temperature').fill('0.5');
    await on.page.getByLabel('Faults in the syntax').selectOption('ask the model once more');
    const sent = on.page.waitForRequest((request) => (request.postData() ?? '').includes('mutation generateCode'));
    await on.screen.ask('with options');
    const { variables } = (await sent).postDataJSON() as { variables: { options: object } };
    expect(variables.options).toEqual({
      id: expect.any(String),
      maxTokens: 500,
      temperature: 0.5,
      repair: true,
      waitSeconds: 0,
    });
    await on.close();
  });
});
