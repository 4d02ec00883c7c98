/** Where people sign in, as the `config.json` of a deployed page says it. */
export interface SignInSettings {
  /** What tokens are from, and where its endpoints are found out: OpenID Connect Discovery 1.0, section 4. */
  readonly issuer: string;
  readonly clientId: string;
  /** Of the user pool's own pages; signing out goes there by hand, as Cognito has no endpoint of OpenID Connect for it. */
  readonly loginUrl: string;
}

/** What of the browser signing in needs. */
export interface SignInBrowser {
  readonly location: Pick<Location, 'href' | 'assign'>;
  readonly history: Pick<History, 'replaceState'>;
  /** Ends with the tab. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** The page's own address, without what follows it: where people come back to. */
export function pageAddress({ location }: Pick<SignInBrowser, 'location'>): string {
  return new URL('./', location.href).href;
}
