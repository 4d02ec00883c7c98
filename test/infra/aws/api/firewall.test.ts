import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Firewall } from '../../../../infra/aws/api/firewall.ts';
import { at, listOf } from '../../../support/template/template.ts';

const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'snipstream-test');
new Firewall(stack, 'Firewall', { apiArn: 'arn:aws:appsync:us-east-1:1:apis/x', requestsPerAddress: 1_000 });
const template = Template.fromStack(stack);
const [acl] = Object.values(template.findResources('AWS::WAFv2::WebACL'));
const rules = listOf(at(acl, 'Properties', 'Rules'));

const signature = 'AWS4-HMAC-SHA256 Credential=AKIA/20261125/us-east-1/appsync/aws4_request';

describe('the firewall', () => {
  it('counts each address over 5 minutes, and grants signers 20 times what a stranger may ask', () => {
    const limits = rules.map((rule) => {
      const { Limit, EvaluationWindowSec, AggregateKeyType } = rateOf(rule);
      return [at(rule, 'Name'), Limit, EvaluationWindowSec, AggregateKeyType, at(rule, 'Action')];
    });
    expect(limits).toEqual([
      ['snipstream-test-strangers', 1_000, 300, 'IP', { Block: {} }],
      ['snipstream-test-signed', 20_000, 300, 'IP', { Block: {} }],
    ]);
  });

  it.each([
    ['a caller with an API key', { 'x-api-key': 'da2-x' }, 'strangers'],
    ['a user with a token', { authorization: 'eyJraWQiOi' }, 'strangers'],
    ['a caller with nothing', {}, 'strangers'],
    ['a signed call', { authorization: signature }, 'signed'],
    ['a made-up signature beside an API key', { authorization: signature, 'x-api-key': 'da2-x' }, 'strangers'],
    ['a signature that is not at the start', { authorization: `x ${signature}` }, 'strangers'],
    ['a signed call with an empty API key', { authorization: signature, 'x-api-key': '' }, 'signed'],
  ])('counts %s once', (_, headers, rule) => {
    const counting = rules.filter((one) => matches(rateOf(one)['ScopeDownStatement'], headers));
    expect(counting.map((one) => at(one, 'Name'))).toEqual([`snipstream-test-${rule}`]);
  });

  it('names its metrics after the stack, so that stages do not mix', () => {
    const names = [acl, ...rules].map(
      (one) => at(one, 'VisibilityConfig', 'MetricName') ?? at(one, 'Properties', 'VisibilityConfig', 'MetricName'),
    );
    expect(names).toEqual(['snipstream-test', 'snipstream-test-strangers', 'snipstream-test-signed']);
    // WAF's own rule for them.
    for (const name of names) expect(name).toMatch(/^(?!All$|Default_Action$)[\w-]{1,128}$/);
  });
});

function rateOf(rule: unknown): Record<string, unknown> {
  return at(rule, 'Statement', 'RateBasedStatement') as Record<string, unknown>;
}

/** Whether WAF would match a request with these headers: no statement matches all, a header that is not there nothing. */
function matches(statement: unknown, headers: Readonly<Record<string, string>>): boolean {
  if (statement === undefined) return true;
  const [[kind, inside] = ['', undefined]] = Object.entries(statement as object) as [string, unknown][];
  if (kind === 'NotStatement') return !matches(at(inside, 'Statement'), headers);
  if (kind === 'AndStatement') return listOf(at(inside, 'Statements')).every((one) => matches(one, headers));
  const value = headers[String(at(inside, 'FieldToMatch', 'SingleHeader', 'Name'))];
  if (value === undefined) return false;
  if (kind === 'ByteMatchStatement' && at(inside, 'PositionalConstraint') === 'STARTS_WITH') {
    return value.startsWith(String(at(inside, 'SearchString')));
  }
  if (kind === 'SizeConstraintStatement' && at(inside, 'ComparisonOperator') === 'GT') {
    return Buffer.byteLength(value) > Number(at(inside, 'Size'));
  }
  throw new Error(`This test does not know the statement ${kind}.`);
}
