import { beforeAll, describe, expect, it } from 'vitest';
import { bundleResolvers } from '../../../infra/bundle.ts';
import { checkAws } from '../../../infra/check/check-aws.ts';
import type { EvaluationService } from '../../../infra/check/evaluate-code.ts';
import type { RecordedCall } from '../../../infra/check/record-calls.ts';
import { recordCalls } from '../../../infra/check/record-calls.ts';
import { runCheck } from '../../../infra/check/run-check.ts';
import type { OtherAnswers, UnsettledName } from '../../../infra/local/appsync/runtime/unsettled.ts';
import { unsettled } from '../../../infra/local/appsync/runtime/unsettled.ts';
import { startEvaluateCode } from '../../support/fakes/fake-evaluate-code.ts';
import { openTestTable } from '../../support/hosts/table-of-snippets.ts';

async function check(service: EvaluationService): Promise<{ mayBeDeployed: boolean; said: string }> {
  const lines: string[] = [];
  const mayBeDeployed = await checkAws(service, (line) => lines.push(line));
  return { mayBeDeployed, said: lines.join('\n') };
}

const settledByCheck = (Object.keys(unsettled) as UnsettledName[]).filter((name) => unsettled[name].settledByCheck);

describe('npm run check:aws', () => {
  let calls: RecordedCall[];
  beforeAll(async () => {
    const table = await openTestTable();
    calls = await recordCalls(await bundleResolvers(), table);
    await table.close();
  });

  it('asks for every handler of every code, and finds an AppSync alike that answers as this machine does', async () => {
    const { service, asked } = await startEvaluateCode();
    const { mayBeDeployed, said } = await check(service);
    expect(said).toMatch(/\n\d{3} alike, 0 but for nulls, 0 different, 0 not compared\.$/);
    expect(mayBeDeployed).toBe(true);
    const handlers = new Set(asked.map(({ code, handler }) => `${handler} ${code}`));
    for (const [name, code] of Object.entries(await bundleResolvers())) {
      expect(handlers, name).toContain(`request ${code}`);
      expect(handlers, name).toContain(`response ${code}`);
    }
    expect(Math.max(...asked.map(({ context }) => JSON.stringify(context).length))).toBeLessThan(28_000);
    const errors = new Set(asked.map(({ context }) => (context['error'] as { type: string } | undefined)?.type));
    expect(errors).toContain('DynamoDB:ConditionalCheckFailedException');
    expect(errors).toContain('Lambda:Unhandled');
  });

  it('names a code that AppSync refuses for its size, and does not let it be deployed', async () => {
    const large = (await bundleResolvers())['Mutation.appendCode'];
    const refusal = 'Function metadata has exceeded the maximum allowed size.';
    const { service } = await startEvaluateCode({ error: ({ code }) => (code === large ? refusal : undefined) });
    const { mayBeDeployed, said } = await check(service);
    expect(mayBeDeployed).toBe(false);
    expect(said).toContain('Different: Mutation.appendCode, request, first call');
    expect(said).toContain(`on AWS {"error":"${refusal}"}`);
    expect(said).not.toMatch(/^Different: (?!Mutation\.appendCode)/m);
  });

  it('names a handler that AppSync lets come to something else', async () => {
    const { service } = await startEvaluateCode({
      error: ({ context }) => (context['error'] ? 'Runtime Error' : undefined),
    });
    const { mayBeDeployed, said } = await check(service);
    expect(mayBeDeployed).toBe(false);
    expect(said).toContain('Different: steps/record, response, refused condition');
    expect(said).not.toContain('request, first call');
  });

  it.each(settledByCheck)('lets be deployed whichever way AppSync is in what it would settle: %s', async (name) => {
    const other: OtherAnswers = new Set([name]);
    const { service } = await startEvaluateCode({ other });
    const { same, different, notCompared } = await runCheck(service, calls);
    expect({ different, notCompared }).toEqual({ different: [], notCompared: [] });
    expect(same).toBeGreaterThan(200);
  });

  it('leaves out what reads ctx.env when EvaluateCode does not hand that on, and compares no stash it is not told', async () => {
    const { service } = await startEvaluateCode({ withoutEnvironment: true, withoutStash: true });
    const { mayBeDeployed, said } = await check(service);
    expect(said).toContain('Not compared: steps/check-options, request, first call: the code reads ctx.env');
    expect(said).toMatch(/ alike, 0 but for nulls, 0 different, \d+ not compared\.$/);
    expect(mayBeDeployed).toBe(true);
  });

  it('repeats a call that was throttled or failed, three times', async () => {
    const { service } = await startEvaluateCode({ statuses: [429, 500, 503] });
    expect((await check(service)).mayBeDeployed).toBe(true);
    const broken = await startEvaluateCode({ statuses: [429, 429, 429, 429] });
    const { mayBeDeployed, said } = await check(broken.service);
    expect(said).toContain('The check could not be made: EvaluateCode answered 429');
    expect(mayBeDeployed).toBe(false);
    expect(broken.calls()).toBe(4);
  });

  it('says that it may not ask, and does not let anything be deployed', async () => {
    const { service } = await startEvaluateCode();
    const stranger = async () => ({ accessKeyId: 'OTHER', secretAccessKey: 'x' });
    const { mayBeDeployed, said } = await check({ ...service, credentials: stranger });
    expect(said).toContain('The check could not be made: EvaluateCode answered 403');
    expect(mayBeDeployed).toBe(false);
  });
});
