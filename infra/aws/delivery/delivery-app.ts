import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { WrongSetting } from '../settings/settings.ts';
import { readDeliveryConfig } from './delivery-config.ts';
import { DeliveryStack } from './delivery-stack.ts';

const app = new App();
try {
  new DeliveryStack(app, readDeliveryConfig(app.node.getAllContext(), process.env['CDK_DEFAULT_REGION']));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
} catch (error) {
  if (!(error instanceof WrongSetting)) throw error;
  console.error(error.message);
  process.exit(1);
}
