import type { CfnGraphQLApi, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Config } from '../settings/stack-config.ts';
import { PageFiles } from './page-files.ts';
import { PageLogin } from './page-login.ts';
import { PageSite } from './page-site.ts';

export interface PageProps {
  readonly config: Pick<Config, 'stage' | 'removal'>;
  readonly api: GraphqlApi;
  readonly pool: UserPool;
}

/** The page of `client/web` on AWS: its files, the way to them, and how people sign in. */
export class Page extends Construct {
  readonly url: string;
  readonly bucket: Bucket;
  readonly client: UserPoolClient;
  readonly login: PageLogin;

  constructor(scope: Construct, id: string, { config, api, pool }: PageProps) {
    super(scope, id);
    this.bucket = new PageFiles(this, 'Files', config).bucket;
    this.login = new PageLogin(this, 'Login', { pool, stage: config.stage });
    const site = new PageSite(this, 'Site', {
      bucket: this.bucket,
      connectTo: [
        api.graphqlUrl,
        (api.node.defaultChild as CfnGraphQLApi).attrRealtimeUrl,
        this.login.url,
        `https://cognito-idp.${Stack.of(this).region}.amazonaws.com`,
      ],
    });
    this.url = site.url;
    this.client = this.login.admit(site.url);
  }
}
