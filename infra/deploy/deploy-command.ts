import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Config } from '../aws/settings/stack-config.ts';
import { readConfig } from '../aws/settings/stack-config.ts';
import { bundlePage } from '../bundle-page.ts';
import { checkAws } from '../check/check-aws.ts';
import { evaluationService } from '../check/check-config.ts';
import { inOneLine } from '../command/in-one-line.ts';
import { refuseKeptSettings } from '../command/kept-by-npm.ts';
import { answerTo } from '../command/run-command.ts';
import { bucketOnAws, publishDeployed } from '../page/publish-deployed.ts';
import { deploy, OUTPUTS_FILE, usage } from './deploy.ts';
import { givenSettings } from './given-settings.ts';
import { stackOnAws } from './stack-on-aws.ts';
import { tryOutputs } from './try-outputs.ts';
import { defaultLooking } from './when-settled.ts';

const given = process.argv.slice(2);
const asksFor =
  given.includes('-h') || given.includes('--help') ? 'help' : given.includes('--version') ? 'version' : null;
if (asksFor) console.log(answerTo(asksFor, { usage }));
process.exit(asksFor ? 0 : await deployed());

/** @returns the exit code */
async function deployed(): Promise<number> {
  try {
    refuseKeptSettings(process.env);
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const region = AWS_REGION || AWS_DEFAULT_REGION || (await regionOfProfile());
    const cdkJson = await readFile('cdk.json', 'utf8');
    const config = (args: readonly string[]): Config => readConfig(givenSettings(args, cdkJson), region, new Date());
    const chosen = config(given);
    return await deploy(given, {
      config,
      ask: stdin.isTTY && stdout.isTTY ? askAtTerminal : undefined,
      check: () => checkAws(evaluationService(process.env), console.log),
      stack: stackOnAws(`snipstream-${chosen.stage}`, chosen.region),
      looking: defaultLooking,
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
      tryApi: (outputs) => tryOutputs(outputs, console.log),
      say: console.error,
    });
  } catch (error) {
    console.error(`snipstream: ${inOneLine(error)}`);
    return 1;
  }
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** The region that the profile of the credentials names, if it names one. */
async function regionOfProfile(): Promise<string | undefined> {
  return new CloudFormationClient({}).config.region().catch(() => undefined);
}
