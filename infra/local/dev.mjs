// `npm run dev`: the host, started anew on the same data whenever a source changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isFresh } from './build/fresh-build.mjs';

const root = new URL('../../', import.meta.url);
const start = fileURLToPath(new URL('start.mjs', import.meta.url));
/** Where sources are, and what the host reads beside them. */
const watched = ['schema', 'resolvers', 'functions', 'infra', 'client'];
/** An editor writes several times, and a branch that is checked out changes many files. */
const SETTLED_MS = 150;

let host = begin();
let settling;
/** One after another: a host that begins while another one ends finds the data folder taken. */
let restarts = Promise.resolve();
let isStopping = false;
for (const folder of watched) {
  watch(new URL(folder, root), { recursive: true }, (_event, file) => {
    // The host reads its schema as it starts; the build knows only what is compiled.
    if (isFresh() && !file?.endsWith('.graphql')) return;
    clearTimeout(settling);
    settling = setTimeout(() => (restarts = restarts.then(restart)), SETTLED_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    isStopping = true;
    await restarts;
    await end(host, signal);
    process.exit(0);
  });
}

/** A host that cannot be built or started says why, and the next change starts it again. */
function begin() {
  return spawn(process.execPath, [start, ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit'] });
}

async function restart() {
  if (isStopping) return;
  console.error('snipstream: a source changed; starting anew…');
  await end(host, 'SIGTERM');
  host = begin();
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
