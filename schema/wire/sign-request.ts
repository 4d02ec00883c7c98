import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** Keys of an IAM principal, as AWS SDKs name them. */
export interface IamCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * Returns the headers that make a POST of this JSON body an IAM call of an AppSync API (Signature Version 4, service
 * `appsync`). They are valid for 5 minutes. They include the given headers, which are signed too.
 */
export async function signRequest(
  url: URL,
  body: string,
  credentials: IamCredentials,
  region: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Promise<Record<string, string>> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    service: 'appsync',
    region,
    sha256: Sha256,
    credentials: sessionToken ? { accessKeyId, secretAccessKey, sessionToken } : { accessKeyId, secretAccessKey },
  });
  const signed = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    path: url.pathname,
    query: {},
    headers: { host: url.host, ...headers },
    body,
  });
  return signed.headers;
}
