import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnippetItem } from '../../resolvers/item/snippet-item.ts';
import { deletionItems } from '../../schema/limits/request-limits.ts';
import type { ResolverStage } from '../support/hosts/resolver-stage.ts';
import { openResolverStage } from '../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';

interface Step {
  deleteAllSnippets: { deleted: number; done: boolean } | null;
}

describe.each(runtimeNames)('deleting everything of an owner, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  beforeAll(async () => {
    stage = await openResolverStage(runtimes[runtime]);
  });
  beforeEach(() => {
    stage.invoked.length = 0;
  });
  afterAll(() => stage.snippets.close());

  const step = async () => stage.ask<Step>('mutation { deleteAllSnippets { deleted done } }');
  const removed = (): unknown[] =>
    stage.invoked.flatMap(({ name, payload }) =>
      name === 'snippet-file' ? (payload as { removeAll: unknown[] }).removeAll : [],
    );
  const seedAll = (states: Partial<SnippetItem>[]): Promise<string[]> =>
    Promise.all(states.map((state) => stage.seed(state)));

  it('removes rows and files in steps of at most 25, until there is nothing', async () => {
    const ids = await seedAll(Array.from({ length: deletionItems + 3 }, () => ({ status: 'COMPLETED' as const })));
    expect((await step()).data?.deleteAllSnippets).toEqual({ deleted: deletionItems, done: false });
    expect((await step()).data?.deleteAllSnippets).toEqual({ deleted: 3, done: false });
    expect((await step()).data?.deleteAllSnippets).toEqual({ deleted: 0, done: true });
    expect(removed().sort()).toEqual(ids.map((id) => `code-output/2026-11-23/x-${id}.py`).sort());
    for (const id of ids) expect(await stage.snippets.get(id)).toBeUndefined();
  });

  it("leaves every other owner's", async () => {
    const [others = ''] = await seedAll([{ owner: 'somebody', ownerLanguage: 'somebody#PYTHON' }]);
    expect((await step()).data?.deleteAllSnippets).toEqual({ deleted: 0, done: true });
    expect(stage.invoked).toEqual([]);
    expect(await stage.snippets.get(others)).toMatchObject({ id: others });
  });

  it('looks once more for the file of what was at work, whose worker then finds nothing to complete', async () => {
    const [working = ''] = await seedAll([{ status: 'GENERATING', attempt: 'a', lease: stage.clock.now + 1_000 }]);
    await step();
    const file = `code-output/2026-11-23/x-${working}.py`;
    expect(removed()).toEqual([file, file]);
    const attempt = '3f9a2c1e-0000-4000-8000-000000000000';
    const completion = { id: working, attempt, sequence: 2, model: 'm', truncated: false };
    expect((await stage.call('completeSnippet', completion)).errorType).toBe('NotFound');
  });

  it('keeps the snippets when the files cannot be removed, and removes both when it is repeated', async () => {
    const [id = ''] = await seedAll([{ status: 'COMPLETED' }]);
    stage.failing.add('snippet-file');
    const refused = await step();
    stage.failing.clear();
    expect(refused).toMatchObject({
      errorType: 'InternalFailure',
      message: 'The files could not be removed; the snippets are still there. Call again.',
    });
    expect(await stage.snippets.get(id)).toMatchObject({ id });
    expect((await step()).data?.deleteAllSnippets).toEqual({ deleted: 1, done: false });
    expect(await stage.snippets.get(id)).toBeUndefined();
  });
});

describe('a file whose days are over', () => {
  it('has no link any more, from the moment at which S3 may remove it; the code stays', async () => {
    const stage = await openResolverStage();
    try {
      const storedAt = stage.clock.now;
      const completedAt = new Date(storedAt).toISOString();
      const id = await stage.seed({ status: 'COMPLETED', completedAt, updatedAt: completedAt });
      const asked = async (): Promise<number> => {
        stage.invoked.length = 0;
        const query = 'query($id: ID!) { snippet(id: $id) { code downloadUrl } }';
        const { data } = await stage.ask<{ snippet: object }>(query, { id });
        expect(data?.snippet).toMatchObject({ code: 'abcd' });
        return stage.invoked.length;
      };
      stage.clock.now = storedAt + 30 * 86_400_000 - 1;
      expect(await asked(), 'a link is made').toBe(1);
      stage.clock.now += 1;
      expect(await asked(), 'none is').toBe(0);
    } finally {
      await stage.snippets.close();
    }
  });
});
