import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True where this user may mount file systems; tests that need one of their own are skipped elsewhere. */
export const mayMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mountDisk('1m').unmount();
    return true;
  } catch {
    return false;
  }
})();

/** A disk of its own in memory. */
export interface SmallDisk {
  readonly path: string;
  makeReadOnly(): void;
  unmount(): void;
}

export function mountDisk(size: string): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'snipstream-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'pipe' });
  return {
    path,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path], { stdio: 'pipe' }),
    unmount() {
      execFileSync('umount', ['-l', path], { stdio: 'pipe' });
      rmdirSync(path);
    },
  };
}
