import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../../resolvers/request/owner.ts';

describe('the owner of a snippet', () => {
  const role = 'arn:aws:sts::123456789012:assumed-role/Authenticated/CognitoIdentityCredentials';
  const iam = (cognitoIdentityId: string | null, userArn = role) => ({ cognitoIdentityId, userArn });

  it.each([
    ['public with the API key', null, 'public'],
    ['the sub of a user of the pool', { sub: '3f9a2c1e', username: 'alice' }, '3f9a2c1e'],
    [
      'the role of an IAM caller, whatever its session',
      iam(null),
      'arn:aws:sts::123456789012:assumed-role/Authenticated',
    ],
    ['the ARN of an IAM user', iam(null, 'arn:aws:iam::123456789012:user/ann'), 'arn:aws:iam::123456789012:user/ann'],
  ])('is %s', (_what, identity, owner) => {
    expect(ownerOf(identity)).toBe(owner);
  });

  it('is the identity within an identity pool, whose users all have one role', () => {
    const identities = ['us-east-1:aaaa', 'us-east-1:bbbb'];
    expect(identities.map((id) => ownerOf(iam(id)))).toEqual(identities);
  });
});
