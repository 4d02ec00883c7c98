import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { bundlePage } from '../bundle-page.ts';
import { inOneLine } from '../command/in-one-line.ts';
import { answerTo } from '../command/run-command.ts';
import { bucketOnAws, publishDeployed } from '../page/publish-deployed.ts';
import { checkAws } from './check-aws.ts';
import { evaluationService } from './check-config.ts';
import { deploy, OUTPUTS_FILE, usage } from './deploy.ts';

const given = process.argv.slice(2);
const asksFor =
  given.includes('-h') || given.includes('--help') ? 'help' : given.includes('--version') ? 'version' : null;
if (asksFor) console.log(answerTo(asksFor, { usage }));
process.exit(asksFor ? 0 : await deployed());

/** @returns the exit code */
async function deployed(): Promise<number> {
  try {
    return await deploy(given, process.env, {
      check: () => checkAws(evaluationService(process.env), console.log),
      cdk: async (args) => {
        const [exitCode] = (await once(spawn('cdk', args, { stdio: 'inherit' }), 'exit')) as [number | null];
        return exitCode ?? 1;
      },
      publish: async () =>
        publishDeployed(await readFile(OUTPUTS_FILE, 'utf8'), {
          files: bundlePage,
          bucketOf: bucketOnAws,
          say: console.log,
        }),
      say: console.error,
    });
  } catch (error) {
    console.error(`snipstream: ${inOneLine(error)}`);
    return 1;
  }
}
