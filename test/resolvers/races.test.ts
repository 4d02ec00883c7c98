import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DynamodbOperations } from '../../infra/local/dynamodb/dynamodb-calls.ts';
import type { ResolverStage } from '../support/hosts/resolver-stage.ts';
import { openResolverStage } from '../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';

describe.each(runtimeNames)('what happens between two steps of a request, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  beforeAll(async () => {
    stage = await openResolverStage(runtimes[runtime]);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => stage.snippets.close());

  /** Has something happen once, right behind the first call of this operation. */
  function after(operation: keyof DynamodbOperations, happen: () => Promise<unknown> | void): void {
    const { dynamodb } = stage.snippets;
    const call = dynamodb.call.bind(dynamodb);
    let happened = false;
    vi.spyOn(dynamodb, 'call').mockImplementation((async (name: keyof DynamodbOperations, input: never) => {
      const answer = await call(name, input);
      if (name === operation && !happened) {
        happened = true;
        await happen();
      }
      return answer;
    }) as typeof call);
  }

  const mine = 'b0a4a1f4-6a4e-4b8e-9d3c-2f1e0d9c8b7a';
  const ended = { status: 'COMPLETED', lease: 0 } as const;
  const remove = (id: string) => stage.ask('mutation ($id: ID!) { deleteSnippet(id: $id) { id } }', { id });
  it('a snippet whose id was taken anew is not deleted in place of the one that was read', async () => {
    const id = await stage.seed(ended);
    const later = { id, createdAt: '2026-11-25T00:00:00.000Z', status: 'PENDING', owner: 'public' } as const;
    after('GetItem', () => stage.snippets.put(later));
    expect(await remove(id)).toMatchObject({
      errorType: 'Conflict',
      message: `The snippet ${id} is another one now; it was not deleted.`,
    });
    vi.restoreAllMocks();
    expect(await stage.snippets.get(id)).toMatchObject({ status: 'PENDING', createdAt: later.createdAt });
  });

  it('nor is the one that another owner has under that id, though it was made in the same millisecond', async () => {
    const id = await stage.seed(ended);
    const createdAt = new Date(stage.clock.now).toISOString();
    after('GetItem', () => stage.snippets.put({ id, createdAt, status: 'COMPLETED', owner: 'eve' }));
    expect(await remove(id)).toMatchObject({ errorType: 'Conflict' });
  });

  it('a snippet of which another part came in between is not completed without it', async () => {
    const lease = stage.clock.now + 45_000;
    const id = await stage.seed({ attempt: mine, lease, sequence: 3, parts: ['ab', 'cd', 'ef'] });
    const result = { model: 'm', truncated: false, modelCalls: 1 };
    const late = await stage.call('completeSnippet', { id, attempt: mine, sequence: 2, ...result });
    expect(late).toMatchObject({ errorType: 'AttemptLost' });
    expect(await stage.snippets.get(id)).toMatchObject({ status: 'GENERATING' });
    const whole = await stage.call('completeSnippet', { id, attempt: mine, sequence: 3, ...result });
    expect(whole).toMatchObject({ errorType: null, data: { status: 'COMPLETED' } });
  });

  describe('the wait for a snippet', () => {
    const generate = 'mutation { generateCode(language: PYTHON, instruction: "x") { id status } }';
    const waits = () => stage.invoked.filter(({ name }) => name === 'await-snippet').map(({ payload }) => payload);

    it('is as much shorter as the steps before it took, and falls out when they took all of it', async () => {
      for (const [tookMs, waitMs] of [
        [0, 25_000],
        [3_000, 22_000],
        [24_999, 1],
        [25_000, null],
        [40_000, null],
      ] as const) {
        stage.invoked.length = 0;
        after('PutItem', () => void (stage.clock.now += tookMs));
        const { errorType } = await stage.ask(generate);
        vi.restoreAllMocks();
        expect([tookMs, errorType, waits()]).toEqual([
          ...[tookMs, null],
          waitMs === null ? [] : [{ id: expect.any(String), waitMs }],
        ]);
      }
    });
  });
});
