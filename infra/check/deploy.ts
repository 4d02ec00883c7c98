import { refuseKeptSettings } from '../command/kept-by-npm.ts';

export const usage = `npm run deploy -- [--no-check] [-c SETTING=VALUE …] [what else cdk deploy takes]

Compares what AppSync makes of the code with what this machine makes of it, as npm run check:aws does, then deploys. The
README lists the settings.

  --no-check   deploys without the comparison
  -h, --help   this text
  --version    which version this is`;

/** What a deployment is made of. */
export interface DeployParts {
  /** Compares the code on AWS with the code here. @returns whether it may be deployed */
  readonly check: () => Promise<boolean>;
  /** Runs the CDK's command line. @returns its exit code */
  readonly cdk: (args: readonly string[]) => Promise<number>;
  /** Puts the page where the stack that was deployed has a place for it. */
  readonly publish: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Where the CDK writes the outputs of what it deployed. */
export const OUTPUTS_FILE = 'dist/outputs.json';

const SKIP = '--no-check';

/**
 * Deploys what AppSync makes of as this machine does: checks first, unless told `--no-check`, and stops when something
 * differs. Everything else is handed on to `cdk deploy`. The page follows the stack.
 * @returns the exit code
 * @throws KeptByNpm something else would be deployed than was said
 */
export async function deploy(
  given: readonly string[],
  env: NodeJS.ProcessEnv,
  { check, cdk, publish, say }: DeployParts,
): Promise<number> {
  refuseKeptSettings(env);
  if (!given.includes(SKIP) && !(await check())) {
    say(`Nothing was deployed. Report what differs, or deploy all the same with npm run deploy -- ${SKIP}.`);
    return 1;
  }
  const rest = given.filter((arg) => arg !== SKIP);
  const code = await cdk(['deploy', '--strict', '--outputs-file', OUTPUTS_FILE, ...rest]);
  if (code === 0) await publish();
  return code;
}
