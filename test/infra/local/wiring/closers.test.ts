import { describe, expect, it } from 'vitest';
import { createClosers } from '../../../../infra/local/wiring/closers.ts';

describe('what a host has opened', () => {
  it('is closed last opened first, each after the one before is done', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => closed.push('folder'));
    closers.add(async () => {
      await Promise.resolve();
      closed.push('table');
    });
    closers.add(() => closed.push('queue'));
    await closers.close();
    expect(closed).toEqual(['queue', 'table', 'folder']);
  });

  it('is closed once', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => closed.push('folder'));
    await Promise.all([closers.close(), closers.close()]);
    await closers.close();
    expect(closed).toEqual(['folder']);
  });

  it('is all closed even if one of it fails, and then the failure is told', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => closed.push('folder'));
    closers.add(() => Promise.reject(new Error('The table is stuck.')));
    await expect(closers.close()).rejects.toThrow('The table is stuck.');
    expect(closed).toEqual(['folder']);
  });
});
