import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../../client/web/sign-in/session.ts';
import { openSession } from '../../../../client/web/sign-in/session.ts';
import type { FakeIssuer } from '../../../support/fakes/oidc-issuer.ts';
import { signInAt, startIssuer } from '../../../support/fakes/oidc-issuer.ts';
import { listen } from '../../../support/hosts/listen.ts';

const PAGE = 'https://page.example.com/';

/** A tab that follows where the page sends it, as far as the issuer's redirects lead. */
function openTab(href: string) {
  const kept = new Map<string, string>();
  const tab = {
    now: Date.now(),
    left: [] as string[],
    location: { href, assign: (url: string | URL) => void tab.left.push(String(url)) },
    history: {
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) =>
        void (tab.location.href = String(url)),
    },
    kept,
    open: (issuer: FakeIssuer): Promise<Session> =>
      openSession(signInAt(issuer), {
        location: tab.location,
        history: tab.history,
        storage: {
          getItem: (name) => kept.get(name) ?? null,
          setItem: (name, value) => void kept.set(name, value),
          removeItem: (name) => void kept.delete(name),
        },
        now: () => tab.now,
      }),
    /** Goes to where the page last sent it, and back. */
    async follow(): Promise<void> {
      const answer = await fetch(tab.left.at(-1) ?? '', { redirect: 'manual' });
      tab.location.href = answer.headers.get('location') ?? `nowhere: ${await answer.text()}`;
    },
  };
  return tab;
}

describe('signing in to the page', () => {
  let issuer: FakeIssuer;
  beforeEach(async () => {
    issuer = await startIssuer();
  });

  async function signIn(href = PAGE) {
    const tab = openTab(href);
    await (await tab.open(issuer)).signIn();
    await tab.follow();
    return { tab, session: await tab.open(issuer) };
  }

  it('begins with nobody, and says nothing against them', async () => {
    expect(await openTab(PAGE).open(issuer)).toMatchObject({ auth: undefined, problem: undefined });
  });

  it('goes by a code and its proof to a token, back to the snippet that was open, and leaves neither in the address', async () => {
    issuer.token = () => 'access';
    const { tab, session } = await signIn(`${PAGE}#/s/one`);
    const asked = new URL(tab.left[0] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: PAGE,
      scope: 'openid',
    });
    expect(session.problem).toBeUndefined();
    expect(await session.auth?.()).toEqual({ token: 'access' });
    expect(tab.location.href).toBe(`${PAGE}#/s/one`);
    expect([...tab.kept.values()].join()).not.toContain('access');
  });

  it('takes up the session again when the page is loaded anew', async () => {
    const { tab } = await signIn();
    issuer.token = () => 'next';
    expect(await (await tab.open(issuer)).auth?.()).toEqual({ token: 'next' });
    expect(issuer.grants).toEqual(['authorization_code', 'refresh_token']);
  });

  it('takes the next token before the last one runs out, once for all requests that wait', async () => {
    const { tab, session } = await signIn();
    const first = await session.auth?.();
    tab.now += 3600 * 0.79 * 1000;
    expect(await session.auth?.()).toEqual(first);
    tab.now += 3600 * 0.02 * 1000;
    const [one, other] = await Promise.all([session.auth?.(), session.auth?.()]);
    expect(one).not.toEqual(first);
    expect(other).toEqual(one);
    expect(issuer.grants).toEqual(['authorization_code', 'refresh_token']);
  });

  it('leaves it to the API to refuse the last token when there is no next one, and says so after a reload', async () => {
    const { tab, session } = await signIn();
    const first = await session.auth?.();
    issuer.renews = false;
    tab.now += 3600 * 1000;
    expect(await session.auth?.()).toEqual(first);
    expect(await tab.open(issuer)).toMatchObject({ auth: undefined, problem: 'Your sign-in has run out.' });
    expect(await tab.open(issuer)).toMatchObject({ auth: undefined, problem: undefined });
  });

  it('says in the issuer’s words why somebody was refused', async () => {
    issuer.refusal = 'This user is disabled.';
    const { session, tab } = await signIn();
    expect(session).toMatchObject({ auth: undefined, problem: 'Signing in did not work. This user is disabled.' });
    expect(tab.location.href).toBe(PAGE);
  });

  it.each([
    ['another state', (href: string) => href.replace(/state=[^&]*/, 'state=other')],
    ['a code that was never given', (href: string) => href.replace(/code=[^&]*/, 'code=other')],
  ])('lets nobody in with %s', async (_, change) => {
    const tab = openTab(PAGE);
    await (await tab.open(issuer)).signIn();
    await tab.follow();
    tab.location.href = change(tab.location.href);
    const session = await tab.open(issuer);
    expect(session.auth).toBeUndefined();
    expect(session.problem).toMatch(/^Signing in did not work\. ./);
    expect(tab.kept.size).toBe(0);
  });

  it('lets nobody in with an answer to another tab, or an ID token for another trip', async () => {
    const tab = openTab(PAGE);
    await (await tab.open(issuer)).signIn();
    await tab.follow();
    const elsewhere = openTab(tab.location.href);
    expect((await elsewhere.open(issuer)).problem).toBe('Signing in did not work. It was begun in another tab.');
    issuer.nonce = 'of another trip';
    const session = await tab.open(issuer);
    expect([session.auth, session.problem]).toEqual([undefined, expect.stringMatching(/^Signing in did not work\. ./)]);
  });

  it('ends the session here and at the issuer, and comes back', async () => {
    const { tab, session } = await signIn();
    session.signOut();
    const url = new URL(tab.left.at(-1) ?? '');
    expect([url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
      '/logout',
      { client_id: 'page-client', logout_uri: PAGE },
    ]);
    expect(tab.kept.size).toBe(0);
  });

  it('trusts no issuer that says it is another one', async () => {
    const metadata = await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).text();
    const other = await listen((_, response) => response.setHeader('content-type', 'application/json').end(metadata));
    await expect(openTab(PAGE).open({ ...issuer, issuer: other })).rejects.toThrow(/"issuer"/);
  });
});
