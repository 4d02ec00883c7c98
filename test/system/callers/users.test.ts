import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Auth, Snippet, SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { openPrincipals } from '../../../infra/local/identity/principals.ts';
import { openTokens } from '../../../infra/local/identity/user-pool.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { runtimeNames, runtimes } from '../../support/hosts/runtimes.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';

const ASKED = { language: 'PYTHON', instruction: 'fizzbuzz' } as const;

describe.each(runtimeNames)('users of a host, in the %s runtime,', (runtime) => {
  let host: TestHost;
  const clientOf = (auth: Auth): SnippetClient => createSnippetClient({ url: host.url, auth });
  const asUser = (name: string): SnippetClient =>
    clientOf(async () => ({ token: await openTokens(host.dataFolder).issue(name) }));
  beforeAll(async () => {
    host = await startTestHost({ other: runtimes[runtime] });
  });
  afterAll(() => host.close());

  it('see, cancel and delete only their own', async () => {
    const alice = asUser('alice');
    const { credentials, region } = { credentials: openPrincipals(host.dataFolder).backend, region: 'us-east-1' };
    const others = [asUser('bob'), clientOf({ apiKey: host.apiKey }), clientOf({ credentials, region })];
    const snippet = await alice.generateCode(ASKED);
    expect(snippet).toMatchObject({ status: 'COMPLETED', owner: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await asUser('alice').snippet(snippet.id)).toMatchObject({ code: snippet.code });
    for (const other of others) {
      const own = await other.generateCode(ASKED);
      expect(own.owner).not.toBe(snippet.owner);
      expect(await other.snippet(snippet.id)).toBeNull();
      await expect(other.cancelSnippet(snippet.id)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(other.deleteSnippet(snippet.id)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(other.generateCode({ ...ASKED, options: { id: snippet.id } })).rejects.toMatchObject({
        name: 'Conflict',
      });
      for await (const listed of other.snippets()) expect(listed.owner).toBe(own.owner);
    }
  });

  it("hear nothing of another's snippets", async () => {
    const [alice, bob] = [asUser('alice'), asUser('bob')];
    const heard: Snippet[] = [];
    const completions = bob.onSnippetCompleted();
    await completions.ready();
    const hers = await alice.generateCode(ASKED);
    const his = await bob.generateCode(ASKED);
    for await (const snippet of completions) {
      heard.push(snippet);
      if (snippet.id === his.id) break;
    }
    expect(heard.map(({ id }) => id)).toEqual([his.id]);
    expect(hers.owner).not.toBe(his.owner);
  });

  it('own what an IAM principal asks for by the ARN without its session', async () => {
    const credentials = openPrincipals(host.dataFolder).backend;
    const { owner } = await clientOf({ credentials, region: 'us-east-1' }).generateCode(ASKED);
    expect(owner).toBe('arn:aws:sts::000000000000:assumed-role/backend');
  });

  describe('are turned away, over HTTP and WebSocket,', () => {
    const issued = (alg: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg })
        .setSubject('x')
        .setIssuer('https://cognito-idp.local/us-east-1_local');
    const ownKey = () => createPrivateKey(readFileSync(join(host.dataFolder, 'token-key.pem')));
    const tokens: Record<string, () => Promise<string>> = {
      'with a token that has expired': () =>
        issued('RS256').setAudience('snipstream-local').setExpirationTime(1).sign(ownKey()),
      'with a token of another issuer': () =>
        issued('RS256')
          .setIssuer('https://else')
          .setAudience('snipstream-local')
          .setExpirationTime('1h')
          .sign(ownKey()),
      'with a token for another audience': () =>
        issued('RS256').setAudience('else').setExpirationTime('1h').sign(ownKey()),
      'with an unsigned token': async () =>
        new UnsecuredJWT({})
          .setSubject('x')
          .setIssuer('https://cognito-idp.local/us-east-1_local')
          .setAudience('snipstream-local')
          .setExpirationTime('1h')
          .encode(),
      'with a token signed by another key': () =>
        issued('RS256')
          .setAudience('snipstream-local')
          .setExpirationTime('1h')
          .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      'with a token signed by another algorithm': () =>
        issued('PS256').setAudience('snipstream-local').setExpirationTime('1h').sign(ownKey()),
      'with no token at all': async () => 'not-a-token',
    };
    it.each(Object.keys(tokens))('%s', async (kind) => {
      const token = (await tokens[kind]?.()) ?? '';
      const overHttp = await ask(host, '{ snippets { items { id } } }', {}, { authorization: token });
      expect(overHttp).toMatchObject({ status: 401, errors: [{ errorType: 'UnauthorizedException' }] });
      await expect(clientOf({ token }).onSnippetCompleted().ready()).rejects.toMatchObject({ name: 'Unauthorized' });
    });
  });
});
