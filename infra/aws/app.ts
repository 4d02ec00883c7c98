import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { KeptByNpm, refuseKeptSettings } from '../command/kept-by-npm.ts';
import { bundleFunctions, bundleResolvers } from '../bundle.ts';
import { readConfig } from './settings/stack-config.ts';
import { remarksOn } from './settings/remarks.ts';
import { sizesOf, writeFunctionAssets } from './lambda/function-assets.ts';
import { WrongSetting } from './settings/settings.ts';
import { SnipstreamStack } from './stack.ts';

const app = new App();
try {
  refuseKeptSettings(process.env);
  const config = readConfig(app.node.getAllContext(), process.env['CDK_DEFAULT_REGION'], new Date());
  const [resolverCodes, functionCodes] = await Promise.all([bundleResolvers(), bundleFunctions()]);
  console.error(sizesOf(functionCodes));
  for (const remark of remarksOn(config)) console.error(remark);
  const functionFolders = writeFunctionAssets(functionCodes, 'dist/functions');
  new SnipstreamStack(app, { config, resolverCodes, functionFolders });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
} catch (error) {
  if (!(error instanceof WrongSetting || error instanceof KeptByNpm)) throw error;
  console.error(error.message);
  process.exit(1);
}
