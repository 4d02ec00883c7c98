import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusSource } from './corpus-sources.ts';
import { corpusSources } from './corpus-sources.ts';
import { corpusFolder, folderOf } from './corpus.ts';

type Run = (command: string, ...words: string[]) => void;

/** Brings each package that is not there yet, by the clients of npm and Debian. One that cannot be had is named. */
for (const source of corpusSources) {
  const folder = folderOf(source);
  if (existsSync(folder)) continue;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    fetch(source.from, unfinished);
    renameSync(unfinished, folder);
    console.log(`fetched ${folder.slice(corpusFolder.length)}`);
  } catch (error) {
    console.error(`not fetched: ${JSON.stringify(source.from)}: ${error instanceof Error ? error.message : error}`);
  }
}

function fetch(from: CorpusSource['from'], folder: string): void {
  const run: Run = (command, ...words) =>
    void execFileSync(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  if ('npm' in from) run('npm', 'pack', '--silent', from.npm);
  else downloadFromDebian(from, run);
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.tgz')) run('tar', 'xzf', file);
    if (file.endsWith('.deb')) run('dpkg-deb', '-x', file, '.');
    if (/\.(tgz|deb)$/.test(file)) rmSync(join(folder, file));
  }
}

/** The version that was measured, or, where Debian has it no more, the one that took its place, which is named. */
function downloadFromDebian({ debian, version }: { debian: string; version: string }, run: Run): void {
  try {
    run('apt-get', 'download', '-qq', `${debian}=${version}`);
  } catch {
    console.error(`${debian} is there in another version than ${version}, which was measured.`);
    run('apt-get', 'download', '-qq', debian);
  }
}
