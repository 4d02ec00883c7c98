import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Functions } from '../../../../infra/local/lambda/invoke.ts';
import { createFunctions } from '../../../../infra/local/lambda/invoke.ts';
import type { Invocation, LocalFunction } from '../../../../infra/local/lambda/sandbox.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

interface Started {
  functions: Functions;
  log: string[];
  /** Resolves upon a line of the log. */
  logged(pattern: RegExp): Promise<string>;
}

/** A host of one function, `it`, whose module is the code. */
function start(code: string, more: Partial<LocalFunction> = {}): Started {
  const { timeoutSeconds = 20, environment = {}, ...shared } = more;
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-'));
  const file = join(folder, 'it.cjs');
  writeFileSync(file, code);
  const log: string[] = [];
  const waiters: (() => void)[] = [];
  const functions = createFunctions({ it: { file, timeoutSeconds, environment, ...shared } }, (line) => {
    log.push(line);
    for (const waiter of waiters.splice(0)) waiter();
  });
  ended.push(
    () => rmSync(folder, { recursive: true }),
    () => functions.close(),
  );
  return {
    functions,
    log,
    async logged(pattern) {
      for (;;) {
        const found = log.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waiters.push(resolve));
      }
    },
  };
}

const handler = (body: string) => `exports.handler = async (event, context) => { ${body} };`;

describe('a function on this machine', () => {
  it('is given its event as JSON and answers as JSON', async () => {
    const { functions } = start(
      handler('return { event, when: new Date(0), gone: undefined, bad: NaN, map: new Map([[1, 2]]) };'),
    );
    const event = { when: new Date(0), gone: undefined, text: 'ü😀', list: [undefined, 1] };
    expect(await functions.invoke('it', event)).toEqual({
      payload: {
        event: { when: '1970-01-01T00:00:00.000Z', text: 'ü😀', list: [null, 1] },
        when: '1970-01-01T00:00:00.000Z',
        bad: null,
        map: {},
      },
    });
  });

  it('is loaded before its first call when it is warmed, and once', async () => {
    const { functions, log, logged } = start(`console.log('loaded'); ${handler("return 'answer';")}`);
    functions.warm('it');
    await logged(/loaded/);
    functions.warm('it');
    expect(await functions.invoke('it', null)).toEqual({ payload: 'answer' });
    expect(log).toEqual(['it: loaded']);
  });

  it('that answers nothing answers null, and may be given nothing', async () => {
    const { functions } = start(handler('if (event !== null) throw new Error(typeof event);'));
    expect(await functions.invoke('it', undefined)).toEqual({ payload: null });
  });

  it('knows its name, the id of its request and how long it may take', async () => {
    const { functions } = start(
      handler('return [context.functionName, context.awsRequestId, context.getRemainingTimeInMillis()];'),
    );
    const answer = await functions.invoke('it', {});
    const [name, id, left] = ('payload' in answer ? answer.payload : []) as [string, string, number];
    expect(name).toBe('it');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(20_000);
  });

  it('that throws is told by name and message, and goes on being used', async () => {
    const { functions, logged } = start(
      `let n = 0; ${handler('n += 1; if (event.fail) throw new TypeError("no " + n); return n;')}`,
    );
    expect(await functions.invoke('it', { fail: true })).toEqual({
      functionError: { errorType: 'TypeError', errorMessage: 'no 1' },
    });
    expect(await functions.invoke('it', {})).toEqual({ payload: 2 });
    await logged(/^it: TypeError: no 1/);
  });

  it('that throws no error is told by its text', async () => {
    const { functions } = start(handler('throw "just so";'));
    expect(await functions.invoke('it', {})).toEqual({
      functionError: { errorType: 'Error', errorMessage: 'just so' },
    });
  });

  it('that answers what is no JSON has failed', async () => {
    const { functions } = start(handler('const self = {}; self.self = self; return self;'));
    expect(await functions.invoke('it', {})).toMatchObject({ functionError: { errorType: 'TypeError' } });
  });

  it.each([
    ['does nothing', 'await new Promise(() => undefined);'],
    ['never lets go', 'for (;;) {}'],
  ])('that %s is ended at its time-out, and started anew', async (_what, body) => {
    const { functions } = start(handler(`if (event.hang) { ${body} } return 'well';`), { timeoutSeconds: 1 });
    expect(await functions.invoke('it', { hang: true })).toEqual({
      functionError: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/),
      },
    });
    expect(await functions.invoke('it', {})).toEqual({ payload: 'well' });
  });

  it.each([
    ['process.exit', 'process.exit(1); await new Promise(() => undefined);'],
    ['an unhandled rejection', 'Promise.reject(new Error("lost")); await new Promise(() => undefined);'],
    ['an error in a callback', 'setImmediate(() => { throw new Error("lost"); }); await new Promise(() => undefined);'],
    ['all memory taken', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'],
  ])('that crashes by %s is told so, and started anew', async (_what, body) => {
    const { functions } = start(handler(`if (event.crash) { ${body} } return 'well';`));
    expect(await functions.invoke('it', { crash: true })).toEqual({
      functionError: {
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Runtime exited/),
      },
    });
    expect(await functions.invoke('it', {})).toEqual({ payload: 'well' });
  });

  it('that cannot be loaded fails each time', async () => {
    const { functions } = start('throw new Error("not today");');
    for (const time of [1, 2]) {
      expect(await functions.invoke('it', { time })).toMatchObject({
        functionError: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('not today') },
      });
    }
  });

  it('has its own environment, and nothing of the host’s', async () => {
    const { functions } = start(handler('return { ...process.env };'), { environment: { ONLY: 'this' } });
    expect(await functions.invoke('it', {})).toEqual({ payload: { ONLY: 'this' } });
  });

  it('prints to the log', async () => {
    const { functions, logged } = start(handler('console.log("out", event); console.error("err"); return null;'));
    await functions.invoke('it', 'x');
    expect([await logged(/out/), await logged(/err/)]).toEqual(['it: out x', 'it: err']);
  });

  it('stays warm: what its module keeps is there the next time', async () => {
    const { functions } = start(`let n = 0; ${handler('n += 1; return n;')}`);
    for (const times of [1, 2, 3]) expect(await functions.invoke('it', {})).toEqual({ payload: times });
  });

  /** Says when it begins, and answers with its thread once the file `open` is there. */
  const waiting = `const { existsSync } = require('node:fs'), { threadId } = require('node:worker_threads');
    ${handler('console.log("begun " + event); while (!existsSync(process.env.OPEN)) await new Promise((go) => setTimeout(go, 5)); return threadId;')}`;

  function startWaiting(more: Partial<LocalFunction>) {
    const folder = mkdtempSync(join(tmpdir(), 'snipstream-'));
    ended.push(() => rmSync(folder, { recursive: true }));
    const open = join(folder, 'open');
    const started = start(waiting, { ...more, environment: { OPEN: open } });
    return { ...started, open: () => writeFileSync(open, '') };
  }

  async function threadsOf(answers: Promise<Invocation>[]): Promise<unknown[]> {
    const all = await Promise.all(answers);
    return [...new Set(all.map((answer) => ('payload' in answer ? answer.payload : answer)))];
  }

  it('shares one thread with all its calls when they only wait', async () => {
    const { functions, logged, open } = startWaiting({});
    const answers = Array.from({ length: 100 }, (_, index) => functions.invoke('it', index));
    for (let index = 0; index < 100; index += 1) await logged(new RegExp(`begun ${index}$`));
    open();
    expect(await threadsOf(answers)).toEqual([expect.any(Number)]);
  });

  it('runs in further threads when those that run have much in hand, and in no more than were given', async () => {
    const { functions, logged, open } = startWaiting({ threads: 2 });
    const answers = Array.from({ length: 40 }, (_, index) => functions.invoke('it', index));
    for (let index = 0; index < 40; index += 1) await logged(new RegExp(`begun ${index}$`));
    open();
    expect(await threadsOf(answers)).toHaveLength(2);
    expect(await threadsOf(answers.slice(0, 8))).toHaveLength(1);
  });

  it('runs as many events at a time as it was given, and lets more of them wait', async () => {
    const { functions, log, logged, open } = startWaiting({ atOnce: 10 });
    const answers = Array.from({ length: 12 }, (_, index) => functions.invoke('it', index));
    for (let index = 0; index < 10; index += 1) await logged(new RegExp(`begun ${index}$`));
    expect(log.filter((line) => line.includes('begun'))).toHaveLength(10);
    open();
    await Promise.all([...answers, logged(/begun 10$/), logged(/begun 11$/)]);
  });

  it('that times out leaves the other calls of its thread alone, and new ones go to another', async () => {
    const { functions, logged } = start(
      `const { threadId } = require('node:worker_threads');
      ${handler('console.log("begun " + event.wait); if (event.wait) await new Promise((go) => setTimeout(go, event.wait)); return threadId;')}`,
      { timeoutSeconds: 1 },
    );
    const late = functions.invoke('it', { wait: 5_000 });
    await logged(/begun 5000/);
    await new Promise((go) => setTimeout(go, 600));
    const other = functions.invoke('it', { wait: 700 });
    expect(await late).toMatchObject({ functionError: { errorType: 'Sandbox.Timedout' } });
    const fresh = await functions.invoke('it', { wait: 0 });
    const answer = await other;
    expect(answer).toEqual({ payload: expect.any(Number) });
    expect(fresh).toEqual({ payload: expect.any(Number) });
    expect(fresh).not.toEqual(answer);
  });

  it('that times out and lets nobody else run is ended with its thread', async () => {
    const { functions, logged } = start(
      handler('console.log("begun"); if (event.spin) for (;;) {} await new Promise(() => undefined);'),
      { timeoutSeconds: 5 },
    );
    const spinning = functions.invoke('it', { spin: true });
    await new Promise((go) => setTimeout(go, 2_500));
    const other = functions.invoke('it', {});
    expect(await spinning).toMatchObject({ functionError: { errorType: 'Sandbox.Timedout' } });
    expect(await other).toMatchObject({ functionError: { errorType: 'Runtime.ExitError' } });
    void functions.invoke('it', {});
    await logged(/begun/);
  });

  it('can be ended as by a crash, and then starts anew', async () => {
    const { functions, logged } = start(
      `let n = 0; ${handler('n += 1; if (event.hang) { console.log("begun"); await new Promise(() => undefined); } return n;')}`,
    );
    expect(await functions.invoke('it', {})).toEqual({ payload: 1 });
    const hanging = functions.invoke('it', { hang: true });
    await logged(/begun/);
    await functions.terminate('it');
    expect(await hanging).toMatchObject({ functionError: { errorType: 'Runtime.ExitError' } });
    expect(await functions.invoke('it', {})).toEqual({ payload: 1 });
  });

  it('is over with its host: those who run fail, those who wait are refused', async () => {
    const { functions, logged, log } = start(
      handler('console.log("begun " + event); await new Promise(() => undefined);'),
      { atOnce: 10 },
    );
    const all = Array.from({ length: 12 }, (_, index) =>
      functions.invoke('it', index).catch((error: Error) => error.message),
    );
    for (let index = 0; index < 10; index += 1) await logged(new RegExp(`begun ${index}$`));
    await functions.close();
    const outcomes = await Promise.all(all);
    expect(outcomes.slice(10)).toEqual(['The functions are shut down.', 'The functions are shut down.']);
    expect(outcomes.slice(0, 10)).toMatchObject(Array(10).fill({ functionError: { errorType: 'Runtime.ExitError' } }));
    expect(log.filter((line) => line.includes('begun'))).toHaveLength(10);
    await expect(functions.invoke('it', {})).rejects.toThrow('The functions are shut down.');
  });

  it('is refused by a name that there is not', async () => {
    const { functions } = start(handler(''));
    await expect(functions.invoke('other', {})).rejects.toThrow('There is no function other.');
  });
});
