// What `npm start` runs, kept in dist/host. JavaScript, as it is looked at before anything is loaded that reads TypeScript.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** The folder of the build. */
export const buildFolder = fileURLToPath(new URL('dist/host/', root));

/** The file that tells what a build was made of: each file, by its path from the root, with what {@link stampOf} said. */
export const inputsFile = `${buildFolder}inputs.json`;

/**
 * Tells whether the build is there, and was made of the sources and packages that are there now.
 * @param {string} listed the file that tells what it was made of
 * @returns {boolean}
 */
export function isFresh(listed = inputsFile) {
  try {
    const inputs = Object.entries(JSON.parse(readFileSync(listed, 'utf8')));
    return inputs.length > 0 && inputs.every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

/**
 * Sees to it that the build is fresh, by a process that ends with its compiler.
 * @throws Error it could not be built; the compiler has said why
 */
export function makeFresh() {
  if (isFresh()) return;
  const command = fileURLToPath(new URL('build-command.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', command], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The host could not be built from its sources.');
}

/**
 * What changes with a file: its time of change and its length; undefined without one.
 * @param {string} file from the root
 * @returns {string | undefined}
 */
export function stampOf(file) {
  const stat = statSync(new URL(file, root), { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs} ${stat.size}`;
}
