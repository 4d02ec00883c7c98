import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export interface AccountBudgetProps {
  /** USD a month, of the whole account. */
  readonly monthly: number;
  readonly email: string;
}

/**
 * The regions in which CloudFormation knows budgets, by its own lists of November 2026
 * (https://schema.cloudformation.eu-north-1.amazonaws.com/CloudformationSchema.zip has none, for one).
 */
const regions = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];

/** Whether a stack in the region can have a budget. */
export function takesBudgets(region: string): boolean {
  return regions.includes(region);
}

/**
 * A budget of the whole account, without a filter: Bedrock on demand carries no tag of the stack, and models of other makers
 * are billed as services of their own (https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html).
 * Its figures come up to a day late: it tells somebody, and stops nothing.
 */
export class AccountBudget extends Construct {
  constructor(scope: Construct, id: string, { monthly, email }: AccountBudgetProps) {
    super(scope, id);
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    new CfnBudget(this, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthly, unit: 'USD' } },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('ACTUAL', 100), tell('FORECASTED', 100)],
    });
  }
}
