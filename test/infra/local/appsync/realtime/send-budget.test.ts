import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../../../infra/local/appsync/realtime/send-budget.ts';
import { createSendBudget } from '../../../../../infra/local/appsync/realtime/send-budget.ts';

/** A reader that takes what it is sent when it is told to. */
function lazyReader(name: string, dropped: string[]): Reader & { sent: string[]; read(): void } {
  const unread: (() => void)[] = [];
  const sent: string[] = [];
  return {
    sent,
    send(text, written) {
      sent.push(text);
      unread.push(written);
    },
    terminate() {
      dropped.push(name);
      // As a socket does: what was not written is told of when it is destroyed.
      for (const written of unread.splice(0)) written();
    },
    read: () => unread.shift()?.(),
  };
}

describe('what waits for all readers together', () => {
  const ten = 'x'.repeat(10);

  it('may be as much as the budget says, however it is spread', () => {
    const dropped: string[] = [];
    const readers = Array.from({ length: 10 }, (_, index) => lazyReader(`${index}`, dropped));
    const budget = createSendBudget(100);
    for (const reader of readers) budget.send(reader, ten);
    expect(dropped).toEqual([]);
  });

  it('costs the slowest reader its connection when it becomes more', () => {
    const dropped: string[] = [];
    const [slow, slower, quick] = ['slow', 'slower', 'quick'].map((name) => lazyReader(name, dropped));
    if (!slow || !slower || !quick) throw new Error('There are three.');
    const budget = createSendBudget(110);
    for (let event = 0; event < 5; event += 1) {
      for (const reader of [slow, slower, quick]) budget.send(reader, ten);
      quick.read();
    }
    slow.read();
    expect(dropped).toEqual([]);
    for (let event = 0; event < 2; event += 1) budget.send(quick, ten);
    expect(dropped).toEqual([]);
    budget.send(quick, ten);
    expect(dropped).toEqual(['slower']);
    for (let event = 0; event < 4; event += 1) budget.send(quick, ten);
    expect(dropped).toEqual(['slower']);
    budget.send(quick, ten);
    expect(dropped).toEqual(['slower', 'quick']);
  });

  it('does not count a reader that is gone, nor one that has read', () => {
    const dropped: string[] = [];
    const [gone, reading] = [lazyReader('gone', dropped), lazyReader('reading', dropped)];
    const budget = createSendBudget(100);
    for (let event = 0; event < 10; event += 1) budget.send(gone, ten);
    budget.remove(gone);
    gone.read();
    for (let event = 0; event < 50; event += 1) {
      budget.send(reading, ten);
      reading.read();
    }
    for (let event = 0; event < 10; event += 1) budget.send(reading, ten);
    expect(dropped).toEqual([]);
    budget.send(reading, ten);
    expect(dropped).toEqual(['reading']);
  });

  it('costs one reader its connection that is sent more than the budget at once', () => {
    const dropped: string[] = [];
    createSendBudget(5).send(lazyReader('only', dropped), ten);
    expect(dropped).toEqual(['only']);
  });
});
