import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenFile, frozenSettings } from '../../support/template/frozen-template.ts';
import type { Identities } from '../../support/template/replacements.ts';
import { identitiesOf, replacementsIn } from '../../support/template/replacements.ts';
import type { Synthesized } from '../../support/template/template.ts';
import { synthesize } from '../../support/template/template.ts';

type Change = (one: Identities[string]) => Identities[string] | undefined;

const frozen = JSON.parse(readFileSync(frozenFile, 'utf8')) as Identities;

describe('A deployment over version 0.2.0', () => {
  let stack: Synthesized & { dispose(): void };
  let current: Identities;
  beforeAll(async () => {
    stack = await synthesize(frozenSettings);
    current = identitiesOf(stack.template);
  });
  afterAll(() => stack.dispose());

  const told = (after: Identities) =>
    replacementsIn(frozen, after).map(({ id, why, fatal }) => `${fatal ? 'NEVER ' : ''}${id}: ${why}`);

  it('loses nothing that keeps data, that callers know, or that guards the API', () => {
    const fatal = replacementsIn(frozen, current).filter((one) => one.fatal);
    const rule =
      'Such a resource stays under its logical id with these properties. What has to go leaves in two deployments: the new ' +
      'one is added and filled first, and the old one goes with a later version.';
    expect(fatal, rule).toEqual([]);
  });

  it('makes nothing else anew than is listed here', () => {
    expect(told(current), 'Before 0.2.0 is released, `npm run freeze:template` writes down what it deploys.').toEqual(
      [],
    );
  });

  const changed = (find: RegExp, change: Change) => (): Identities => {
    const entries = Object.entries(current).flatMap(([id, one]) => {
      if (!find.test(id)) return [[id, one] as const];
      const other = change(one);
      return other ? [[id, other] as const] : [];
    });
    return Object.fromEntries(entries);
  };
  const withProperty = (name: string, value: unknown) => (one: Identities[string]) => ({
    ...one,
    properties: { ...one.properties, [name]: value },
  });

  it.each([
    [
      'a table with another key',
      changed(/^StorageSnippets/, withProperty('KeySchema', [])),
      /^NEVER StorageSnippets\w+: another KeySchema$/,
    ],
    [
      'a bucket that is gone',
      changed(/^StorageFiles[0-9A-F]{8}$/, () => undefined),
      /^NEVER StorageFiles\w+: gone from the template$/,
    ],
    [
      'a user pool of another type',
      changed(/^UsersPool[0-9A-F]{8}$/, (one) => ({ ...one, type: 'AWS::S3::Bucket' })),
      /^NEVER UsersPool\w+: AWS::Cognito::UserPool is now/,
    ],
    [
      'a firewall with a name',
      changed(/^FirewallAcl/, withProperty('Name', 'x')),
      /^NEVER FirewallAcl\w*: another Name$/,
    ],
    [
      'a dashboard with a name',
      changed(/^Dashboard/, withProperty('DashboardName', 'x')),
      /^Dashboard\w+: another DashboardName$/,
    ],
  ])('is told of %s', (_, after, sentence) => {
    expect(told(after())).toEqual([expect.stringMatching(sentence)]);
  });

  it('is told of a resolver under another id, beside which AppSync would not take it', () => {
    const [id = '', resolver] = Object.entries(current).find(([, { type }]) => type === 'AWS::AppSync::Resolver') ?? [];
    if (!resolver) throw new Error('There is no resolver.');
    const { [id]: _, ...others } = current;
    expect(told({ ...others, Renamed: resolver })).toEqual([
      `NEVER ${id}: gone, and Renamed has its field: AppSync takes one resolver for a field`,
    ]);
  });

  it('refuses to judge a type that it does not know', () => {
    const template = { ...stack.template, Resources: { X: { Type: 'AWS::EC2::VPC', Properties: {} } } };
    expect(() => identitiesOf(template)).toThrow('What makes a resource of the type AWS::EC2::VPC anew stands nowhere');
  });
});
