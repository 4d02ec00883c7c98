import type { CDPSession, Page } from 'playwright-core';

/** Tasks of the thread that draws a page, while they are recorded. */
export interface TaskRecord {
  /** Ends the recording. @returns the processor time of each task, in milliseconds, the longest first */
  stop(): Promise<number[]>;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds: what others take of the machine does not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Records by Chromium's tracing, which tells the processor time of a task and not only by the clock how long it took. */
export async function recordTasks(page: Page): Promise<TaskRecord> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  return {
    async stop() {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      const drawing = new Set(
        events
          .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
          .map(({ pid, tid }) => `${pid}:${tid}`),
      );
      return events
        .filter(({ ph, pid, tid, name }) => ph === 'X' && name.endsWith('RunTask') && drawing.has(`${pid}:${tid}`))
        .map(({ tdur = 0 }) => tdur / 1000)
        .sort((a, b) => b - a);
    },
  };
}
