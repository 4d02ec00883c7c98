import { describe, expect, it } from 'vitest';
import { bundlePage } from '../../../infra/bundle-page.ts';
import type { PutFile } from '../../../infra/page/publish-page.ts';
import { publishDeployed } from '../../../infra/page/publish-deployed.ts';

const outputs = {
  ApiUrl: 'https://x.appsync-api.eu-west-1.amazonaws.com/graphql',
  ApiKey: 'da2-secret',
  Region: 'eu-west-1',
  PageUrl: 'https://d1.cloudfront.net/',
  PageBucketName: 'page-bucket',
  PageClientId: 'client',
  PageLoginUrl: 'https://login.example.com',
  PageIssuer: 'https://issuer.example.com/pool',
};

/** Publishes what these outputs tell of, and records what goes where. */
async function publish(stacks: Record<string, Partial<typeof outputs>>, put?: PutFile) {
  const sent: { bucket: string; name: string; text: string; contentType: string; cacheControl: string }[] = [];
  const said: string[] = [];
  await publishDeployed(JSON.stringify(stacks), {
    files: bundlePage,
    bucketOf:
      ({ bucket, region }) =>
      async (name, bytes, headers) => {
        await put?.(name, bytes, headers);
        sent.push({ bucket: `${bucket} in ${region}`, name, text: Buffer.from(bytes).toString(), ...headers });
      },
    say: (line) => said.push(line),
  });
  return { sent, said };
}

describe('npm run deploy, after the stack,', () => {
  it('puts the page into its bucket, and what leads to it last', async () => {
    const { sent, said } = await publish({ 'snipstream-dev': outputs });
    expect(new Set(sent.map(({ bucket }) => bucket))).toEqual(new Set(['page-bucket in eu-west-1']));
    expect(sent.slice(-2).map(({ name }) => name)).toEqual(['config.json', 'index.html']);
    expect(said).toEqual(['The page is at https://d1.cloudfront.net/']);
    const index = sent.at(-1)?.text ?? '';
    const parts = [...index.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, part]) => part);
    expect(parts.length).toBeGreaterThan(2);
    expect(sent.map(({ name }) => name)).toEqual(expect.arrayContaining(parts));
  });

  it('lets browsers keep what has a hash in its name, and ask for the rest', async () => {
    const { sent } = await publish({ 'snipstream-dev': outputs });
    const keeps = (name: RegExp) =>
      new Set(sent.filter((file) => name.test(file.name)).map((file) => file.cacheControl));
    expect(keeps(/^(index\.html|config\.json|icon\.svg)$/)).toEqual(new Set(['no-cache']));
    expect(keeps(/\.(js|css)$/)).toEqual(new Set(['public, max-age=31536000, immutable']));
    expect(sent.find(({ name }) => name === 'index.html')?.contentType).toBe('text/html; charset=utf-8');
    expect(sent.find(({ name }) => name === 'config.json')?.contentType).toBe('application/json; charset=utf-8');
  });

  it('tells the page where the API is and where people sign in, and no key', async () => {
    const { sent } = await publish({ 'snipstream-dev': outputs });
    const config = sent.find(({ name }) => name === 'config.json')?.text ?? '';
    expect(JSON.parse(config)).toEqual({
      url: outputs.ApiUrl,
      auth: { issuer: outputs.PageIssuer, clientId: 'client', loginUrl: outputs.PageLoginUrl },
    });
    expect(sent.map(({ text }) => text).join('\n')).not.toContain('da2-secret');
  });

  it('does nothing for a stack without a page', async () => {
    const { ApiUrl, ApiKey, Region } = outputs;
    expect(await publish({ 'snipstream-dev': { ApiUrl, ApiKey, Region } })).toEqual({ sent: [], said: [] });
  });

  it('says that the stack is there when its page could not follow, and leaves the old page whole', async () => {
    const done: string[] = [];
    const refused = publish({ 'snipstream-dev': outputs }, async (name) => {
      if (name.endsWith('.css')) throw new Error('Access Denied');
      done.push(name);
    });
    await expect(refused).rejects.toThrow(
      'The stack is deployed, and its page is not: Access Denied. It needs s3:PutObject on page-bucket; run npm run deploy again.',
    );
    expect(done).not.toContain('index.html');
  });

  it('names an output that the page needs and the stack lacks', async () => {
    const { PageClientId: _, ...others } = outputs;
    await expect(publish({ 'snipstream-dev': others })).rejects.toThrow(
      'The stack snipstream-dev has no output PageClientId',
    );
  });
});
