import { describe, expect, it } from 'vitest';
import { deploy } from '../../../infra/check/deploy.ts';

async function run(args: readonly string[], mayBeDeployed: boolean, env: NodeJS.ProcessEnv = {}, exitCode = 7) {
  const done: string[] = [];
  const code = await deploy(args, env, {
    check: async () => {
      done.push('check');
      return mayBeDeployed;
    },
    cdk: async (given) => {
      done.push(given.join(' '));
      return exitCode;
    },
    publish: async () => void done.push('publish'),
    say: () => undefined,
  });
  return { code, done };
}

const cdk = 'deploy --strict --outputs-file dist/outputs.json';

describe('npm run deploy', () => {
  it('checks on AWS first, and hands on the arguments and the exit code', async () => {
    expect(await run(['-c', 'stage=prod'], true)).toEqual({ code: 7, done: ['check', `${cdk} -c stage=prod`] });
  });

  it('deploys nothing when AppSync would answer otherwise', async () => {
    expect(await run([], false)).toEqual({ code: 1, done: ['check'] });
  });

  it('puts the page where it belongs once the stack is deployed, and not before', async () => {
    expect(await run([], true, {}, 0)).toEqual({ code: 0, done: ['check', cdk, 'publish'] });
    expect((await run([], true, {}, 1)).done).toEqual(['check', cdk]);
  });

  it('leaves the check out when told so', async () => {
    expect(await run(['--no-check', '-c', 'stage=prod'], false)).toEqual({ code: 7, done: [`${cdk} -c stage=prod`] });
  });

  it.each([
    [
      { npm_config_call: 'stage=prod' },
      'npm kept "-c stage=prod" for itself. Say -- before it, as in: npm run deploy -- -c stage=prod',
    ],
    [
      { npm_config_context: 'true' },
      'npm kept --context for itself. Say -- before it, as in: npm run deploy -- -c SETTING=VALUE',
    ],
    [{ npm_config_check: '' }, 'npm kept --no-check for itself. Say -- before it, as in: npm run deploy -- --no-check'],
  ])('deploys nothing else than was said: %j', async (kept, sentence) => {
    await expect(run([], true, { npm_lifecycle_event: 'deploy', ...kept })).rejects.toThrow(sentence);
    expect(await run([], true, { npm_lifecycle_event: 'ci', ...kept })).toMatchObject({ code: 7 });
  });
});
