/** What AppSync tells of a caller that is used here; with the API key there may be nothing, or none of these. */
interface Caller {
  sub?: string | null;
  cognitoIdentityId?: string | null;
  userArn?: string | null;
}

/**
 * Whom a snippet of this caller belongs to: the Cognito `sub`; for IAM the `cognitoIdentityId`, else the ARN without its
 * session name; `public` for the API key, which has no identity.
 */
export function ownerOf(identity: unknown): string {
  const { sub, cognitoIdentityId, userArn } = (identity ?? {}) as Caller;
  const [name, ...roles] = (userArn ?? 'public').split(':assumed-role/');
  const withoutSession = roles.map((role) => role.split('/').slice(0, 1).join(''));
  return sub || cognitoIdentityId || [name, ...withoutSession].join(':assumed-role/');
}
