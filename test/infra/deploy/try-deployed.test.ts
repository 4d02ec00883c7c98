import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { tryDeployed } from '../../../infra/deploy/try-deployed.ts';
import { tryOutputs } from '../../../infra/deploy/try-outputs.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('A trial of a deployed API', () => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  let client: SnippetClient;
  beforeAll(async () => {
    host = await startTestHost();
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(() => host.close());

  async function trial(changed: Partial<SnippetClient> = {}, newsMs = 10_000) {
    const said: string[] = [];
    const failed = await tryDeployed({ ...client, ...changed }, (line) => said.push(line), { endMs: 20_000, newsMs });
    return { said, failed };
  }

  it('passes on an API that works, says before what it costs, and leaves nothing behind', async () => {
    const said: string[] = [];
    const outputs = { ApiUrl: host.url, ApiKey: host.apiKey };
    expect(await tryOutputs(outputs, (line) => said.push(line))).toEqual([]);
    expect(said).toEqual([
      `Trying ${host.url}; npm run deploy -- --no-test leaves that out.`,
      'Passed: A request without an instruction is refused.',
      'Asking cookbook once: it costs at most 0.0000 USD.',
      'Passed: One snippet is generated, and its subscription tells of it.',
    ]);
    const left = [];
    for await (const { id } of client.snippets()) left.push(id);
    expect(left).toEqual([]);
  });

  it('asks the cheapest of the models that are offered, whatever their order', async () => {
    const [model] = await client.models();
    if (!model) throw new Error('There is no model.');
    const priced = (id: string, price: number | null) => ({ ...model, id, inputPrice: price, outputPrice: price });
    const { said } = await trial({
      models: async () => [priced('unpriced', null), priced('dear', 20), priced('cheap', 0.5), priced('middling', 1)],
      generateCode: async () => Promise.reject(new Error('stop')),
    });
    expect(said).toContain('Asking cheap once: it costs at most 0.0015 USD.');
  });

  it('says so when what is to be refused is accepted', async () => {
    const { generateCode } = client;
    const { failed } = await trial({
      generateCode: (request, options) =>
        generateCode({ ...request, instruction: request.instruction.trim() || 'fizzbuzz' }, options),
    });
    expect(failed).toContain('A request without an instruction is refused: It was accepted.');
  });

  it('says how the snippet ended, when it was not completed', async () => {
    const { generateCode } = client;
    const { failed } = await trial({
      generateCode: (request, options) =>
        generateCode({ ...request, instruction: request.instruction.trim() && 'a poem about nothing known' }, options),
    });
    expect(failed).toEqual([
      expect.stringMatching(/^One snippet is generated, and .+: It ended as FAILED, MODEL_RETURNED_NO_CODE: \w/),
    ]);
  });

  it('says so when the subscription is silent', async () => {
    const never = { next: () => new Promise<never>(() => undefined) };
    const silent = { ready: async () => undefined, [Symbol.asyncIterator]: () => never };
    const { failed } = await trial({ onSnippetProgress: () => silent }, 50);
    expect(failed).toEqual([
      'One snippet is generated, and its subscription tells of it: ' +
        'The code is there, and the subscription told no end of it within 0.05 s.',
    ]);
  });

  it('says so when the subscription tells of the end alone', async () => {
    const { onSnippetProgress } = client;
    const { failed } = await trial({
      onSnippetProgress(id, options) {
        const events = onSnippetProgress(id, options);
        return {
          ready: () => events.ready(),
          async *[Symbol.asyncIterator]() {
            for await (const event of events) yield { ...event, part: null };
          },
        };
      },
    });
    expect(failed).toEqual([expect.stringMatching(/the subscription told of none of its parts\.$/)]);
  });

  it('says in words that nothing answers, or that the key is not taken', async () => {
    const outputs = { ApiUrl: host.url, ApiKey: 'da2-wrong' };
    const failed = await tryOutputs(outputs, () => undefined);
    expect(failed).toHaveLength(2);
    for (const sentence of failed)
      expect(sentence).toMatch(/does not accept the (?:key|credential)|refused|Unauthorized/i);
    expect(await tryOutputs({}, () => undefined)).toEqual([
      'The stack has no outputs ApiUrl and ApiKey, so there is nothing to try.',
    ]);
  });
});
