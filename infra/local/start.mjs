// `npm start`: runs the host as one file of plain JavaScript, whose compiled form is kept beside it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script, constants } from 'node:vm';
import { buildFolder, isFresh, makeFresh } from './build/fresh-build.mjs';

const file = join(buildFolder, 'host.cjs');
const cacheFile = join(buildFolder, 'host.cache');

try {
  if (!isFresh()) console.error('snipstream: building what the sources say now…');
  makeFresh();
} catch (error) {
  console.error(`snipstream: ${error.message}`);
  process.exit(1);
}
const cachedData = readIfThere(cacheFile);
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
  {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  },
);
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
await module.exports.running;
// By now it holds what a start compiles. It is made anew where V8 is another.
if (!cachedData || script.cachedDataRejected) keep(script.createCachedData());

/** A start without it is only slower, so a folder that cannot be written is no failure. */
function keep(data) {
  try {
    const unfinished = `${cacheFile}.${process.pid}`;
    writeFileSync(unfinished, data);
    renameSync(unfinished, cacheFile);
  } catch {
    // It is made again at the next start.
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
