import type { AuthorizationServer, Client, TokenEndpointResponse } from 'oauth4webapi';
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  discoveryRequest,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
} from 'oauth4webapi';
import type { SignInSettings } from './sign-in-settings.ts';

/** The issuer of tokens, for a client that keeps no secret. */
export interface Issuer {
  readonly server: AuthorizationServer;
  readonly client: Client;
  /** @throws Error the code or its verifier is not accepted, or the ID token is not for this client and this nonce */
  redeem(
    answer: URLSearchParams,
    redirectUri: string,
    codeVerifier: string,
    expectedNonce: string,
  ): Promise<TokenEndpointResponse>;
  /** @throws Error the refresh token is not accepted any more, or the issuer cannot be reached */
  renew(refreshToken: string): Promise<TokenEndpointResponse>;
}

/** Finds out where an issuer's endpoints are. @throws Error it cannot be reached, or is another one */
export async function findIssuer({ issuer, clientId }: SignInSettings): Promise<Issuer> {
  const identifier = new URL(issuer);
  // One on this machine, as a test has it, needs no TLS.
  const options = { [allowInsecureRequests]: identifier.hostname === '127.0.0.1' };
  const server = await processDiscoveryResponse(identifier, await discoveryRequest(identifier, options));
  const client: Client = { client_id: clientId };
  return {
    server,
    client,
    async redeem(answer, redirectUri, codeVerifier, expectedNonce) {
      const response = await authorizationCodeGrantRequest(
        ...([server, client, None(), answer, redirectUri, codeVerifier] as const),
        options,
      );
      return processAuthorizationCodeResponse(server, client, response, { expectedNonce, requireIdToken: true });
    },
    async renew(refreshToken) {
      const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options);
      return processRefreshTokenResponse(server, client, response);
    },
  };
}
