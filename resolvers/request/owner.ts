interface CognitoCaller {
  sub: string;
}

interface IamCaller {
  cognitoIdentityId?: string | null;
  userArn: string;
}

/**
 * Whom a snippet of this caller belongs to: the Cognito `sub`; for IAM the `cognitoIdentityId`, else the ARN without its
 * session name; `public` for the API key, which has no identity.
 */
export function ownerOf(identity: unknown): string {
  if (!identity) return 'public';
  const caller = identity as CognitoCaller & IamCaller;
  return caller.sub || caller.cognitoIdentityId || caller.userArn.replace('(:assumed-role/[^/]+)/.*', '$1');
}
