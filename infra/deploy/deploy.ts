import type { Config } from '../aws/settings/stack-config.ts';
import { isProduction } from '../aws/settings/stack-config.ts';
import { inOneLine } from '../command/in-one-line.ts';
import { failedResources } from './failed-resources.ts';
import { rollbackFlags } from './rollback-flags.ts';
import type { DeployedStack, StackService } from './stack-service.ts';
import type { Looking } from './when-settled.ts';
import { whenSettled } from './when-settled.ts';

export const usage = `npm run deploy -- [--no-check] [--no-test] [-c SETTING=VALUE …] [what else cdk deploy takes]

Compares what AppSync makes of the code with what this machine makes of it, as npm run check:aws does, deploys, and tries what
was deployed, as npm run test:deployed does. From the second deployment on it is rolled back when an alarm is raised or
the trial fails. infra/aws/README.md lists the settings.

  --no-check   deploys without the comparison
  --no-test    deploys without the trial, which costs one generation by the cheapest model
  -h, --help   this text
  --version    which version this is`;

/** What a deployment is made of. */
export interface DeployParts {
  /** What was chosen, by the arguments. @throws WrongSetting */
  readonly config: (args: readonly string[]) => Pick<Config, 'stage' | 'alarmEmail'>;
  /** Asks whoever sits at the terminal; undefined when nobody does. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Compares the code on AWS with the code here. @returns whether it may be deployed */
  readonly check: () => Promise<boolean>;
  readonly stack: StackService;
  readonly looking: Looking;
  /** Runs the CDK's command line. @returns its exit code */
  readonly cdk: (args: readonly string[]) => Promise<number>;
  /** Puts the page where the stack that was deployed has a place for it. */
  readonly publish: () => Promise<void>;
  /** Tries an API, and says how each trial went. @returns what failed */
  readonly tryApi: (outputs: DeployedStack['outputs']) => Promise<readonly string[]>;
  readonly say: (line: string) => void;
}

/** Where the CDK writes the outputs of what it deployed. */
export const OUTPUTS_FILE = 'dist/outputs.json';

const OWN_FLAGS = ['--no-check', '--no-test'];

/**
 * Deploys what AppSync makes of as this machine does, and proves it: see `usage`. What is not known here is handed on to
 * `cdk deploy`. The page follows the stack.
 * @returns the exit code
 * @throws Error nobody said who hears of the alarms of production, or CloudFormation would refuse the update
 */
export async function deploy(given: readonly string[], parts: DeployParts): Promise<number> {
  const { check, stack, say } = parts;
  const args = [...given.filter((arg) => !OWN_FLAGS.includes(arg)), ...(await whoHears(given, parts))];
  if (!given.includes('--no-check') && !(await check())) {
    say('Nothing was deployed. Report what differs, or deploy all the same with npm run deploy -- --no-check.');
    return 1;
  }
  const before = await stack.find();
  const known = before && isUpdatable(before) ? before : undefined;
  const hasFlags = args.some((arg) => arg.startsWith('--rollback-trigger-alarm-arns'));
  const flags = known && !hasFlags ? await rollbackFlags(known, stack, say) : [];
  return deployAndTry([...flags, '--outputs-file', OUTPUTS_FILE, ...args], known, !given.includes('--no-test'), parts);
}

async function deployAndTry(
  args: readonly string[],
  before: DeployedStack | undefined,
  tries: boolean,
  { stack, looking, cdk, publish, tryApi, say }: DeployParts,
): Promise<number> {
  const since = new Date();
  const over = new AbortController();
  const running = cdk(['deploy', '--strict', ...args]).finally(() => over.abort());
  const beside = before && tries ? tryBeside(before, since, over.signal, { stack, looking, tryApi, say }) : undefined;
  beside?.catch((error: unknown) => say(`The update cannot be watched: ${inOneLine(error)}`));
  const code = await running;
  const failed = await beside?.catch(() => undefined);
  if (code !== 0) {
    const reasons = failedResources(await stack.events(since));
    say(['The deployment failed.', ...reasons].join('\n  '));
    return code;
  }
  await publish();
  const { outputs = {} } = (tries && failed === undefined ? await stack.find() : undefined) ?? {};
  const lastly = failed ?? (tries ? await tryApi(outputs) : []);
  if (lastly.length === 0) return 0;
  say(['It is deployed, and does not do what it should:', ...lastly].join('\n  '));
  say('To go back, deploy the version before. infra/aws/README.md says what to look at.');
  return 1;
}

/**
 * Tries the new version while CloudFormation looks at the alarms and can still go back; addresses and key are those from
 * before. A trial during which something was changed tells nothing, and is made again.
 * @returns what failed; undefined when the update ended before it could be tried
 */
async function tryBeside(
  { outputs }: DeployedStack,
  since: Date,
  over: AbortSignal,
  { stack, looking, tryApi, say }: Pick<DeployParts, 'stack' | 'looking' | 'tryApi' | 'say'>,
): Promise<readonly string[] | undefined> {
  for (;;) {
    const latest = await whenSettled(stack, since, over, looking);
    if (latest === undefined) return undefined;
    const failed = await tryApi(outputs);
    if (over.aborted || failed.length === 0) return failed;
    if ((await stack.events(since))[0]?.id !== latest) continue;
    say('What was deployed does not do what it should, so the update is cancelled and rolled back.');
    await stack.cancelUpdate();
    return failed;
  }
}

/** Production has somebody who hears of its alarms, or says that nobody does. @returns the setting, when it was asked for */
async function whoHears(given: readonly string[], { config, ask }: DeployParts): Promise<string[]> {
  const { stage, alarmEmail } = config(given);
  if (!isProduction(stage) || alarmEmail !== undefined) return [];
  const answer = await ask?.(`Who is to hear of the alarms of ${stage}? An e-mail address, or nothing for nobody: `);
  if (answer === undefined) {
    throw new Error(
      `Nobody is said to hear of the alarms of ${stage}: say who, with -c alarmEmail=you@example.com, or -c alarmEmail=none.`,
    );
  }
  const setting = ['-c', `alarmEmail=${answer.trim() || 'none'}`];
  config([...given, ...setting]);
  return setting;
}

/** A stack in the middle of something, or one whose making failed, is left to the CDK, which says so or makes it anew. */
function isUpdatable({ status }: DeployedStack): boolean {
  return /^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE$/.test(status);
}
