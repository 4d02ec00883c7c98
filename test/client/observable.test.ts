import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCell } from '../../client/observable.ts';

describe('an observable', () => {
  it('tells of each change, and of none that is none', () => {
    const cell = createCell(1);
    const told: number[] = [];
    cell.subscribe(() => told.push(cell.current));
    cell.set(2);
    cell.set(2);
    cell.set(3);
    expect(told).toEqual([2, 3]);
  });

  it('tells changes that may wait as one, and a change that may not together with them', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const cell = createCell(1);
    const told: number[] = [];
    cell.subscribe(() => told.push(cell.current));
    cell.set(2, 16);
    cell.set(3, 16);
    expect([cell.current, cell.latest]).toEqual([1, 3]);
    vi.advanceTimersByTime(16);
    expect(told).toEqual([3]);
    cell.set(4, 16);
    cell.set(5);
    expect(told).toEqual([3, 5]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([3, 5]);
  });

  it('tells the others too when one throws, and lets that error be seen', () => {
    const thrown: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => thrown.push(task));
    onTestFinished(() => void vi.unstubAllGlobals());
    const cell = createCell(1);
    let told = 0;
    cell.subscribe(() => {
      throw new Error('of the listener');
    });
    cell.subscribe(() => told++);
    cell.set(2);
    expect(told).toBe(1);
    expect(thrown[0]).toThrow('of the listener');
  });

  it('tells a listener that came twice twice, and no more once it has gone', () => {
    const cell = createCell(1);
    let told = 0;
    const listener = (): void => void told++;
    const first = cell.subscribe(listener);
    cell.subscribe(listener);
    cell.set(2);
    first();
    first();
    cell.set(3);
    expect(told).toBe(3);
  });
});
