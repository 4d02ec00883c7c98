import type { Command } from '../command/read-flags.ts';
import { runCommand } from '../command/run-command.ts';
import { checkAws } from './check-aws.ts';
import { evaluationService } from './check-config.ts';

const command: Command<Record<never, never>> = {
  typed: 'npm run check:aws --',
  script: 'check:aws',
  flags: {},
  usage: `npm run check:aws

Compares what AppSync makes of the code that is to be deployed with what this machine makes of it. It deploys nothing, and
needs credentials as the AWS SDKs find them; AWS_REGION says where, us-east-1 when left out.

  -h, --help   this text
  --version    which version this is`,
};

const code = await runCommand(command, process.argv.slice(2), process.env, async () =>
  (await checkAws(evaluationService(process.env), console.log)) ? 0 : 1,
);
process.exit(code);
