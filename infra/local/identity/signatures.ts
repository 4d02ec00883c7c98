import { createHash, timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Claim } from './signature-claim.ts';
import { readClaim } from './signature-claim.ts';

/** The owner of an access key id. */
export interface Principal {
  readonly name: string;
  readonly secretAccessKey: string;
  /** Where its signatures hold, as the credential scope has to name it. */
  readonly region: string;
  /** Only of temporary credentials, which are worth nothing without it. */
  readonly sessionToken?: string | undefined;
}

/** The principal behind an access key id; undefined for one that nobody was given. */
export type Credentials = (accessKeyId: string) => Principal | undefined;

/** A request as it came over the wire, or as the real-time handshake describes it. */
export interface SignedRequest {
  readonly method: string;
  /** Raw path and query, still percent-encoded. */
  readonly url: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when there is none. Not looked at for S3, whose body is held against `x-amz-content-sha256` later. */
  readonly body: Buffer | undefined;
  /** As the credential scope has to name it: `appsync`, `bedrock`, `s3`. */
  readonly service: string;
  readonly credentials: Credentials;
  readonly now: Date;
}

/** Why a request is not believed; services differ in what they call it. */
export type SignatureFault = 'missing' | 'incomplete' | 'out-of-date' | 'link-expired' | 'unknown-key' | 'mismatch';

export type SignatureResult =
  | { readonly ok: true; readonly name: string; readonly accessKeyId: string }
  | { readonly ok: false; readonly fault: SignatureFault; readonly errorType: string; readonly message: string };

const ALLOWED_SKEW_MS = 5 * 60_000;

const errorTypes: Record<SignatureFault, string> = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  'out-of-date': 'InvalidSignatureException',
  'link-expired': 'InvalidSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  mismatch: 'InvalidSignatureException',
};

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
  'and signing method. Consult the service documentation for details.';

/**
 * Checks a request signed with AWS Signature Version 4, in its headers or, as a presigned link, in its query
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export async function verifySignature(request: SignedRequest): Promise<SignatureResult> {
  const read = readClaim(request);
  if (!read.ok) return refused(read.fault, read.message);
  const { claim } = read;

  if (claim.service !== request.service) {
    return refused('mismatch', `Credential should be scoped to correct service: '${request.service}'.`);
  }
  const untimely = timeFault(claim, request.now);
  if (untimely) return untimely;

  const principal = request.credentials(claim.accessKeyId);
  if (!principal || principal.sessionToken !== claim.sessionToken) {
    return refused('unknown-key', 'The security token included in the request is invalid.');
  }
  if (claim.region !== principal.region) {
    return refused('mismatch', `Credential should be scoped to a valid region, not '${claim.region}'.`);
  }
  if (!bodyIsSigned(request, claim)) return refused('mismatch', MISMATCH);
  const expected = Buffer.from(await signatureOf(request, claim, principal));
  const given = Buffer.from(claim.signature);
  const same = expected.length === given.length && timingSafeEqual(expected, given);
  return same ? { ok: true, name: principal.name, accessKeyId: claim.accessKeyId } : refused('mismatch', MISMATCH);
}

function refused(fault: SignatureFault, message: string): SignatureResult & { ok: false } {
  return { ok: false, fault, errorType: errorTypes[fault], message };
}

function timeFault(claim: Claim, now: Date): SignatureResult | undefined {
  const age = now.getTime() - claim.date.getTime();
  if (age < -ALLOWED_SKEW_MS) {
    const latest = basic(new Date(now.getTime() + ALLOWED_SKEW_MS));
    const message = `${basic(claim.date)} is still later than ${latest} (${basic(now)} + 5 min.)`;
    return refused('out-of-date', `Signature not yet current: ${message}`);
  }
  if (claim.expiresInSeconds !== undefined) {
    return age > claim.expiresInSeconds * 1000 ? refused('link-expired', 'Request has expired') : undefined;
  }
  if (age <= ALLOWED_SKEW_MS) return undefined;
  const earliest = basic(new Date(now.getTime() - ALLOWED_SKEW_MS));
  const message = `${basic(claim.date)} is now earlier than ${earliest} (${basic(now)} - 5 min.)`;
  return refused('out-of-date', `Signature expired: ${message}`);
}

/** Only S3 may name a hash that is not yet known to be that of the body. */
function bodyIsSigned({ service, body }: SignedRequest, claim: Claim): boolean {
  const named = claim.headers['x-amz-content-sha256'];
  if (service === 's3') return named !== undefined || claim.expiresInSeconds !== undefined;
  return (
    named === undefined ||
    named ===
      createHash('sha256')
        .update(body ?? '')
        .digest('hex')
  );
}

/** The signature the request ought to carry: made again, by the library that clients use, from what the claim names. */
async function signatureOf(request: SignedRequest, claim: Claim, principal: Principal): Promise<string> {
  const { method, body, service } = request;
  const signer = new SignatureV4({
    service,
    region: claim.region,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    applyChecksum: false,
    credentials: {
      accessKeyId: claim.accessKeyId,
      secretAccessKey: principal.secretAccessKey,
      ...(principal.sessionToken ? { sessionToken: principal.sessionToken } : {}),
    },
  });
  const { path, query, headers, date, expiresInSeconds } = claim;
  const signedNames = new Set(Object.keys(headers));
  const common = { method, path, query, headers, protocol: 'http:', hostname: 'localhost' };
  if (expiresInSeconds === undefined) {
    const signed = await signer.sign(
      { ...common, body: body ?? '' },
      { signingDate: date, signableHeaders: signedNames },
    );
    return /Signature=([0-9a-f]+)$/.exec(signed.headers['authorization'] ?? '')?.[1] ?? '';
  }
  const unsigned = service === 's3' && !signedNames.has('x-amz-content-sha256');
  const signed = await signer.presign(
    {
      ...common,
      headers: unsigned ? { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } : headers,
      body: body ?? '',
    },
    {
      signingDate: date,
      expiresIn: expiresInSeconds,
      signableHeaders: signedNames,
      unhoistableHeaders: new Set([...signedNames, 'x-amz-content-sha256']),
      unsignableHeaders: new Set(unsigned ? ['x-amz-content-sha256'] : []),
    },
  );
  return String(signed.query?.['X-Amz-Signature']);
}

/** As signatures write a time: 20261123T014501Z. */
function basic(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}
