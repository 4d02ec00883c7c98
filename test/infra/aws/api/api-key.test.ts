import { App, Stack } from 'aws-cdk-lib';
import { Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Template } from 'aws-cdk-lib/assertions';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ApiKey } from '../../../../infra/aws/api/api-key.ts';
import { apiKeyPeriod } from '../../../../infra/aws/api/api-key-period.ts';

const DAY = 86_400_000;
const schema = fileURLToPath(new URL('../../../../schema/appsync.graphql', import.meta.url));

interface Key {
  readonly Properties: { readonly Expires: number };
  readonly DeletionPolicy: string;
}

/** The keys of a template that is made at this moment, by their logical ids. */
function keysAt(now: Date): Record<string, Key> {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'snipstream-test');
  const api = new GraphqlApi(stack, 'Api', { name: 'test', definition: Definition.fromFile(schema) });
  api.node.tryRemoveChild('DefaultApiKey');
  new ApiKey(stack, 'Key', { api, period: apiKeyPeriod(now) });
  return Template.fromStack(stack).findResources('AWS::AppSync::ApiKey') as Record<string, Key>;
}

/** First and last moments of months over the two years after 0.2.0, in all halves that they have. */
const deployDates = Array.from({ length: 12 }, (_, index) => index * 2).flatMap((month) => [
  new Date(Date.UTC(2026, 10 + month, 1)),
  new Date(Date.UTC(2026, 11 + month, 0, 23, 59, 59)),
]);

describe('The API key', () => {
  it('is tried on 24 dates in five halves', () => {
    expect(deployDates).toHaveLength(24);
    expect(new Set(deployDates.map((date) => apiKeyPeriod(date).name)).size).toBe(5);
  });

  it.each(deployDates)('of a stack that is new on %s is one that AppSync makes and keeps for months', (now) => {
    const keys = Object.values(keysAt(now));
    expect(keys).toHaveLength(1);
    const days = ((keys[0]?.Properties.Expires ?? 0) * 1_000 - +now) / DAY;
    // AppSync's own bounds are 1 and 365 days: https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiKey.html
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThan(337);
  });

  it.each(deployDates)('of a stack of the half before is, on %s, left as it is beside the new one', (now) => {
    const before = keysAt(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 6, 15)));
    const after = keysAt(now);
    expect(Object.keys(after)).not.toEqual(Object.keys(before));
    for (const [id, { DeletionPolicy, Properties }] of Object.entries(before)) {
      expect(Object.keys(after)).not.toContain(id);
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
      // It still works on the first day of the new half, and for five months after it.
      const half = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() < 6 ? 0 : 6, 1));
      expect((Properties.Expires * 1_000 - +half) / DAY).toBeGreaterThan(150);
    }
  });

  it.each(deployDates)('is not touched by another deployment in the half of %s', (now) => {
    const half = now.getUTCMonth() < 6 ? 0 : 6;
    const first = new Date(Date.UTC(now.getUTCFullYear(), half, 1));
    const last = new Date(Date.UTC(now.getUTCFullYear(), half + 6, 0, 23, 59, 59));
    expect(keysAt(first)).toEqual(keysAt(now));
    expect(keysAt(last)).toEqual(keysAt(now));
  });

  it('takes over that of version 0.1.0 in the half in which 0.2.0 comes out, and no other', () => {
    expect(Object.keys(keysAt(new Date('2026-12-31')))).toEqual(['ApiGraphqlApiDefaultApiKeyF8DE2FE1']);
    expect(Object.keys(keysAt(new Date('2027-01-01')))[0]).toMatch(/^Key2027H1/);
  });
});
