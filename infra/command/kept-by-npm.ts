/** The scripts of package.json that pass their arguments on to the CDK. */
const OF_CDK = ['deploy', 'destroy', 'diff', 'synth'];

/** npm kept a setting of the command line for itself. The message shows the right command line. */
export class KeptByNpm extends Error {
  override readonly name = 'KeptByNpm';

  constructor(what: string, rightly: string) {
    super(`npm kept ${what} for itself. Say -- before it, as in: ${rightly}`);
  }
}

/**
 * Refuses to go on when npm kept settings that were meant for the CDK: `npm run destroy -c stage=prod` destroys the stage
 * `dev`, as `-c` without a `--` before it is npm's own `--call` (https://docs.npmjs.com/cli/v11/commands/npm-exec#call).
 * @throws KeptByNpm
 */
export function refuseKeptSettings(env: NodeJS.ProcessEnv): void {
  const script = env['npm_lifecycle_event'] ?? '';
  if (!OF_CDK.includes(script)) return;
  const call = env['npm_config_call'];
  if (call) throw new KeptByNpm(`"-c ${call}"`, `npm run ${script} -- -c ${call}`);
  if (env['npm_config_context'] !== undefined)
    throw new KeptByNpm('--context', `npm run ${script} -- -c SETTING=VALUE`);
  for (const flag of ['check', 'test']) {
    if (script !== 'deploy' || env[`npm_config_${flag}`] === undefined) continue;
    throw new KeptByNpm(`--no-${flag}`, `npm run deploy -- --no-${flag}`);
  }
}
