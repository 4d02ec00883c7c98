import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../support/template/template.ts';

async function budgetsOf(settings: Record<string, string>): Promise<unknown[]> {
  const stack = await synthesize({ alarmEmail: 'someone@example.com', ...settings });
  stack.dispose();
  const found = Template.fromJSON(stack.template).findResources('AWS::Budgets::Budget');
  return Object.values(found).map(({ Properties }) => Properties);
}

describe('The budget', () => {
  it('is of the whole account, without a filter, since models are billed as services of their own', async () => {
    const subscribers = [{ SubscriptionType: 'EMAIL', Address: 'someone@example.com' }];
    const tell = (NotificationType: string, Threshold: number) => ({
      Notification: { ComparisonOperator: 'GREATER_THAN', NotificationType, Threshold, ThresholdType: 'PERCENTAGE' },
      Subscribers: subscribers.map(({ Address, SubscriptionType }) => ({ Address, SubscriptionType })),
    });
    expect(await budgetsOf({ accountBudget: '250' })).toEqual([
      {
        Budget: { BudgetLimit: { Amount: 250, Unit: 'USD' }, BudgetType: 'COST', TimeUnit: 'MONTHLY' },
        NotificationsWithSubscribers: [tell('ACTUAL', 80), tell('ACTUAL', 100), tell('FORECASTED', 100)],
        ResourceTags: expect.arrayContaining([{ Key: 'application', Value: 'snipstream' }]),
      },
    ]);
  });

  it.each([
    ['nobody is told', { alarmEmail: 'none' }],
    ['none is wanted', { accountBudget: '0' }],
    ['CloudFormation knows none in the region', { region: 'eu-north-1' }],
  ])('is left out where %s', async (_, settings) => {
    expect(await budgetsOf(settings)).toEqual([]);
  });
});
