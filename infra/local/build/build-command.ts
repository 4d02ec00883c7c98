import { isFresh } from './fresh-build.mjs';
import { makeBuild } from './make-build.ts';

/** `npm run prepare`, which npm itself runs after an installation and before it packs. */
if (!isFresh()) {
  makeBuild().catch((error: unknown) => {
    console.error(`snipstream: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  });
}
