import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openTokens } from '../../../../infra/local/identity/user-pool.ts';
import { openPage } from '../../../support/browser/open-browser.ts';
import type { FedModel } from '../../../support/fakes/fed-model.ts';
import type { FakeIssuer } from '../../../support/fakes/oidc-issuer.ts';
import { signInAt, startIssuer } from '../../../support/fakes/oidc-issuer.ts';
import type { StaticPage } from '../../../support/hosts/static-page.ts';
import { servePage } from '../../../support/hosts/static-page.ts';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import type { HostInBrowser } from '../open-host-page.ts';
import { openHostInBrowser } from '../open-host-page.ts';
import { onScreen } from '../page-on-screen.ts';

let at: HostInBrowser;
let host: TestHost;
let browser: Browser;
let model: FedModel;
beforeAll(async () => {
  at = await openHostInBrowser();
  ({ host, browser, model } = at);
});
afterAll(() => at?.close());

/** The page as it is deployed, and an issuer whose tokens for this user the API takes. */
async function deployed(user: string): Promise<{ issuer: FakeIssuer; site: StaticPage }> {
  const issuer = await startIssuer();
  issuer.token = () => openTokens(host.dataFolder).issue(user);
  const connectTo = [
    host.url,
    new URL(host.realtimeUrl).href.replace('/realtime', ''),
    host.realtimeUrl,
    issuer.issuer,
  ];
  return { issuer, site: await servePage({ url: host.url, auth: signInAt(issuer) }, connectTo) };
}

it('the deployed page signs a person in, shows their code as it streams, and lets them go', async () => {
  const { issuer, site } = await deployed('alice');
  const { page, complaints } = await openPage(browser, site.url);
  const screen = onScreen(page);
  await page.getByText('Sign in to ask for code.').waitFor();
  await screen.press('Sign in');
  await screen.field.waitFor();
  expect(page.url()).toBe(site.url);

  const calls = model.calls;
  await screen.ask('greet');
  await model.asked(calls + 1);
  model.say('```python\nprint("Hello")\n');
  await expect.poll(() => screen.shownCode()).toContain('print("Hello")');
  model.say('```\n');
  model.end();
  await screen.reaches('Finished');

  await page.reload();
  await screen.reaches('Finished');
  expect(await screen.shownCode()).toBe('print("Hello")\n');
  expect(issuer.grants).toEqual(['authorization_code', 'refresh_token']);

  await screen.press('Sign out');
  await page.getByText('Sign in to ask for code.').waitFor();
  expect(issuer.signedOut.map((query) => query.get('logout_uri'))).toEqual([site.url]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('refresh');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('the deployed page says that a sign-in has run out, and keeps what was written', async () => {
  const { issuer, site } = await deployed('bob');
  const { page, complaints } = await openPage(browser, site.url);
  const screen = onScreen(page);
  await screen.press('Sign in');
  await screen.field.waitFor();
  issuer.token = () => 'one that the API does not take';
  await page.reload();
  await screen.field.waitFor();
  await screen.ask('greet');
  await expect.poll(() => screen.alert.first().textContent()).toContain('Your sign-in has run out.');

  issuer.token = () => openTokens(host.dataFolder).issue('bob');
  const calls = model.calls;
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click();
  await model.asked(calls + 1);
  model.say('```python\nprint("Hello")\n```\n');
  model.end();
  await screen.reaches('Finished');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a first visit to the deployed page loads no more than the README says', async () => {
  const { site } = await deployed('carol');
  const { page } = await openPage(browser, site.url);
  await onScreen(page).press('Sign in');
  await onScreen(page).field.waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = new Map(site.sent.map(({ name, bytes }) => [name, gzipSync(bytes).length]));
  expect(sizes.size).toBeLessThanOrEqual(15);
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  await page.context().close();
});
