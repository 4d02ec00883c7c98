import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHeldCode } from '../../../functions/generate-snippet/held-code.ts';
import type { PartWriter, SentPart } from '../../../functions/generate-snippet/part-writer.ts';
import { createPartWriter, SnippetEnded } from '../../../functions/generate-snippet/part-writer.ts';
import type { SnippetProgress, SnippetStatus } from '../../../schema/types.generated.ts';

const pace = { partIntervalMs: 500, partBytes: 10, renewAfterMs: 5_000 };

const begun: PartWriter[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const writer of begun.splice(0)) writer.stop();
  vi.useRealTimers();
});

/** A writer on a clock that only the test moves. Each part is answered at once unless `answer` says otherwise. */
function writing(answer?: () => Promise<SnippetStatus>, sequence = 0, more: { quickPartMs?: number } = {}) {
  const sent: SentPart[] = [];
  const lost: unknown[] = [];
  const held = createHeldCode(() => writer.notice());
  const writer: PartWriter = createPartWriter({
    held,
    sequence,
    pace: { ...pace, partBytes: more.quickPartMs ? 10_000 : pace.partBytes, ...more },
    send: async (part) => {
      sent.push(part);
      return { status: answer ? await answer() : 'GENERATING' } as SnippetProgress;
    },
    onLost: (reason) => lost.push(reason),
  });
  begun.push(writer);
  const say = (text: string, restart = false): void => held.add([{ text, restart }]);
  return { writer, held, sent, lost, say };
}

const after = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('the parts of a snippet', () => {
  it('begin with the first code at once, and then come at intervals', async () => {
    const { say, sent } = writing();
    say('a');
    await after(0);
    expect(sent).toEqual([{ sequence: 1, offset: 0, part: 'a' }]);
    say('b');
    await after(499);
    expect(sent).toHaveLength(1);
    say('c');
    await after(1);
    expect(sent[1]).toEqual({ sequence: 2, offset: 1, part: 'bc' });
  });

  it('come sooner where parts cost nothing, while few are written and the code is short', async () => {
    const quick = () => writing(undefined, 0, { quickPartMs: 50 });
    const { say, sent } = quick();
    const partIn = async (ms: number): Promise<void> => {
      const before = sent.length;
      say('b');
      await after(ms - 1);
      expect(sent).toHaveLength(before);
      await after(1);
      expect(sent).toHaveLength(before + 1);
    };
    say('a');
    await after(0);
    await partIn(50);
    const others = [quick(), quick(), quick(), quick()];
    await partIn(500);
    others[0]?.writer.stop();
    await partIn(50);
    say('x'.repeat(8_192));
    await after(500);
    await partIn(500);
  });

  it('count on from those of earlier attempts', async () => {
    const { say, sent } = writing(undefined, 7);
    say('a');
    await after(0);
    expect(sent).toEqual([{ sequence: 8, offset: 0, part: 'a' }]);
  });

  it('come before the interval is over when so many bytes of UTF-8 wait', async () => {
    const { say, sent } = writing();
    say('a');
    await after(0);
    say('ééé');
    await after(1);
    expect(sent, 'six bytes wait').toHaveLength(1);
    say('語x');
    await after(0);
    expect(sent[1]).toMatchObject({ part: 'ééé語x' });
  });

  it('are never two at the same time: what comes meanwhile waits for the answer', async () => {
    let release: (status: SnippetStatus) => void = () => undefined;
    const { say, sent } = writing(() => new Promise((resolve) => (release = resolve)));
    say('a');
    await after(0);
    say('0123456789');
    await after(60_000);
    expect(sent).toHaveLength(1);
    release('GENERATING');
    await after(0);
    expect(sent[1]).toEqual({ sequence: 2, offset: 1, part: '0123456789' });
  });

  it('keep half a character back until its other half has come', async () => {
    const [high, low] = ['\uD83D', '\uDE00'];
    const { say, sent } = writing();
    say(`a${high}`);
    await after(0);
    expect(sent[0]).toEqual({ sequence: 1, offset: 0, part: 'a' });
    say(`${low}b`);
    await after(500);
    expect(sent[1]).toEqual({ sequence: 2, offset: 1, part: '😀b' });
  });

  it('begin again at offset 0, at once, when the code does', async () => {
    const { say, sent } = writing();
    say('abc');
    await after(0);
    say('xy', true);
    await after(500);
    expect(sent[1]).toEqual({ sequence: 2, offset: 0, part: 'xy' });
  });
});

describe('the lease', () => {
  it('is renewed without a part when there is no code for a while, from the beginning on', async () => {
    const { sent } = writing();
    await after(4_999);
    expect(sent).toEqual([]);
    await after(1);
    expect(sent).toEqual([{ sequence: 0, offset: null, part: null }]);
    await after(5_000);
    expect(sent).toHaveLength(2);
  });

  it('is renewed by each part, so that the next sign of life is due so much later', async () => {
    const { say, sent } = writing();
    await after(3_000);
    say('a');
    await after(0);
    await after(4_999);
    expect(sent).toHaveLength(1);
    await after(1);
    expect(sent[1]).toEqual({ sequence: 1, offset: null, part: null });
  });
});

describe('a writer that finishes', () => {
  it('sends what waits, renews the lease for the file, gives the last number, and is silent then', async () => {
    const { writer, say, sent } = writing();
    say('a');
    await after(0);
    say('b');
    expect(await writer.finish()).toBe(2);
    expect(sent.slice(1)).toEqual([
      { sequence: 2, offset: 1, part: 'b' },
      { sequence: 2, offset: null, part: null },
    ]);
    say('c');
    await after(60_000);
    expect(sent).toHaveLength(3);
  });

  it('waits for the part that is under way', async () => {
    let release: (status: SnippetStatus) => void = () => undefined;
    const { writer, say, sent } = writing(() => new Promise((resolve) => (release = resolve)));
    say('a');
    await after(0);
    const drained = writer.drain();
    say('b');
    await after(0);
    expect(sent).toHaveLength(1);
    release('GENERATING');
    await after(0);
    release('GENERATING');
    await drained;
    expect(sent.map(({ part }) => part)).toEqual(['a', 'b']);
  });

  it('sends nothing more once it was stopped', async () => {
    const { writer, say, sent } = writing();
    writer.stop();
    say('a');
    await writer.drain();
    await after(60_000);
    expect(sent).toEqual([]);
  });
});

describe('a snippet that is lost', () => {
  it.each(['CANCELLED', 'COMPLETED', 'FAILED'] as const)(
    'because it is %s is told once, and no part follows',
    async (status) => {
      const { say, sent, lost } = writing(async () => status);
      say('a');
      await after(0);
      say('b');
      await after(60_000);
      expect(sent).toHaveLength(1);
      expect(lost).toEqual([new SnippetEnded(status)]);
    },
  );

  it('because a part could not be sent is told with the reason', async () => {
    const reason = new Error('AttemptLost');
    const { writer, say, lost, sent } = writing(() => Promise.reject(reason));
    say('a');
    await after(0);
    expect(lost).toEqual([reason]);
    expect(await writer.finish()).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it('is not told to whom stopped the writer before', async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    const { writer, say, lost } = writing(() => new Promise((_, reject) => (refuse = reject)));
    say('a');
    await after(0);
    writer.stop();
    refuse(new Error('late'));
    await after(0);
    expect(lost).toEqual([]);
  });
});
