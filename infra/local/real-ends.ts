import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { IamCredentials } from '../../client/sign-request.ts';

/** Parts of this host that gave way to real ones, as their standard variables say; undefined where ours serve. */
export interface RealEnds {
  readonly s3: string | undefined;
  readonly dynamodb: string | undefined;
  /** An endpoint, or `aws` for Amazon Bedrock itself. */
  readonly bedrock: string | undefined;
  readonly region: string | undefined;
  /** The user's own, which the functions then work with. */
  readonly credentials: IamCredentials | undefined;
}

/**
 * Reads the standard variables of the AWS SDKs.
 * @param usesBedrock true when the model chosen is one of Amazon Bedrock
 * @throws Error a real part is to be used, but there are no credentials for it
 */
export async function findRealEnds(env: NodeJS.ProcessEnv, usesBedrock: boolean): Promise<RealEnds> {
  const ends = {
    s3: env['AWS_ENDPOINT_URL_S3'],
    dynamodb: env['AWS_ENDPOINT_URL_DYNAMODB'],
    bedrock: env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] ?? (usesBedrock ? 'aws' : undefined),
  };
  const any = Object.values(ends).some((end) => end !== undefined);
  return {
    ...ends,
    region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
    credentials: any ? await ownCredentials() : undefined,
  };
}

/** From wherever the AWS SDKs look: variables, profiles, single sign-on. */
async function ownCredentials(): Promise<IamCredentials> {
  try {
    return await new DynamoDBClient({}).config.credentials();
  } catch (cause) {
    throw new Error(
      'A part of AWS is to be used, but there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
      { cause },
    );
  }
}
