import { beforeAll, describe, expect, it } from 'vitest';
import { bundleResolvers } from '../../infra/bundle.ts';
import { createUnitResolver } from '../../infra/local/appsync/resolving/resolve.ts';
import { noneSource } from '../../infra/local/appsync/sources/data-source.ts';
import { offeredModel } from '../../infra/offered-model.ts';
import type { ResolverSettings } from '../../resolvers/request/resolver-settings.ts';
import { settingsOf } from '../../resolvers/request/resolver-settings.ts';
import type { ResolverVariables } from '../../resolvers/settings-variables.ts';
import { settingsVariables } from '../../resolvers/settings-variables.ts';
import { resolverInput } from '../support/hosts/resolver-call.ts';
import { noQuotas } from '../../infra/quotas-setting.ts';

const arns = Array.from(
  { length: 10 },
  (_, index) =>
    `arn:aws:bedrock:ap-southeast-${index}:123456789012:application-inference-profile/${`${index}`.repeat(50)}`,
);

const settingsWith = (models: string[]): ResolverSettings => ({
  ...{ leaseMs: 45_000, expectedMs: 5_700_000, claimMs: 960_000, fileDays: 0, maxAttempts: 3, quotas: noQuotas },
  models: models.map((id) => offeredModel({ id, behind: 'zai.glm-5' }, 'eu-west-1')),
  defaultModel: models[0] ?? '',
});

describe('The settings of the resolvers', () => {
  let code: string;
  beforeAll(async () => {
    code = (await bundleResolvers())['Query.models'];
  });

  async function modelsTold(env: ResolverVariables): Promise<string[]> {
    const { value } = await createUnitResolver({ name: 'Query.models', code, source: noneSource, env }).resolve(
      resolverInput(),
    );
    return (value as { id: string }[]).map(({ id }) => id);
  }

  it('reach the deployed code whole, also with ten long names of models', async () => {
    const variables = settingsVariables(settingsWith(arns), 'Snippets');
    expect(Object.keys(variables)).toEqual(['TABLE', ...[1, 2, 3, 4, 5, 6].map((number) => `SETTINGS_0${number}`)]);
    expect(Math.max(...Object.values(variables).map((value) => value.length))).toBe(512);
    expect(await modelsTold(variables)).toEqual(arns);
  });

  it('are put together by their numbers, in whatever order the variables come', async () => {
    const variables = settingsVariables(settingsWith(Array.from({ length: 5 }, () => arns).flat()), 'Snippets');
    const pieces = Object.keys(variables).length - 1;
    expect(pieces).toBeGreaterThan(10);
    expect(await modelsTold(Object.fromEntries(Object.entries(variables).reverse()))).toHaveLength(50);
  });

  it('are ASCII, because AppSync may count bytes, and read back as they were', () => {
    const settings = settingsWith(['modèle-😀']);
    const variables = settingsVariables(settings, 'Snippets');
    expect(Object.values(variables).join('')).toMatch(/^[\x20-\x7e]+$/);
    expect(settingsOf(variables)).toEqual(settings);
  });

  it('refuse what only a deployment knows, which would be cut in two', () => {
    expect(() => settingsVariables(settingsWith(['${Token[TOKEN.42]}']), 'Snippets')).toThrow(
      'The settings of the resolvers hold a value that only a deployment knows',
    );
  });

  it('refuse to be longer than the variables of an API hold together', () => {
    expect(() => settingsVariables(settingsWith(['m'.repeat(26_000)]), 'Snippets')).toThrow(
      /are 52\d{3} characters long; allowed are 25088\.$/,
    );
  });
});
