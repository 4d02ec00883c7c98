import type { Browser, Page } from 'playwright-core';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';
import type { PageLook, WatchedPage } from '../../support/browser/open-browser.ts';
import { openBrowser, openPage } from '../../support/browser/open-browser.ts';
import type { FedModel } from '../../support/fakes/fed-model.ts';
import { createFedModel } from '../../support/fakes/fed-model.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';
import type { PageOnScreen } from './page-on-screen.ts';
import { onScreen } from './page-on-screen.ts';

/** A page of a host in a browser, with a model that a test feeds. */
export interface HostPage extends WatchedPage {
  readonly screen: PageOnScreen;
  close(): Promise<void>;
}

export interface HostInBrowser {
  readonly host: TestHost;
  readonly browser: Browser;
  readonly model: FedModel;
  open(path?: string, look?: PageLook): Promise<HostPage>;
  /** Has an answer made from the page to its end. */
  finish(on: HostPage, instruction: string, answer: string): Promise<void>;
  close(): Promise<void>;
}

export async function openHostInBrowser(choices: Partial<HostChoices> = {}): Promise<HostInBrowser> {
  const model = createFedModel();
  const host = await startTestHost({ model }, choices);
  const browser = await openBrowser();
  return {
    ...{ host, browser, model },
    async open(path = '/', look = {}) {
      const watched = await openPage(browser, new URL(path, host.url).href, look);
      return { ...watched, screen: onScreen(watched.page), close: () => watched.page.context().close() };
    },
    async finish({ screen }, instruction, answer) {
      const { calls } = model;
      await screen.ask(instruction);
      await model.asked(calls + 1);
      model.say(answer);
      model.end();
      await screen.reaches(/^(Finished|Cut off|Failed)$/);
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

/** Answers the page's calls of one field in place of the host. */
export async function answerFor(page: Page, field: string, status: number, body: object): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const text = route.request().postData() ?? '';
    if (!new RegExp(`[{ ]${field}[ ({]`).test(text.replaceAll('\\n', ' '))) return route.fallback();
    return route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
  });
}

/** The body of an answer that refuses a field. */
export function refusal(field: string, errorType: string, message: string): object {
  return { data: { [field]: null }, errors: [{ path: [field], errorType, message }] };
}
