import { beforeAll, describe, expect, it } from 'vitest';
import { bundleResolvers } from '../../../../infra/bundle.ts';
import type { AppSyncApi } from '../../../../infra/local/appsync/execution/appsync-api.ts';
import { offeredModel } from '../../../../infra/offered-model.ts';
import { createLocalApi } from '../../../../infra/local/wiring/local-api.ts';
import { noQuotas } from '../../../../infra/quotas-setting.ts';

const ID = '0198a1b2-0000-4000-8000-000000000001';
const unused = (): never => {
  throw new Error('No function is called here.');
};

describe('the API of a host, without the rest of the host', () => {
  let api: AppSyncApi;
  const models = ['one', 'two'].map((id) => offeredModel({ id, behind: id }, 'us-east-1'));
  const table = { dynamodb: { call: unused }, name: 'none' };
  beforeAll(async () => {
    api = createLocalApi({
      codes: await bundleResolvers(),
      settings: {
        leaseMs: 1,
        expectedMs: 1,
        claimMs: 1,
        fileDays: 0,
        maxAttempts: 1,
        quotas: noQuotas,
        models,
        defaultModel: 'two',
      },
      subscribers: { publish: unused },
      ...{ table, functions: { invoke: unused, warm: unused, terminate: unused, retire: unused, close: unused } },
      ...{ events: { send: unused, start: unused, close: unused, found: [] }, tokenSecret: 'secret' },
    });
  });

  async function answer(query: string, principal?: string) {
    const caller = principal
      ? { mode: 'AWS_IAM' as const, principal, identity: {} }
      : { mode: 'API_KEY' as const, identity: null };
    const { body } = await api.execute({ query, caller, headers: {}, domainName: null });
    return body as { data: unknown; errors?: { errorType: string; message: string }[] };
  }

  it('tells its resolvers of the settings', async () => {
    expect(await answer('{ models { id isDefault } }')).toEqual({
      data: {
        models: [
          { id: 'one', isDefault: false },
          { id: 'two', isDefault: true },
        ],
      },
    });
  });

  it('lets its functions alone call the internal fields', async () => {
    const { errors } = await answer(`{ snippetStatus(id: "${ID}") }`, 'backend');
    expect(errors?.map(({ errorType }) => errorType)).toEqual(['Unauthorized']);
  });
});
