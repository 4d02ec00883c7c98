import { expect, it } from 'vitest';
import { createPushedEnds } from '../../../../infra/local/lambda/pushed-ends.ts';
import type { Invocation } from '../../../../infra/local/lambda/sandbox.ts';

const field = 'onSnippetProgress';
const own: Invocation = { payload: 'its own' };

/** A wait that goes on until it is told to end. */
function openWait(): { wait: Promise<Invocation>; end: () => void } {
  let end = (): void => undefined;
  const wait = new Promise<Invocation>((resolve) => {
    end = () => resolve(own);
  });
  return { wait, end };
}

it.each(['COMPLETED', 'FAILED', 'CANCELLED'])('all who wait for a snippet go on when %s is pushed', async (status) => {
  const ends = createPushedEnds();
  const { wait, end } = openWait();
  const waits = [ends.orEnd('a', wait), ends.orEnd('a', wait)];
  ends.see({ field, value: { id: 'a', status } });
  end();
  expect(await Promise.all(waits)).toEqual([{ payload: null }, { payload: null }]);
});

it.each([
  ['another snippet ends', { id: 'b', status: 'COMPLETED' }],
  ['a part comes', { id: 'a', status: 'GENERATING' }],
  ['an event tells no status', { id: 'a' }],
])('who waits goes on waiting when %s', async (_what, value) => {
  const ends = createPushedEnds();
  const { wait, end } = openWait();
  const waited = ends.orEnd('a', wait);
  ends.see({ field, value });
  end();
  expect(await waited).toEqual(own);
});

it('an end that was pushed before the wait began does not end it', async () => {
  const ends = createPushedEnds();
  ends.see({ field, value: { id: 'a', status: 'COMPLETED' } });
  expect(await ends.orEnd('a', Promise.resolve(own))).toEqual(own);
});

it('a wait that fails fails for who waits', async () => {
  const ends = createPushedEnds();
  await expect(ends.orEnd('a', Promise.reject(new Error('The functions are shut down.')))).rejects.toThrow('shut down');
});
