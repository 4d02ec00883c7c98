import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Credential } from '../../client-auth.ts';
import { findIssuer } from './issuer.ts';
import { beginTrip, endTrip } from './sign-in-trip.ts';
import type { SignInBrowser, SignInSettings } from './sign-in-settings.ts';
import { pageAddress } from './sign-in-settings.ts';

/** Who uses the page. */
export interface Session {
  /** Gives the credential of each request; undefined while nobody is signed in. */
  readonly auth: (() => Promise<Credential>) | undefined;
  /** Why somebody who tried is not signed in. */
  readonly problem: string | undefined;
  /** Leaves the page and comes back to the same snippet. */
  signIn(): Promise<void>;
  /** Leaves the page, and ends the session at the issuer too. */
  signOut(): void;
}

const REFRESH_TOKEN = 'snipstream.refresh-token';
/** The part of a token's life after which the next one is asked for. */
const RENEW_AFTER = 0.8;
const USUAL_LIFE_SECONDS = 3_600;

/**
 * Takes up the session of this tab: after coming back from signing in, or after the page was loaded again. Tokens are in
 * memory alone, but for the one that gets the next, which the tab keeps.
 * @throws Error the issuer cannot be reached
 */
export async function openSession(settings: SignInSettings, browser: SignInBrowser): Promise<Session> {
  const { storage } = browser;
  const issuer = await findIssuer(settings);
  let problem: string | undefined;
  let first: TokenEndpointResponse | undefined;
  try {
    first = await endTrip(issuer, browser);
  } catch (error) {
    problem = `Signing in did not work. ${sentenceOf(error)}`;
  }
  const kept = storage.getItem(REFRESH_TOKEN);
  if (!first && !problem && kept !== null) {
    try {
      first = await issuer.renew(kept);
    } catch {
      storage.removeItem(REFRESH_TOKEN);
      problem = 'Your sign-in has run out.';
    }
  }
  return {
    auth: first && keepFresh(first, issuer.renew, browser),
    problem,
    signIn: () => beginTrip(issuer, browser),
    signOut() {
      storage.removeItem(REFRESH_TOKEN);
      const url = new URL('/logout', settings.loginUrl);
      url.search = new URLSearchParams({ client_id: settings.clientId, logout_uri: pageAddress(browser) }).toString();
      browser.location.assign(url.href);
    },
  };
}

/**
 * Gives a token that is good, and asks for the next one before it runs out: once, however many requests wait for it. When
 * there is none to be had, the API says that the last one has run out, and the page what to do.
 */
function keepFresh(
  first: TokenEndpointResponse,
  renew: (refreshToken: string) => Promise<TokenEndpointResponse>,
  { storage, now }: SignInBrowser,
): () => Promise<Credential> {
  let token = '';
  let refreshToken: string | undefined;
  let renewAt = 0;
  let renewing: Promise<void> | undefined;
  const take = ({ access_token, refresh_token = refreshToken, expires_in }: TokenEndpointResponse): void => {
    token = access_token;
    refreshToken = refresh_token;
    renewAt = now() + (expires_in ?? USUAL_LIFE_SECONDS) * 1_000 * RENEW_AFTER;
    if (refreshToken !== undefined) storage.setItem(REFRESH_TOKEN, refreshToken);
  };
  take(first);
  return async () => {
    if (now() >= renewAt && refreshToken !== undefined) {
      renewing ??= renew(refreshToken)
        .then(take, () => undefined)
        .finally(() => (renewing = undefined));
      await renewing;
    }
    return { token };
  };
}

/** The issuer's own words where it has some. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const described = 'error_description' in error ? error.error_description : undefined;
  return typeof described === 'string' ? described : error.message;
}
