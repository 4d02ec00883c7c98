import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Where the clients are installed: no tool of the project looks there. */
export const clientsFolder = fileURLToPath(new URL('../../../dist/other-clients/', import.meta.url));

/** Installs the clients as their lock file names them, without running anything of theirs; nothing when they are there. */
export default function installClients(): void {
  const lock = `${clientsFolder}package-lock.json`;
  const isThere =
    existsSync(`${clientsFolder}node_modules/.package-lock.json`) &&
    existsSync(lock) &&
    readFileSync(lock, 'utf8') === readFileSync(beside('package-lock.json'), 'utf8');
  if (isThere) return;
  mkdirSync(clientsFolder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(beside(name), `${clientsFolder}${name}`);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: clientsFolder,
    stdio: 'inherit',
  });
}
