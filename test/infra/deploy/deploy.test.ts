import { describe, expect, it } from 'vitest';
import type { DeployParts } from '../../../infra/deploy/deploy.ts';
import { deploy } from '../../../infra/deploy/deploy.ts';
import { givenSettings } from '../../../infra/deploy/given-settings.ts';
import type { AlarmState, DeployedStack, StackEvent } from '../../../infra/deploy/stack-service.ts';
import { readConfig } from '../../../infra/aws/settings/stack-config.ts';
import { now } from '../../support/template/template.ts';

const arn = (name: string): string => `arn:aws:cloudwatch:us-east-1:1:alarm:${name}`;
const alarm = (name: string, state: AlarmState['state']): AlarmState => ({ arn: arn(name), name, state });
const outputs = { ApiUrl: 'https://api.example/graphql', ApiKey: 'key', RollbackAlarms: `${arn('One')} ${arn('Two')}` };
const deployedBefore: DeployedStack = { status: 'UPDATE_COMPLETE', outputs };
const event = (status: string, resource = 'Function', reason = ''): StackEvent => ({
  ...{ id: `${resource} ${status}`, resource, status, reason },
  type: resource === 'Stack' ? 'AWS::CloudFormation::Stack' : 'AWS::Lambda::Function',
});
const changed = [event('UPDATE_COMPLETE'), event('UPDATE_IN_PROGRESS')];

interface World {
  readonly args?: readonly string[];
  readonly mayBeDeployed?: boolean;
  readonly stack?: DeployedStack;
  readonly alarms?: readonly AlarmState[];
  /** What each look at the update sees; the last one goes on. */
  readonly looks?: readonly (readonly StackEvent[])[];
  /** Whether the update goes on until it is tried, or cancelled. */
  readonly lasts?: 'until tried' | 'until cancelled';
  readonly exitCode?: number;
  /** What fails at each trial. */
  readonly trials?: readonly (readonly string[])[];
  readonly answer?: string;
}

async function run({ args = [], mayBeDeployed = true, lasts, exitCode = 0, answer, ...world }: World) {
  const done: string[] = [];
  const said: string[] = [];
  const looks = [...(world.looks ?? [changed])];
  const trials = [...(world.trials ?? [])];
  /** Looks that were still to come when the first trial began. */
  let unseen: number | undefined;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  const parts: DeployParts = {
    config: (given) => readConfig(givenSettings(given, '{}'), undefined, now),
    ask: answer === undefined ? undefined : async () => answer,
    check: async () => {
      done.push('check');
      return mayBeDeployed;
    },
    stack: {
      find: async () => (done.includes('ended') ? { status: 'CREATE_COMPLETE', outputs } : world.stack),
      alarms: async () => world.alarms ?? [alarm('One', 'OK'), alarm('Two', 'INSUFFICIENT_DATA')],
      events: async () => (looks.length > 1 ? looks.shift() : looks[0]) ?? [],
      cancelUpdate: async () => {
        done.push('cancel');
        end();
      },
    },
    looking: { everyMs: 1, quietLooks: 2 },
    cdk: async (given) => {
      done.push(given.join(' '));
      if (lasts) await over;
      done.push('ended');
      return done.includes('cancel') ? 1 : exitCode;
    },
    publish: async () => void done.push('publish'),
    tryApi: async ({ ApiUrl }) => {
      done.push(`try ${ApiUrl}`);
      unseen ??= looks.length - 1;
      const failed = trials.shift() ?? [];
      if (lasts === 'until tried' && failed.length === 0) end();
      return failed;
    },
    say: (line) => said.push(line),
  };
  const code = await deploy(args, parts);
  return { code, done, said: said.join('\n'), unseen };
}

const file = '--outputs-file dist/outputs.json';
const plain = `deploy --strict ${file}`;
const flag = '--rollback-trigger-alarm-arns';
const guarded = `deploy --strict ${flag} ${arn('One')} ${flag} ${arn('Two')} --monitoring-time-minutes 10 ${file}`;
const tried = 'try https://api.example/graphql';

describe('A first deployment', () => {
  it('is checked on AWS, deployed with the arguments, given its page, and tried by its outputs', async () => {
    const { code, done } = await run({ args: ['-c', 'stage=alice'] });
    expect(done).toEqual(['check', `${plain} -c stage=alice`, 'ended', 'publish', tried]);
    expect(code).toBe(0);
  });

  it('is not made when AppSync would answer otherwise', async () => {
    expect(await run({ mayBeDeployed: false })).toMatchObject({ code: 1, done: ['check'] });
  });

  it('is made without the check, and without the trial, when told so', async () => {
    const { code, done } = await run({ args: ['--no-check', '--no-test'], mayBeDeployed: false });
    expect({ code, done }).toEqual({ code: 0, done: [plain, 'ended', 'publish'] });
  });

  it('that failed says which resources failed and why, and is neither tried nor given its page', async () => {
    const stopped = event('CREATE_FAILED', 'Table', 'Resource creation cancelled');
    const first = event('CREATE_FAILED', 'Schema', 'Failed to parse schema document');
    const { code, done, said } = await run({ exitCode: 7, looks: [[stopped, first]] });
    expect({ code, done }).toEqual({ code: 7, done: ['check', plain, 'ended'] });
    expect(said).toBe('The deployment failed.\n  Schema (AWS::Lambda::Function): Failed to parse schema document');
  });

  it('that does not do what it should says what, and ends with a code that is no success', async () => {
    const { code, said } = await run({ trials: [['One snippet is generated: it ended as FAILED']] });
    expect(code).toBe(1);
    expect(said).toContain('does not do what it should:\n  One snippet is generated: it ended as FAILED');
  });
});

describe('A later deployment', () => {
  it('is watched by two alarms, and tried while it can still be rolled back', async () => {
    const { code, done, said } = await run({ stack: deployedBefore, lasts: 'until tried' });
    expect(done).toEqual(['check', guarded, tried, 'ended', 'publish']);
    expect(code).toBe(0);
    expect(said).toContain('For 10 minutes after the update it is rolled back if one of these is raised: One, Two.');
  });

  it('is cancelled, and so rolled back, when the trial fails', async () => {
    const trials = [['It ended as FAILED']];
    const { code, done, said } = await run({ stack: deployedBefore, lasts: 'until cancelled', trials });
    expect(done).toEqual(['check', guarded, tried, 'cancel', 'ended']);
    expect(code).toBe(1);
    expect(said).toContain('so the update is cancelled and rolled back');
  });

  it('is tried again, not cancelled, when something was still changed during the trial', async () => {
    const more = [event('UPDATE_COMPLETE', 'Other'), ...changed];
    const { done } = await run({
      ...{ stack: deployedBefore, lasts: 'until tried', trials: [['It ended as FAILED'], []] },
      looks: [changed, changed, changed, more],
    });
    expect(done).toEqual(['check', guarded, tried, tried, 'ended', 'publish']);
  });

  it('waits for what is still being changed before it is tried', async () => {
    const going = [event('UPDATE_IN_PROGRESS', 'Other'), ...changed];
    const looks = [[], [], [], [], going, going, going, going, [event('UPDATE_COMPLETE', 'Other'), ...going]];
    const { done, unseen } = await run({ stack: deployedBefore, lasts: 'until tried', looks });
    expect(done).toEqual(['check', guarded, tried, 'ended', 'publish']);
    expect(unseen).toBe(0);
  });

  it('is tried afterwards when it ended before it could be', async () => {
    const { code, done } = await run({ stack: deployedBefore, looks: [[]] });
    expect(done).toEqual(['check', guarded, 'ended', 'publish', tried]);
    expect(code).toBe(0);
  });

  it.each([
    ['names no alarms', { stack: { status: 'CREATE_COMPLETE', outputs: { ...outputs, RollbackAlarms: '' } } }, ''],
    ['lost one', { stack: deployedBefore, alarms: [alarm('One', 'OK')] }, `since there is no ${arn('Two')} any more`],
  ])('of a stack that %s clears those of before, by which it would fail', async (_, world, sentence) => {
    const { done, said } = await run({ ...world, lasts: 'until tried' });
    expect(done[1]).toBe(`deploy --strict ${flag} none ${file}`);
    expect(said).toContain(sentence);
  });

  it('is not begun while an alarm is raised, since CloudFormation would refuse it', async () => {
    const alarms = [alarm('One', 'ALARM'), alarm('Two', 'OK')];
    await expect(run({ stack: deployedBefore, alarms })).rejects.toThrow(
      'One is in alarm, and CloudFormation updates nothing by it.',
    );
    const { done } = await run({ stack: deployedBefore, alarms, args: [flag, 'none'], lasts: 'until tried' });
    expect(done[1], 'unless it is told to').toBe(`${plain} ${flag} none`);
  });

  it.each(['ROLLBACK_COMPLETE', 'UPDATE_IN_PROGRESS', 'DELETE_FAILED', 'REVIEW_IN_PROGRESS'])(
    'over a stack that is %s is left to the CDK',
    async (status) => {
      expect((await run({ stack: { status, outputs } })).done[1]).toBe(plain);
    },
  );
});

describe('A deployment of production', () => {
  it('asks who hears of its alarms, and takes the answer for the setting', async () => {
    const args = ['-c', 'stage=prod'];
    expect((await run({ args, answer: 'a@example.com' })).done[1]).toBe(
      `${plain} -c stage=prod -c alarmEmail=a@example.com`,
    );
    expect((await run({ args, answer: ' ' })).done[1]).toBe(`${plain} -c stage=prod -c alarmEmail=none`);
    await expect(run({ args, answer: 'nobody' })).rejects.toThrow('The setting alarmEmail is "nobody"');
  });

  it.each([
    ['-c', 'stage=prod', '-c', 'alarmEmail=none'],
    ['--context=stage=prod', '--context=alarmEmail=a@example.com'],
    ['-c', 'stage=alice'],
  ])('does not ask where it is said, and of no other stage: %s %s %s %s', async (...args) => {
    expect((await run({ args, answer: 'asked@example.com' })).done[1]).toBe(`${plain} ${args.join(' ')}`);
  });

  it('stops where nobody can be asked, before anything is done', async () => {
    await expect(run({ args: ['-c', 'stage=prod'] })).rejects.toThrow(
      'Nobody is said to hear of the alarms of prod: say who, with -c alarmEmail=you@example.com, or -c alarmEmail=none.',
    );
  });
});

describe('The settings of a deployment', () => {
  it('are read as the CDK does, the command line over cdk.json', () => {
    const cdkJson = JSON.stringify({ context: { stage: 'prod', '@aws-cdk/core:x': true } });
    expect(givenSettings(['-c', 'stage=alice', '--strict', '--context=price=1/2', '-c'], cdkJson)).toEqual({
      ...{ stage: 'alice', '@aws-cdk/core:x': true, price: '1/2', '': '' },
    });
  });
});
