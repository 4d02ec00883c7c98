import type { IamCredentials } from '../../../schema/wire/sign-request.ts';

/**
 * The endpoints of parts of AWS, from the standard variables of its SDKs. An endpoint is undefined if the host's own
 * part is used.
 */
export interface Endpoints {
  readonly s3: string | undefined;
  readonly dynamodb: string | undefined;
  /** `aws` is Amazon Bedrock itself. */
  readonly bedrock: string | undefined;
  readonly region: string | undefined;
}

/** The parts that gave way to real ones, and what to use them with. */
export interface AwsEndpoints extends Endpoints {
  /** The user's own, which the functions then work with. */
  readonly credentials: IamCredentials | undefined;
}

const none: Endpoints = { s3: undefined, dynamodb: undefined, bedrock: undefined, region: undefined };

/**
 * Looks for what the real parts need.
 * @param usesBedrock true when the model chosen is one of Amazon Bedrock
 * @throws Error a real part is to be used, but there are no credentials for it
 */
export async function findAwsEndpoints(usesBedrock: boolean, given: Endpoints = none): Promise<AwsEndpoints> {
  const { s3, dynamodb, region } = given;
  const bedrock = given.bedrock ?? (usesBedrock ? 'aws' : undefined);
  const any = [s3, dynamodb, bedrock].some((end) => end !== undefined);
  return { s3, dynamodb, bedrock, region, credentials: any ? await ownCredentials() : undefined };
}

/** From wherever the AWS SDKs look: variables, profiles, single sign-on. */
async function ownCredentials(): Promise<IamCredentials> {
  try {
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    return await new DynamoDBClient({}).config.credentials();
  } catch (cause) {
    throw new Error(
      'A part of AWS is to be used, but there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
      { cause },
    );
  }
}
