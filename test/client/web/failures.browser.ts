import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureAdvice } from '../../../client/web/page-texts.ts';
import type { FailureName } from '../../../schema/failure-codes.ts';
import { failures } from '../../../schema/failure-codes.ts';
import { aSnippet } from '../../support/fakes/snippets.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { answerFor, openHostInBrowser, refusal } from './open-host-page.ts';

describe('what goes wrong, on the page', () => {
  let at: HostInBrowser;
  beforeAll(async () => {
    at = await openHostInBrowser();
  });
  afterAll(() => at?.close());

  it.each(Object.entries(failures))('is told in a sentence of its own, with what to do: %s', async (name, facts) => {
    const on = await at.open();
    const code = name as FailureName;
    const failed = aSnippet({
      id: crypto.randomUUID(),
      status: 'FAILED',
      code: null,
      completedAt: null,
      failure: { code, message: facts.message, retryable: facts.retryable, modelMessage: null },
    });
    await answerFor(on.page, 'snippet', 200, { data: { snippet: { ...failed, model: 'other' } } });
    await on.page.goto(`${on.page.url().split('#')[0]}#/s/${failed.id}`);
    await expect.poll(() => on.screen.alert.textContent()).toContain(facts.message);
    await expect.poll(() => on.screen.alert.textContent()).toContain(failureAdvice[code]);
    await expect.poll(() => on.page.getByRole('button', { name: 'Try again' }).count()).toBe(facts.retryable ? 1 : 0);
    await on.close();
  });

  it('is told in the words of the model too, where it said some', async () => {
    const on = await at.open();
    await at.finish(on, 'tell a story', 'Once upon a time there was no code at all.');
    await expect.poll(() => on.screen.alert.textContent()).toContain('The model answered without code');
    await on.page.getByText('What the model said').click();
    await expect.poll(() => on.page.locator('blockquote').textContent()).toContain('Once upon a time');
    await on.close();
  });

  it.each([
    ['InvalidInput', 'maxTokens is 0; allowed are 1 to 128000.', 'maxTokens is 0; allowed are 1 to 128000.'],
    ['QuotaExceeded', 'You have asked 100 times today.', 'You have asked 100 times today.'],
    ['Conflict', 'The id belongs to another request.', 'The id belongs to another request.'],
    ['ThrottlingException', 'Rate exceeded', 'Too many requests at once.'],
  ])(
    'stands at the form when the API refuses, and what was written is there again: %s',
    async (type, message, told) => {
      const on = await at.open();
      await answerFor(on.page, 'generateCode', 200, refusal('generateCode', type, message));
      await on.screen.ask('something dear to me');
      await expect.poll(() => on.screen.alert.textContent(), { timeout: 20_000 }).toContain(told);
      await expect.poll(() => on.screen.field.inputValue()).toBe('something dear to me');
      await expect.poll(() => on.screen.field.getAttribute('aria-invalid')).toBe('true');
      expect(on.screen.openId()).toBe('');
      await on.close();
    },
  );

  it('keeps what was written when the key is no longer taken', async () => {
    const on = await at.open();
    await answerFor(on.page, 'generateCode', 401, { errors: [{ errorType: 'UnauthorizedException', message: 'no' }] });
    await on.screen.ask('something dear to me');
    await expect.poll(() => on.screen.alert.textContent()).toContain('Your access has run out.');
    await expect.poll(() => on.page.locator('.asked').textContent()).toBe('something dear to me');
    await on.close();
  });

  it('is tried again under the same id when the API cannot be reached, so that the model is asked once', async () => {
    const on = await at.open();
    const ids: string[] = [];
    let cut = true;
    await on.page.route('**/graphql', (route) => {
      const { query, variables } = route.request().postDataJSON() as {
        query: string;
        variables: { options?: { id: string } };
      };
      if (!query.includes('mutation generateCode')) return route.fallback();
      ids.push(variables.options?.id ?? '');
      return cut ? route.abort('connectionrefused') : route.fallback();
    });
    const { calls } = at.model;
    await on.screen.ask('in spite of all');
    await expect.poll(() => on.screen.alert.textContent(), { timeout: 20_000 }).toContain('The API cannot be reached.');
    cut = false;
    await on.screen.press('Try again');
    await at.model.asked(calls + 1);
    at.model.say('```python\nprint("at last")\n```\n');
    at.model.end();
    await on.screen.reaches('Finished');
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBeGreaterThan(1);
    await on.close();
  });

  it('leads on from code that was cut off: the form asks for the rest', async () => {
    const on = await at.open();
    await at.finish(on, 'something long', '```python\nprint("and so');
    await on.screen.press('Ask to continue');
    await expect.poll(() => on.screen.field.inputValue()).toContain('Continue where the code was cut off');
    await on.close();
  });
});
