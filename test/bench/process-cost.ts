import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants have cost since they began. */
export interface Cost {
  /** Of the threads that live now, in microseconds; fine enough for one request. */
  readonly threadsUs: number;
  /** Of all threads and of the children that ended, in milliseconds, in steps of 10. */
  readonly wholeMs: number;
  /** Resident memory, in bytes. */
  readonly memory: number;
}

const TICK_MS = 10;

/** Reads the cost of a process tree from Linux's /proc (https://man7.org/linux/man-pages/man5/proc.5.html). */
export function costOf(pid: number): Cost {
  const processes = treeOf(pid);
  const sum = (cost: (pid: number) => number): number =>
    processes.reduce((all, one) => all + (gone(() => cost(one)) ?? 0), 0);
  return { threadsUs: sum(threadsUs), wholeMs: sum(wholeMs), memory: sum(memoryOf) };
}

/** The process and its descendants. */
export function treeOf(pid: number): number[] {
  const children = gone(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      (readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').match(/\d+/g) ?? []).map(Number),
    ),
  );
  return [pid, ...(children ?? []).flatMap(treeOf)];
}

function threadsUs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.reduce((all, task) => {
    const nanoseconds = gone(() => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]));
    return all + (nanoseconds ?? 0) / 1_000;
  }, 0);
}

/** The fields 14 to 17 of `stat`: its own time and that of children it waited for, as user and as system. */
function wholeMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((all, ticks) => all + Number(ticks) * TICK_MS, 0);
}

function memoryOf(pid: number): number {
  const [, kibibytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1_024;
}

/** Undefined for what ended while it was looked at. */
function gone<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
