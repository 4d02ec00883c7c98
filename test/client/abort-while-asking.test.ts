import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ErrorContext } from '../../client/client-errors.ts';
import { NetworkError, RefusedError } from '../../client/client-errors.ts';
import type { Snippet } from '../../client/index.ts';
import { defaultWaits } from '../../client/index.ts';
import type { Streaming } from '../../client/stream-code.ts';
import { streamCode } from '../../client/stream-code.ts';
import { aSnippet, id } from '../support/fakes/snippets.ts';

const asked = (operation: string): ErrorContext => ({
  operation,
  address: 'http://127.0.0.1/graphql',
  credential: 'k',
});

/** A stream that listens, and whose calls do what the test says. */
function stage(calls: Partial<Streaming>) {
  const ending = new AbortController();
  const made: string[] = [];
  const streaming: Streaming = {
    id,
    waits: defaultWaits,
    asked,
    signal: ending.signal,
    cancelSignal: ending.signal,
    onSnippet: undefined,
    listen: () => ({
      next: async () => {
        made.push('listen');
        return { type: 'listening' };
      },
      stop: () => void made.push('stop'),
    }),
    read: async () => aSnippet(),
    ask: async () => aSnippet(),
    cancel: async () => aSnippet({ status: 'CANCELLED' }),
    ...calls,
  };
  const recorded: Streaming = {
    ...streaming,
    ask: () => (made.push('ask'), streaming.ask()),
    cancel: () => (made.push('cancel'), streaming.cancel()),
  };
  const run = async (): Promise<void> => {
    for await (const update of streamCode(recorded)) made.push(update.part);
  };
  return { run, made, ending };
}

describe('a stream that is aborted in the middle of its request', () => {
  it('which then fails cancels the snippet all the same, as it may have been begun', async () => {
    const { run, made, ending } = stage({
      ask: async () => {
        await new Promise(setImmediate);
        ending.abort(new Error('enough'));
        throw new Error('The connection was lost.');
      },
    });
    await expect(run()).rejects.toThrow('The connection was lost.');
    expect(made).toEqual(['listen', 'ask', 'cancel', 'stop']);
  });

  it('which then is answered cancels the snippet, shows nothing, and ends with the reason', async () => {
    const { run, made, ending } = stage({
      ask: async () => {
        await new Promise(setImmediate);
        ending.abort(new Error('enough'));
        return aSnippet({ status: 'PENDING', code: null });
      },
    });
    await expect(run()).rejects.toThrow('enough');
    expect(made).toEqual(['listen', 'ask', 'cancel', 'stop']);
  });

  it('cancels nothing before it has asked', async () => {
    const { run, made, ending } = stage({
      listen: () => ({
        next: async () => {
          ending.abort(new Error('enough'));
          return { type: 'listening' };
        },
        stop: () => void made.push('stop'),
      }),
    });
    await expect(run()).rejects.toThrow('enough');
    expect(made).toEqual(['stop']);
  });

  it.each([
    ['is not there', new RefusedError(asked('cancelSnippet'), 'NotFound', 'No.'), 'enough'],
    ['cannot be cancelled', new RefusedError(asked('cancelSnippet'), 'Conflict', 'No.'), 'Conflict'],
    ['cannot be reached', new NetworkError(asked('cancelSnippet'), new Error('gone')), 'cancelSnippet'],
  ])('says so if the snippet %s', async (_how, refusal, message) => {
    const { run, ending } = stage({
      ask: async () => {
        await new Promise(setImmediate);
        ending.abort(new Error('enough'));
        return aSnippet({ status: 'PENDING', code: null });
      },
      cancel: async () => {
        throw refusal;
      },
    });
    await expect(run()).rejects.toThrow(message);
  });
});

describe('a stream that is over', () => {
  it.each<[string, () => Promise<Snippet>]>([
    ['ended', async () => aSnippet()],
    [
      'failed',
      async () => {
        throw new Error('No.');
      },
    ],
  ])('because it %s leaves no listener on a signal that lives on, and cancels nothing', async (_how, ask) => {
    const { run, made, ending } = stage({ ask });
    await run().catch(() => undefined);
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(0);
    ending.abort();
    await new Promise(setImmediate);
    expect(made).not.toContain('cancel');
  });
});
