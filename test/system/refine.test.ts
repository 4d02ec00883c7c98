import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snippet, SnippetClient } from '../../client/index.ts';
import { createSnippetClient } from '../../client/index.ts';
import { eventually } from '../support/hosts/api.ts';
import type { BedrockWire, Talk } from '../support/fakes/bedrock-wire.ts';
import { startBedrockWire } from '../support/fakes/bedrock-wire.ts';
import type { FaultProxy } from '../support/faults/fault-proxy.ts';
import { startFaultProxy } from '../support/faults/fault-proxy.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';
import { ask, startTestHost } from '../support/hosts/test-host.ts';
import { openTokens } from '../../infra/local/identity/user-pool.ts';

const answer = (code: string): Talk => [{ text: `\`\`\`ts\n${code}\`\`\`` }, { stop: 'end_turn' }];

describe.each(runtimeNames)('a snippet that is refined, in the %s runtime,', (runtime) => {
  let wire: BedrockWire;
  let host: TestHost;
  let client: SnippetClient;
  let parent: Snippet;

  beforeAll(async () => {
    wire = await startBedrockWire(({ body }) => {
      const text = body.messages[0]?.content[0]?.text ?? '';
      return answer(text.startsWith('<code>') ? 'const a: 2 = 2;\n' : 'const a = 1 && "<b>";\n');
    });
    host = await startTestHost({
      environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url },
      other: runtimes[runtime],
    });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    parent = await client.generateCode({ language: 'TYPESCRIPT', instruction: 'a constant' });
  });
  afterAll(async () => {
    await host.close();
    await wire.close();
  });

  it('has a child in its language, made by a model that was given its code', async () => {
    const child = await client.refineSnippet({ id: parent.id, instruction: 'make it 2' });
    expect(child).toMatchObject({
      status: 'COMPLETED',
      parentId: parent.id,
      language: 'TYPESCRIPT',
      instruction: 'make it 2',
      code: 'const a: 2 = 2;\n',
    });
    expect(wire.requests.at(-1)?.body.messages[0]?.content[0]?.text).toBe(
      '<code>\nconst a = 1 && "<b>";\n\n</code>\n<instruction>\nmake it 2\n</instruction>',
    );
    expect(existsSync(join(host.dataFolder, child.objectKey))).toBe(true);
  });

  it('and its children are found from each other, the newest first', async () => {
    const [first, second] = [
      await client.refineSnippet({ id: parent.id, instruction: 'once' }),
      await client.refineSnippet({ id: parent.id, instruction: 'twice' }),
    ];
    const { data } = await ask<{
      child: unknown;
      parent: { refinements: { items: { id: string }[]; nextToken: string } };
    }>(
      host,
      `{ child: snippet(id: "${first.id}") { parent { id code parent { id } } }
         parent: snippet(id: "${parent.id}") { refinements(limit: 2) { items { id } nextToken } } }`,
    );
    expect(data?.child).toEqual({ parent: { id: parent.id, code: parent.code, parent: null } });
    const { items, nextToken } = data?.parent.refinements ?? { items: [], nextToken: '' };
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    const rest = await ask<{ snippet: { refinements: { items: unknown[] } } }>(
      host,
      'query ($id: ID!, $t: String) { snippet(id: $id) { refinements(nextToken: $t) { items { id instruction } } } }',
      { id: parent.id, t: nextToken },
    );
    expect(rest.data?.snippet.refinements.items).toEqual([{ id: expect.any(String), instruction: 'make it 2' }]);
  });

  it('is repeated safely, also when the parent is gone by then', async () => {
    const options = { id: randomUUID() };
    const grown = await client.generateCode({ language: 'TYPESCRIPT', instruction: 'another constant' });
    const child = await client.refineSnippet({ id: grown.id, instruction: 'x', options });
    await client.deleteSnippet(grown.id);
    const calls = wire.requests.length;
    const again = await client.refineSnippet({ id: grown.id, instruction: 'x', options });
    expect({ ...again, downloadUrl: null }).toEqual({ ...child, downloadUrl: null });
    expect(wire.requests.length).toBe(calls);
    await expect(client.refineSnippet({ id: grown.id, instruction: 'y', options })).rejects.toMatchObject({
      name: 'Conflict',
    });
    const request = { language: 'TYPESCRIPT', instruction: 'x', options } as const;
    await expect(client.generateCode(request)).rejects.toMatchObject({ name: 'Conflict' });
    const { data } = await ask(host, `{ snippet(id: "${child.id}") { parentId parent { id } } }`);
    expect(data).toEqual({ snippet: { parentId: grown.id, parent: null } });
  });

  it('must be there, yours, and have code', async () => {
    const alice = createSnippetClient({
      url: host.url,
      auth: async () => ({ token: await openTokens(host.dataFolder).issue('alice') }),
    });
    await expect(alice.refineSnippet({ id: parent.id, instruction: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(client.refineSnippet({ id: randomUUID(), instruction: 'x' })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(client.refineSnippet({ id: 'X', instruction: 'x' })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(client.refineSnippet({ id: parent.id, instruction: ' ' })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
    const pending = await client.generateCode({
      language: 'TYPESCRIPT',
      instruction: 'x',
      options: { waitSeconds: 0 },
    });
    await client.cancelSnippet(pending.id);
    await expect(client.refineSnippet({ id: pending.id, instruction: 'x' })).rejects.toMatchObject({
      name: 'Conflict',
    });
  });
});

describe.each(runtimeNames)(
  'a refinement whose parent is deleted before the work begins, in the %s runtime,',
  (runtime) => {
    it('fails and says so', async () => {
      let deleted: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => (deleted = resolve));
      const running: { host?: TestHost } = {};
      const calls: FaultProxy = await startFaultProxy(() => new URL(running.host?.url ?? ''), {
        before: ({ name }) => (name === 'startSnippet' && calls.counts.get(name) === 2 ? gone : undefined),
      });
      const wire = await startBedrockWire(() => answer('const a = 1;\n'));
      const host = await startTestHost({
        other: runtimes[runtime],
        environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url, API_URL: `${calls.url}/graphql` },
      });
      running.host = host;
      try {
        const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
        const parent = await client.generateCode({ language: 'TYPESCRIPT', instruction: 'x' });
        const child = await client.refineSnippet({ id: parent.id, instruction: 'y', options: { waitSeconds: 0 } });
        await client.deleteSnippet(parent.id);
        deleted();
        const ended = await eventually(
          () => client.snippet(child.id),
          (snippet) => snippet?.status === 'FAILED',
        );
        expect(ended?.failure).toMatchObject({ code: 'PARENT_DELETED', retryable: false });
        expect(wire.requests).toHaveLength(1);
      } finally {
        await host.close();
        await wire.close();
        await calls.close();
      }
    });
  },
);

describe.each(runtimeNames)('the models of a deployment, in the %s runtime,', (runtime) => {
  it('are listed with the default first, and take only the options that they take', async () => {
    const host = await startTestHost({ other: runtimes[runtime] });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      expect(await client.models()).toEqual([
        {
          id: 'cookbook',
          isDefault: true,
          maxTokens: null,
          sampling: 'NONE',
          takesStopSequences: true,
          takesTemperature: false,
          takesTopP: false,
          inputPrice: 0,
          outputPrice: 0,
        },
      ]);
      const asking = (options: object) => client.generateCode({ language: 'PYTHON', instruction: 'fizzbuzz', options });
      await expect(asking({ temperature: 0.5 })).rejects.toMatchObject({
        name: 'InvalidInput',
        detail: expect.stringContaining('options.temperature is 0.5; allowed is null, as this model takes none.'),
      });
      await expect(asking({ model: 'else' })).rejects.toMatchObject({
        name: 'InvalidInput',
        detail: expect.stringContaining('options.model is "else"; allowed is "cookbook".'),
      });
    } finally {
      await host.close();
    }
  });
});
