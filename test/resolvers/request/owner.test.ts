import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { createUnitResolver } from '../../../infra/local/appsync/resolving/resolve.ts';
import { noneSource } from '../../../infra/local/appsync/sources/data-source.ts';
import type { FieldResolver } from '../../../infra/local/appsync/resolving/field-resolver.ts';
import { resolverInput } from '../../support/hosts/resolver-call.ts';

const source = `
  import { ownerOf } from './resolvers/request/owner.ts';
  export function request(ctx) { return { payload: ownerOf(ctx.identity) }; }
  export function response(ctx) { return ctx.result; }`;

describe('the owner of a snippet', () => {
  let resolver: FieldResolver;
  beforeAll(async () => {
    const { outputFiles } = await build({
      ...{ stdin: { contents: source, resolveDir: process.cwd() }, bundle: true, write: false, format: 'esm' },
    });
    resolver = createUnitResolver({
      ...{ name: 'owner', code: outputFiles[0]?.text ?? '', source: noneSource, env: {} },
    });
  });
  const ownerOf = async (identity: unknown) => (await resolver.resolve(resolverInput({ identity }))).value;

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
  ])('is %s', async (_what, identity, owner) => {
    expect(await ownerOf(identity)).toBe(owner);
  });

  it('is the identity within an identity pool, whose users all have one role', async () => {
    const identities = ['us-east-1:aaaa', 'us-east-1:bbbb'];
    expect(await Promise.all(identities.map((id) => ownerOf(iam(id))))).toEqual(identities);
  });
});
