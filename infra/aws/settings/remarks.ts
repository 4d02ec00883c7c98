import { takesBudgets } from '../watch/account-budget.ts';
import type { Config } from './stack-config.ts';
import { isProduction } from './stack-config.ts';

/** What is worth a word though it may be deployed: sentences for whoever deploys. */
export function remarksOn(config: Pick<Config, 'stage' | 'alarmEmail' | 'accountBudget' | 'region'>): string[] {
  const { stage, alarmEmail, accountBudget, region } = config;
  const untold = isProduction(stage) && alarmEmail === undefined;
  const noBudget = !!alarmEmail && accountBudget > 0 && !takesBudgets(region);
  return [
    ...(untold ? [`Nobody is told of the alarms of ${stage}: say who, with -c alarmEmail=you@example.com.`] : []),
    ...(noBudget
      ? [`CloudFormation has no budgets in ${region}, so the stack has none: infra/aws/README.md says how to make one.`]
      : []),
  ];
}
