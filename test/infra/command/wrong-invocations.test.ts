import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { startHostProcess } from '../../support/hosts/host-process.ts';
import { newFolder } from '../../support/hosts/test-host.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs a script of package.json as npm does, without npm. */
async function run(
  script: keyof typeof packageJson.scripts,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string; err: string }> {
  const [program, file = ''] = packageJson.scripts[script].split(' ');
  expect(['tsx', 'node']).toContain(program);
  const loader = program === 'tsx' ? ['--import', 'tsx'] : [];
  const { API_URL: _url, API_KEY: _key, ...rest } = process.env;
  const child = spawn(process.execPath, [...loader, file, ...args], { cwd: root, env: { ...rest, ...env } });
  child.stdin.end();
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  // ParsedFlags when the sources are newer than what was built of them.
  return { code, out, err: err.replace(/^snipstream: building .*\n/, '') };
}

describe('a wrong invocation ends in one line and exit code 1:', () => {
  it.each([
    ['start', ['--prot', '1'], {}, 'There is no flag --prot; did you mean --port?'],
    [
      'start',
      ['--port', '0', '--data', '/dev/null'],
      {},
      '/dev/null cannot be used: it, or a part of its path, is a file',
    ],
    ['start', ['--port', '0', '--data', 'NEW', '--model', 'gpt-4'], {}, 'The model is "gpt-4"; allowed are cookbook'],
    ['generate', ['python'], {}, 'Standard input is empty'],
    ['token', [], {}, 'Say the name of a user, as in: npm run -s token -- alice; or --iam alone.'],
    ['token', ['--iam', 'alice'], {}, 'Say the name of a user'],
    ['token', ['alice', '--data', '/dev/null/x'], {}, '/dev/null/x cannot be used'],
    ['token', ['alice', 'bob'], {}, '"bob" is one word too many.'],
    ['eval', ['--only', 'everything'], {}, '--only is "everything"; allowed are '],
    ['eval', ['--limit', 'few'], {}, '--limit is "few"; allowed is a whole number from 1 to '],
    ['eval', ['--json', '/nowhere/eval.json'], {}, '--json is "/nowhere/eval.json", which cannot be written:'],
    ['eval', ['--url', 'http://127.0.0.1:9/graphql'], {}, 'With --url say --api-key as well.'],
    ['eval', ['--model', 'gpt-4', '--limit', '1'], {}, 'The model is "gpt-4"; allowed are cookbook'],
    ['bench', ['--fulll'], {}, 'There is no flag --fulll; did you mean --full?'],
    ['bench', ['--only', 'everything'], {}, '--only is "everything"; allowed are starts, requests'],
    ['codegen', ['schema'], {}, '"schema" is one word too many.'],
    ['check:aws', ['--region', 'x'], {}, 'There is no flag --region'],
    ['check:aws', [], { AWS_REGION: 'Frankfurt' }, 'AWS_REGION is "Frankfurt"; allowed is the name of a region'],
    [
      'check:aws',
      [],
      { AWS_ENDPOINT_URL_APPSYNC: 'appsync' },
      'AWS_ENDPOINT_URL_APPSYNC is "appsync"; allowed is a URL',
    ],
    [
      'deploy',
      [],
      { npm_lifecycle_event: 'deploy', npm_config_call: 'stage=prod' },
      'npm kept "-c stage=prod" for itself.',
    ],
  ] as const)('%s %j %j', async (script, args, env, sentence) => {
    const folder = newFolder();
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { code, out, err } = await run(
      script,
      args.map((arg) => (arg === 'NEW' ? folder : arg)),
      env,
    );
    expect(err).toContain(`snipstream: ${sentence}`);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([1, '']);
  });
});

describe('-h and --version are answered on stdout by', () => {
  it.each(['start', 'generate', 'token', 'eval', 'bench', 'codegen', 'check:aws', 'deploy'] as const)(
    '%s',
    async (script) => {
      const [help, version] = await Promise.all([run(script, ['-h']), run(script, ['--version'])]);
      expect(help).toEqual({
        code: 0,
        out: expect.stringMatching(new RegExp(`^npm (run )?(-s )?${script}\\b`)),
        err: '',
      });
      expect(version).toEqual({ code: 0, out: `snipstream ${packageJson.version}\n`, err: '' });
    },
  );
});

it('Ctrl-C on the host is answered with a word, and ends it well', async () => {
  const folder = newFolder();
  const { child } = await startHostProcess(folder);
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  child.kill('SIGINT');
  // npm sends it a second time.
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  rmSync(folder, { recursive: true });
  expect([code, said]).toEqual([0, 'Stopping.\n']);
});
