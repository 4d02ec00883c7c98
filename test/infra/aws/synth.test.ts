import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../infra/aws/settings/stack-config.ts';
import { remarksOn } from '../../../infra/aws/settings/remarks.ts';
import { WrongSetting } from '../../../infra/aws/settings/settings.ts';
import { now } from '../../support/template/template.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'snipstream-cdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run synth -- …` of somebody without credentials, settings or a home. */
async function synth(...settings: string[]): Promise<{ status: number | null; said: string }> {
  const { PATH } = process.env;
  const { status, stderr, stdout } = await run('npm', ['run', '-s', 'synth', '--', '-o', folder, ...settings], {
    PATH,
    HOME: folder,
    npm_config_update_notifier: 'false',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  return { status, said: stdout + stderr };
}

async function run(command: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

describe('npm run synth', () => {
  it.each([
    ['prod', 'page=false'],
    ['dev', 'page=true'],
  ])('of %s with %s passes the rules of AwsSolutions and the validator, and tells sizes', async (stage, page) => {
    const { status, said } = await synth('-c', `stage=${stage}`, '-c', page, '-c', 'alarmEmail=someone@example.com');
    expect(said).not.toMatch(/ERROR|WARNING|Warning/);
    expect(said).toMatch(/generate-snippet +\d+\.\d KB/);
    expect(status).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as {
      pluginReports: { pluginName: string; conclusion: string; suppressedViolations: { reason: string }[] }[];
    };
    const nag = report.pluginReports.find(({ pluginName }) => pluginName === 'AwsSolutions');
    expect(nag?.conclusion).toBe('success');
    for (const { reason } of nag?.suppressedViolations ?? []) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it.runIf(hasCfnLint)(
    'gives a template in which cfn-lint finds no error',
    async () => {
      const template = join(folder, 'snipstream-prod.template.json');
      // W3005: the construct library names some dependencies twice.
      const { stdout } = await run('cfn-lint', ['--ignore-checks', 'W3005', '--', template], process.env);
      expect(stdout).toBe('');
    },
    60_000,
  );

  it('stops at a wrong setting, naming it, its value and what is allowed', async () => {
    const { status, said } = await synth('-c', 'logDays=12');
    expect(status).not.toBe(0);
    expect(said).toContain('The setting logDays is "12"; allowed is one of 1, 3, 5, 7, 14,');
  });
});

describe('who deploys production', () => {
  const remarks = (given: Record<string, unknown>) =>
    remarksOn(readConfig({ stage: 'prod', ...given }, undefined, now));

  it('hears that nobody is told of its alarms, unless that was said', () => {
    expect(remarks({})).toEqual(['Nobody is told of the alarms of prod: say who, with -c alarmEmail=you@example.com.']);
    for (const said of [{ alarmEmail: 'none' }, { alarmEmail: 'a@example.com' }, { stage: 'alice' }]) {
      expect(remarks(said)).toEqual([]);
    }
  });

  it('hears that a region has no budgets, when one is wanted', () => {
    const told = { alarmEmail: 'a@example.com', region: 'eu-north-1' };
    expect(remarks(told)).toEqual([
      'CloudFormation has no budgets in eu-north-1, so the stack has none: infra/aws/README.md says how to make one.',
    ]);
    expect(remarks({ ...told, accountBudget: '0' })).toEqual([]);
  });
});

describe('the settings of a deployment', () => {
  const read = (given: Record<string, unknown> = {}, region?: string) => readConfig(given, region, now);

  it('are good for a first try when none is given', () => {
    expect(read()).toMatchObject({
      stage: 'dev',
      region: 'us-east-1',
      models: [{ id: 'us.anthropic.claude-haiku-5-5', behind: 'us.anthropic.claude-haiku-5-5' }],
      price: { input: 0.11, output: 0.55 },
      defaultMaxTokens: undefined,
      repair: false,
      removal: 'destroy',
      firewall: false,
      introspection: true,
    });
  });

  it('keep data and guard the API in production', () => {
    expect(read({ stage: 'prod' })).toMatchObject({ removal: 'retain', firewall: true, introspection: false });
    expect(read({ stage: 'prod', firewall: 'false' })).toMatchObject({ firewall: false });
  });

  it('let several people share an account, each with a stage of their own that is like dev', () => {
    const { stage, ...alice } = read({ stage: 'alice' });
    const { stage: _, ...dev } = read();
    expect(stage).toBe('alice');
    expect(alice).toEqual(dev);
  });

  it.each(['prod', 'prod-eu', 'production'])(
    'keep the data of every stage whose name begins with prod: %s',
    (stage) => {
      expect(read({ stage })).toMatchObject({ removal: 'retain', firewall: true, introspection: false });
    },
  );

  it('refuse a region of the caller that is not served', () => {
    expect(() => read({}, 'us-gov-west-1')).toThrow('The setting region is "us-gov-west-1"');
  });

  it.each([
    ['us-west-2', 'us'],
    ['ca-central-1', 'us'],
    ['eu-west-2', 'eu'],
    ['ap-southeast-2', 'au'],
    ['ap-northeast-1', 'jp'],
    ['ap-northeast-2', 'global'],
    ['ap-south-1', 'global'],
    ['sa-east-1', 'global'],
  ])('take the profile of the region: %s asks %s', (region, prefix) => {
    expect(read({}, region).models.map(({ id }) => id)).toEqual([`${prefix}.anthropic.claude-haiku-5-5`]);
  });

  it.each([
    ['a model asked by its own id', 'us-east-1', 'qwen.qwen3-coder-next'],
    ['one in the only region that asks it so', 'eu-west-2', 'anthropic.claude-opus-5-5'],
    ['one that no list knows', 'us-east-1', 'mistral.codestral-3'],
    ['a profile of one that no list knows', 'ca-central-1', 'ca.amazon.nova-9-v1:0'],
    ['a maker with a dot in the name of its model', 'us-east-1', 'deepseek.v3.2'],
  ])('take %s', (_, region, models) => {
    expect(read({ models }, region).models).toEqual([{ id: models, behind: models }]);
  });

  it('take an application inference profile for the model it was made from', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
    const { models, price } = read({ models: ` ${arn}=global.anthropic.claude-sonnet-5-5 , qwen.qwen3-coder-next` });
    expect(models).toEqual([
      { id: arn, behind: 'global.anthropic.claude-sonnet-5-5' },
      { id: 'qwen.qwen3-coder-next', behind: 'qwen.qwen3-coder-next' },
    ]);
    expect(price).toEqual({ input: 2, output: 10 });
  });

  it('estimate no cost of a model whose price no page says', () => {
    expect(read({ models: 'zai.glm-5' }).price).toBeNull();
    expect(read({ models: 'zai.glm-5', price: '1/3.20' }).price).toEqual({ input: 1, output: 3.2 });
  });

  it.each([
    ...['', 'Alice', '1st', 'a_b', 'a-', 'my-aws', 'amazonia', 'x'.repeat(21)].map(
      (stage): [Record<string, unknown>, string] => [
        { stage },
        `The setting stage is "${stage}"; allowed is a name such as dev, prod or alice: 1 to 20 lower-case letters, digits`,
      ],
    ),
    [{ region: 'mars-1' }, 'The setting region is "mars-1"; allowed is one of '],
    [
      { models: 'qwen.qwen3-coder-next,sa.anthropic.claude-haiku-5-5' },
      'The setting models is "sa.anthropic.claude-haiku-5-5"; allowed is an id that begins with its maker (ai21., ',
    ],
    [
      { models: 'antropic.claude-haiku-5-5' },
      'or, before it, with a prefix of inference profiles (from us-east-1 us., global.)',
    ],
    [
      { models: 'us.us.anthropic.claude-haiku-5-5' },
      'The setting models is "us.us.anthropic.claude-haiku-5-5"; allowed',
    ],
    [{ models: '' }, 'The setting models is ""'],
    [
      { models: 'eu.anthropic.claude-haiku-5-5' },
      'allowed is from us-east-1 us.anthropic.claude-haiku-5-5, global.anthropic.claude-haiku-5-5.',
    ],
    [
      { models: 'jp.anthropic.claude-sonnet-5-5', region: 'ap-northeast-1' },
      'allowed is from ap-northeast-1 global.anthropic.claude-sonnet-5-5.',
    ],
    [
      { models: 'anthropic.claude-opus-5-5' },
      'allowed is from us-east-1 us.anthropic.claude-opus-5-5, global.anthropic.claude-opus-5-5.',
    ],
    [{ models: 'us.qwen.qwen3-coder-next' }, 'allowed is from us-east-1 qwen.qwen3-coder-next.'],
    [
      { models: 'us.deepseek.r1-v1:0', region: 'eu-west-1' },
      'allowed is no way to ask deepseek.r1-v1:0 from eu-west-1.',
    ],
    [
      { models: 'qwen.qwen3-coder-next,qwen.qwen3-coder-next' },
      'allowed is 1 to 10 different models, separated by commas.',
    ],
    [
      { models: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123' },
      'allowed is an application inference profile of us-east-1 and the id it was made from, as in arn:aws:bedrock:us-east-1:',
    ],
    [
      { models: 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123=qwen.qwen3-coder-next' },
      'allowed is an application inference profile of us-east-1 and the id',
    ],
    [
      {
        models: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123=uk.qwen.qwen3-coder-next',
      },
      'The setting models is "uk.qwen.qwen3-coder-next"',
    ],
    [{ defaultMaxTokens: '0' }, 'The setting defaultMaxTokens is "0"; allowed is a whole number from 1 to 128000.'],
    [{ price: '3' }, 'The setting price is "3"; allowed is USD for a million tokens'],
    [{ removal: 'keep' }, 'allowed is one of destroy, retain.'],
    [{ fileDays: '-1' }, 'The setting fileDays is "-1"; allowed is a whole number from 0 to 3650.'],
    [{ oldVersionDays: '0' }, 'allowed is a whole number from 1 to 365.'],
    [{ logDays: '8' }, 'The setting logDays is "8"'],
    [{ introspection: 'on' }, 'The setting introspection is "on"; allowed is true or false.'],
    [{ firewall: 'constructor' }, 'The setting firewall is "constructor"; allowed is true or false.'],
    [{ requestsPerAddress: 5 }, 'The setting requestsPerAddress is "5"'],
    [{ alarmEmail: 'nobody' }, 'The setting alarmEmail is "nobody"; allowed is an e-mail address, or none.'],
    [{ costPerDay: '0' }, 'The setting costPerDay is "0"; allowed is a whole number from 1 to 1000000.'],
    [{ accountBudget: '-1' }, 'The setting accountBudget is "-1"; allowed is a whole number from 0 to 10000000.'],
    [{ reservedConcurrency: '0' }, 'The setting reservedConcurrency is "0"'],
    [{ partIntervalMs: '1e3' }, 'The setting partIntervalMs is "1e3"'],
    [{ leaseMs: '60000' }, 'The setting leaseMs is "60000"; allowed is a whole number from 25000 to 55000.'],
    [{ modles: 'x' }, 'The setting modles is "x"; allowed is one of the settings stage, region, models,'],
  ])('refuse %o', (given, sentence) => {
    expect(() => read(given)).toThrow(WrongSetting);
    expect(() => read(given)).toThrow(sentence);
  });

  it('leave alone what the CDK itself is told', () => {
    expect(read({ 'aws:cdk:enable-path-metadata': true, 'cli-telemetry': false, '@aws-cdk/core:x': true })).toEqual(
      read(),
    );
  });
});
