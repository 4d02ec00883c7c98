import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkAws } from './check-aws.ts';
import { evaluationService } from './check-config.ts';
import { deploy } from './deploy.ts';

const code = await deploy(process.argv.slice(2), {
  check: () => checkAws(evaluationService(), console.log),
  cdk: async (args) => {
    const [exitCode] = (await once(spawn('cdk', args, { stdio: 'inherit' }), 'exit')) as [number | null];
    return exitCode ?? 1;
  },
  say: console.error,
});
process.exit(code);
