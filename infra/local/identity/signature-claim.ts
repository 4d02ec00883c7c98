/** What a signed request says about its own signature, and the parts of the request that it covers. */
export interface Claim {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly date: Date;
  readonly signature: string;
  readonly sessionToken: string | undefined;
  /** Only of presigned links. */
  readonly expiresInSeconds: number | undefined;
  readonly path: string;
  /** Decoded, without the parameters in which a link carries its signature. */
  readonly query: Record<string, string | string[]>;
  /** The signed headers alone, by lower-case name. */
  readonly headers: Record<string, string>;
}

export type ClaimResult =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly fault: 'missing' | 'incomplete'; readonly message: string };

interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Statement {
  readonly credential: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
  readonly date: string | undefined;
  readonly expires?: string | undefined;
  readonly token: string | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const WEEK_SECONDS = 604_800;
/** In which a presigned link carries its signature; the library adds them again. */
const linkParameters = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature', 'Security-Token'];

/** Reads the signature's own statement from the `Authorization` header or from the query of a presigned link. */
export function readClaim(request: Request): ClaimResult {
  const [path = '', search = ''] = split(request.url, '?');
  const parameters = new URLSearchParams(search);
  const headers = lowerCased(request.headers);
  const authorization = headers['authorization'];
  if (authorization !== undefined) {
    if (!authorization.startsWith(`${ALGORITHM} `)) return incomplete(`Authorization header requires '${ALGORITHM}'.`);
    const statement = fromHeader(authorization, headers);
    return claimOf(statement, { path, query: asRecord(parameters), headers, signedDate: 'x-amz-date' });
  }
  if (!parameters.has('X-Amz-Algorithm') && !parameters.has('X-Amz-Signature')) {
    return { ok: false, fault: 'missing', message: 'Missing Authentication Token' };
  }
  if (parameters.get('X-Amz-Algorithm') !== ALGORITHM)
    return incomplete(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  const statement = fromQuery(parameters);
  for (const name of linkParameters) parameters.delete(`X-Amz-${name}`);
  return claimOf(statement, { path, query: asRecord(parameters), headers, signedDate: undefined });
}

function fromHeader(authorization: string, headers: Record<string, string>): Statement {
  const fields = new Map<string, string>();
  for (const part of authorization.slice(ALGORITHM.length).split(',')) {
    const [name = '', value = ''] = split(part.trim(), '=');
    fields.set(name, value);
  }
  return {
    credential: fields.get('Credential'),
    signedHeaders: fields.get('SignedHeaders'),
    signature: fields.get('Signature'),
    date: headers['x-amz-date'],
    token: headers['x-amz-security-token'],
  };
}

function fromQuery(parameters: URLSearchParams): Statement {
  const get = (name: string) => parameters.get(`X-Amz-${name}`) ?? undefined;
  return {
    credential: get('Credential'),
    signedHeaders: get('SignedHeaders'),
    signature: get('Signature'),
    date: get('Date'),
    expires: get('Expires') ?? '',
    token: get('Security-Token'),
  };
}

function claimOf(
  { credential, signedHeaders, signature, date: dateText, expires, token }: Statement,
  covered: Pick<Claim, 'path' | 'query'> & { headers: Record<string, string>; signedDate: string | undefined },
): ClaimResult {
  const absent = Object.entries({ Credential: credential, Signature: signature, SignedHeaders: signedHeaders }).filter(
    ([, value]) => !value,
  );
  if (absent.length > 0 || !credential || !signature || !signedHeaders) {
    return incomplete(absent.map(([name]) => `Authorization requires '${name}' parameter.`).join(' '));
  }
  const scope = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential);
  if (!scope) return incomplete(`Credential must be "key/date/region/service/aws4_request", not "${credential}".`);
  const [, accessKeyId = '', day = '', region = '', service = ''] = scope;
  const date = readDate(dateText);
  if (!date) return incomplete(`Authorization requires a valid 'X-Amz-Date', such as 20261123T014501Z.`);
  if (!dateText?.startsWith(day)) return incomplete(`Date in Credential scope does not match the date of the request.`);
  const expiresInSeconds = expires === undefined ? undefined : Number(expires);
  if (expires !== undefined && !(/^[1-9]\d*$/.test(expires) && Number(expires) <= WEEK_SECONDS)) {
    return incomplete(`X-Amz-Expires must be a whole number of seconds, 1 to ${WEEK_SECONDS}.`);
  }
  const names = signedHeaders.split(';');
  const unsigned = ['host', ...(covered.signedDate ? [covered.signedDate] : [])].find((name) => !names.includes(name));
  if (unsigned) return incomplete(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  const headers: Record<string, string> = {};
  for (const name of names) headers[name] = covered.headers[name] ?? '';
  return {
    ok: true,
    claim: {
      ...{ accessKeyId, region, service, date, signature, sessionToken: token, expiresInSeconds },
      ...{ path: covered.path, query: covered.query, headers },
    },
  };
}

function incomplete(message: string): ClaimResult {
  return { ok: false, fault: 'incomplete', message };
}

function readDate(text: string | undefined): Date | undefined {
  const iso = text?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  if (iso === undefined || iso === text) return undefined;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function asRecord(parameters: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(parameters.keys());
  return Object.fromEntries([...names].map((name) => [name, parameters.getAll(name)]));
}
