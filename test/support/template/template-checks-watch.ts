import { pascalCase } from '../../../infra/aws/names.ts';
import { failures } from '../../../schema/failure-codes.ts';
import type { Check } from './template-check.ts';
import { at, listOf, ofType, plain, propertiesOf } from './template.ts';

/** Failures that are not the caller's, so that somebody has to hear of them. */
const worthALook = [
  'MODEL_ACCESS_DENIED',
  'MODEL_NOT_USABLE',
  'MODEL_THROTTLED',
  'MODEL_UNAVAILABLE',
  'MODEL_TIMED_OUT',
  'MODEL_STREAM_INTERRUPTED',
  'STORAGE_FAILED',
  'WORKER_FAILED',
];

/** Somebody hears of it when snippets fail, wait or are held back; all there is to see stands on one page. */
export const watchFaults: Check = ({ template, config }, { functions }) => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const watched = alarms.map((alarm) => {
    const dimensions = listOf(alarm['Dimensions']).map((dimension) => String(plain(at(dimension, 'Value'))));
    return [alarm['Namespace'], alarm['MetricName'], ...dimensions].join(' ');
  });
  const stack = `snipstream-${config.stage}`;
  const needed = [
    ...worthALook.map((code) => `Snipstream Failures ${code} ${stack}`),
    ...Object.keys(functions).map((name) => `AWS/Lambda Throttles \${Functions${pascalCase(name)}Function}`),
    'AWS/Lambda AsyncEventAge ${FunctionsGenerateSnippetFunction}',
    'AWS/SQS ApproximateNumberOfMessagesVisible ${FailuresDeadLetters.QueueName}',
    'AWS/AppSync 5XXError ${ApiGraphqlApi.ApiId}',
    ...(config.firewall
      ? firewallNames(stack).map((name) => `AWS/WAFV2 BlockedRequests ${config.region} ALL ${name}`)
      : []),
  ];
  const told = alarms.filter((alarm) => listOf(alarm['AlarmActions']).length === 1).length;
  const page = String(plain(propertiesOf(template, 'AWS::CloudWatch::Dashboard')['DashboardBody']));
  const metrics = ['Generations', 'Failures', 'TimeToFirstPart', 'Duration', 'InputTokens', 'OutputTokens'];
  const age = alarms.find((alarm) => alarm['MetricName'] === 'AsyncEventAge');
  return [
    ...(age?.['Threshold'] === 300_000 ? [] : ['events may wait longer than 5 minutes and nobody hears of it']),
    ...needed.filter((metric) => !watched.includes(metric)).map((metric) => `nobody watches ${metric}`),
    ...(told === (config.alarmEmail ? alarms.length : 0) ? [] : [`${told} of ${alarms.length} alarms tell somebody`]),
    ...metrics.filter((name) => !page.includes(`"Snipstream","${name}"`)).map((name) => `the page lacks ${name}`),
    ...Object.keys(failures)
      .filter((code) => !page.includes(code))
      .map((code) => `the page lacks ${code}`),
    ...(config.price && !page.includes('USD') ? ['the page lacks the cost'] : []),
  ];
};

/** What WAF may call the ACL in its metrics: by its metric name, or by its own, which CloudFormation makes. */
function firewallNames(stack: string): string[] {
  return [stack, plain({ 'Fn::Select': [0, { 'Fn::Split': ['|', { Ref: 'FirewallAcl' }] }] }) as string];
}
