import { pascalCase } from '../../../infra/aws/names.ts';
import { failures } from '../../../schema/failure-codes.ts';
import type { Check } from './template-checks.ts';
import { at, listOf, ofType, plain, propertiesOf } from './template.ts';

/** Somebody hears of it when snippets fail, wait or are held back; all there is to see stands on one page. */
export const watchFaults: Check = ({ template, config }, { functions }) => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const watched = alarms.map((alarm) => {
    const dimensions = listOf(alarm['Dimensions']).map((dimension) => plain(at(dimension, 'Value')));
    return [alarm['Namespace'], alarm['MetricName'], ...dimensions].join(' ');
  });
  const stack = `snipstream-${config.stage}`;
  const operational = Object.keys(failures).filter((code) =>
    /ACCESS|THROTTLED|UNAVAILABLE|STORAGE|WORKER_F/.test(code),
  );
  const needed = [
    ...operational.map((code) => `Snipstream Failures ${code} ${stack}`),
    ...Object.keys(functions).map((name) => `AWS/Lambda Throttles \${Functions${pascalCase(name)}Function}`),
    'AWS/Lambda AsyncEventAge ${FunctionsGenerateSnippetFunction}',
    'AWS/SQS ApproximateNumberOfMessagesVisible ${FailuresDeadLetters.QueueName}',
    'AWS/AppSync 5XXError ${ApiGraphqlApi.ApiId}',
  ];
  const told = alarms.filter((alarm) => listOf(alarm['AlarmActions']).length === 1).length;
  const page = String(plain(propertiesOf(template, 'AWS::CloudWatch::Dashboard')['DashboardBody']));
  const metrics = ['Generations', 'Failures', 'TimeToFirstPart', 'Duration', 'InputTokens', 'OutputTokens'];
  return [
    ...needed.filter((metric) => !watched.includes(metric)).map((metric) => `nobody watches ${metric}`),
    ...(told === (config.alarmEmail ? alarms.length : 0) ? [] : [`${told} of ${alarms.length} alarms tell somebody`]),
    ...metrics.filter((name) => !page.includes(`"Snipstream","${name}"`)).map((name) => `the page lacks ${name}`),
    ...Object.keys(failures)
      .filter((code) => !page.includes(code))
      .map((code) => `the page lacks ${code}`),
    ...(config.price && !page.includes('USD') ? ['the page lacks the cost'] : []),
  ];
};
