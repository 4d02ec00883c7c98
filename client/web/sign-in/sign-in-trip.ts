import type { TokenEndpointResponse } from 'oauth4webapi';
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import type { Issuer } from './issuer.ts';
import type { SignInBrowser } from './sign-in-settings.ts';
import { pageAddress } from './sign-in-settings.ts';

const TRIP = 'snipstream.sign-in';

/** What has to be known again when somebody comes back from signing in. */
interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The part of the address behind the page: which snippet was open. */
  readonly hash: string;
}

/**
 * Leaves for the pages of the issuer: authorization code flow with PKCE
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html).
 */
export async function beginTrip({ server, client }: Issuer, browser: SignInBrowser): Promise<void> {
  const trip: Trip = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    verifier: generateRandomCodeVerifier(),
    hash: new URL(browser.location.href).hash,
  };
  browser.storage.setItem(TRIP, JSON.stringify(trip));
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: pageAddress(browser),
    response_type: 'code',
    scope: 'openid',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
  }).toString();
  browser.location.assign(url.href);
}

/**
 * Takes what an address that somebody came back to holds, and puts the address in its place that they left from.
 * @returns undefined when they do not come back from signing in
 * @throws Error they were refused, or what came back does not belong to the trip that began in this tab
 */
export async function endTrip(issuer: Issuer, browser: SignInBrowser): Promise<TokenEndpointResponse | undefined> {
  const url = new URL(browser.location.href);
  if (!url.searchParams.has('state') || !(url.searchParams.has('code') || url.searchParams.has('error'))) {
    return undefined;
  }
  const trip = JSON.parse(browser.storage.getItem(TRIP) ?? 'null') as Trip | null;
  browser.storage.removeItem(TRIP);
  browser.history.replaceState(null, '', `${pageAddress(browser)}${trip?.hash ?? ''}`);
  if (!trip) throw new Error('It was begun in another tab.');
  const answer = validateAuthResponse(issuer.server, issuer.client, url, trip.state);
  return issuer.redeem(answer, `${url.origin}${url.pathname}`, trip.verifier, trip.nonce);
}
