import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { UserPool, UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import {
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  OAuthScope,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Config } from '../settings/stack-config.ts';

/** Where people sign in for the page: the user pool's own pages (managed login), at an address of their own. */
export class PageLogin extends Construct {
  /** `https://snipstream-dev-123456789012.auth.us-east-1.amazoncognito.com`. */
  readonly url: string;
  /** What tokens say they are from, and where the rest is found out. */
  readonly issuer: string;
  readonly #pool: UserPool;
  readonly #domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { pool, stage }: { pool: UserPool } & Pick<Config, 'stage'>) {
    super(scope, id);
    this.#pool = pool;
    const domain = pool.addDomain('LoginDomain', {
      // Unique in a region, of all accounts: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
      cognitoDomain: { domainPrefix: `snipstream-${stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.url = domain.baseUrl();
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`;
    this.#domain = domain;
  }

  /**
   * Lets the page at this address sign people in: the code flow alone, without a secret, back to this address alone. PKCE is
   * the page's doing.
   */
  admit(pageUrl: string): UserPoolClient {
    const client = this.#pool.addClient('PageClient', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [pageUrl],
        logoutUrls: [pageUrl],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // It lies in the browser, for as long as the tab is open.
      refreshTokenValidity: Duration.days(1),
    });
    // Without a look of its own a client's pages are not shown.
    const look = new CfnManagedLoginBranding(this, 'Look', {
      userPoolId: this.#pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    look.node.addDependency(this.#domain);
    return client;
  }
}
