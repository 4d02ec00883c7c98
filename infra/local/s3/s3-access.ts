import type { Credentials, SignatureFault } from '../identity/signatures.ts';
import { verifySignature } from '../identity/signatures.ts';
import type { S3ErrorCode } from './s3-error.ts';
import { S3Error } from './s3-error.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const codes: Record<SignatureFault, S3ErrorCode> = {
  missing: 'AccessDenied',
  incomplete: 'AuthorizationHeaderMalformed',
  'out-of-date': 'RequestTimeTooSkewed',
  'link-expired': 'AccessDenied',
  'unknown-key': 'InvalidAccessKeyId',
  mismatch: 'SignatureDoesNotMatch',
};

/** S3 has its own sentence for some; for the others, the signature's tells more. */
const sentences: Partial<Record<SignatureFault, string>> = {
  missing: 'Access Denied',
  'out-of-date': 'The difference between the request time and the current time is too large.',
  'unknown-key': 'The AWS Access Key Id you provided does not exist in our records.',
};

/** @throws S3Error that says why this request is not believed */
export async function authorize(
  request: Request,
  { credentials, now }: { readonly credentials: Credentials; readonly now: () => Date },
): Promise<void> {
  const result = await verifySignature({ ...request, body: undefined, service: 's3', credentials, now: now() });
  if (result.ok) return;
  const { fault } = result;
  const inQuery = request.headers['authorization'] === undefined;
  const code = fault === 'incomplete' && inQuery ? 'AuthorizationQueryParametersError' : codes[fault];
  const details: Record<string, string> = fault === 'link-expired' ? { ServerTime: now().toISOString() } : {};
  throw new S3Error(code, sentences[fault] ?? result.message, details);
}
