import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Row } from './bench-row.ts';
import { isWorse, rowsIn, tableOf } from './bench-row.ts';
import { costOf } from './process-cost.ts';

const row: Row = {
  ...{ what: 'snippet(id), CPU', unit: 'µs', figure: 1_498, floor: 44, floorIs: 'bare node:http' },
  reach: '≤ 1,000 µs',
};
const withoutFloor: Row = { ...row, what: 'a generation', unit: 'ms', figure: 102, floor: null, floorIs: 'none' };

describe('the table of the bench', () => {
  it('is read back as it was written', () => {
    expect(rowsIn(tableOf([row, withoutFloor], []))).toEqual([
      { what: 'snippet(id), CPU', figure: 1_498, floor: 44 },
      { what: 'a generation', figure: 102, floor: null },
    ]);
  });

  it('marks a row that is worse by more than a fifth, counted by its floor where it has one', () => {
    const earlier = rowsIn(tableOf([row, withoutFloor], []));
    const bySpeed = (factor: number, floor: number): Row => ({ ...row, figure: row.figure * factor, floor });
    expect(tableOf([bySpeed(1.3, 44)], earlier)).toContain('WORSE, was 1,498');
    expect(tableOf([bySpeed(1.1, 44)], earlier)).not.toContain('WORSE');
    expect(tableOf([bySpeed(2, 88)], earlier)).not.toContain('WORSE');
    expect(tableOf([{ ...withoutFloor, figure: 130 }], earlier)).toContain('WORSE, was 102');
    expect(isWorse({ ...row, what: 'a new row', figure: 1e9 }, undefined)).toBe(false);
  });

  it('stands in the README of the local host, whose rows the bench finds again', () => {
    const readme = readFileSync(new URL('../../infra/local/README.md', import.meta.url), 'utf8');
    expect(rowsIn(readme).length).toBeGreaterThan(15);
  });
});

describe.skipIf(process.platform !== 'linux')('the cost of a process', () => {
  it('grows by the time that its processor works', () => {
    const before = costOf(process.pid);
    const { user, system } = process.cpuUsage();
    for (let spent = 0; spent < 200_000;) {
      const now = process.cpuUsage({ user, system });
      spent = now.user + now.system;
    }
    const { threadsUs, wholeMs } = costOf(process.pid);
    expect(threadsUs - before.threadsUs).toBeGreaterThan(150_000);
    expect(wholeMs - before.wholeMs).toBeGreaterThan(100);
  });
});
