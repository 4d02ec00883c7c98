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
  const cognito = identity as CognitoCaller;
  if (cognito.sub) return cognito.sub;
  const iam = identity as IamCaller;
  if (iam.cognitoIdentityId) return iam.cognitoIdentityId;
  return iam.userArn.indexOf(':assumed-role/') < 0 ? iam.userArn : iam.userArn.split('/').slice(0, 2).join('/');
}
