import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** A host that takes its time to end, and cannot run twice. */
const slowHost = `
import { existsSync, rmSync, writeFileSync } from 'node:fs';
if (existsSync('taken')) {
  console.log('the folder is taken');
  process.exit(1);
}
writeFileSync('taken', '');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => {
  console.log('ending');
  setTimeout(() => { rmSync('taken'); process.exit(0); }, 1_000);
});
setInterval(() => undefined, 1_000);
console.log('ready');
`;

it('starts a host anew for each change, never two at once, and ends the last one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-dev-'));
  const script = join(folder, 'infra/local/dev.mjs');
  for (const path of ['schema', 'resolvers', 'functions', 'client', 'infra/local/build'])
    mkdirSync(join(folder, path), { recursive: true });
  copyFileSync(fileURLToPath(new URL('../../../infra/local/dev.mjs', import.meta.url)), script);
  writeFileSync(join(folder, 'infra/local/start.mjs'), slowHost);
  writeFileSync(join(folder, 'infra/local/build/fresh-build.mjs'), 'export const isFresh = () => false;');
  const child = spawn(process.execPath, [script], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const printed: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      printed.push(line);
      const times = printed.filter((one) => one === line).length;
      if (line === 'the folder is taken' || (line === 'ready' && times === 3)) break;
      // The second change comes while the host of the first one is still ending.
      if (line === 'ready' || times === 1) writeFileSync(join(folder, 'schema', `${line}-${times}.ts`), '');
    }
    expect(printed).not.toContain('the folder is taken');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(folder, 'taken'))).toBe(false);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
