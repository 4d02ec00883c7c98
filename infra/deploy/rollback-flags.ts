import type { DeployedStack, StackService } from './stack-service.ts';

/** Minutes for which CloudFormation looks at the alarms after an update: twice their period. */
const WATCH_MINUTES = 10;

/** Says to the CDK that no alarm rolls back. What is not said stays as it was, and an alarm that is gone fails the update. */
const none = ['--rollback-trigger-alarm-arns', 'none'];

/**
 * The flags by which CloudFormation rolls an update back when one of the alarms that the stack names is raised. A stack that
 * names none, and one whose alarms somebody deleted, is updated without.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-rollback-triggers.html
 * @throws Error an alarm is raised already, so that CloudFormation would refuse the update
 */
export async function rollbackFlags(
  { outputs }: DeployedStack,
  service: Pick<StackService, 'alarms'>,
  say: (line: string) => void,
): Promise<string[]> {
  const arns = (outputs['RollbackAlarms'] ?? '').split(' ').filter((arn) => arn !== '');
  if (arns.length === 0) return none;
  const alarms = await service.alarms(arns);
  const raised = alarms.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
  if (raised.length > 0) {
    throw new Error(
      `${raised.join(' and ')} is in alarm, and CloudFormation updates nothing by it. infra/aws/README.md says what the alarm ` +
        `means; if this deployment is what ends it: npm run deploy -- ${none.join(' ')}`,
    );
  }
  const missing = arns.filter((arn) => !alarms.some((alarm) => alarm.arn === arn));
  if (missing.length > 0) {
    say(`Without rolling back by alarms, since there is no ${missing.join(' and no ')} any more.`);
    return none;
  }
  say(`For ${WATCH_MINUTES} minutes after the update it is rolled back if one of these is raised: ${names(alarms)}.`);
  return [
    ...arns.flatMap((arn) => ['--rollback-trigger-alarm-arns', arn]),
    ...['--monitoring-time-minutes', `${WATCH_MINUTES}`],
  ];
}

function names(alarms: readonly { readonly name: string }[]): string {
  return alarms.map(({ name }) => name).join(', ');
}
