import { downloadLines } from '../bedrock/models/download-lines.ts';
import type { Screen } from '../command-line/screen.ts';
import type { OnProgress } from './servers/pull-model.ts';

const SHOW_EVERY_MS = 200;

/** Shows a download: one line that changes on a terminal, else a line for each tenth. */
export function showProgress(title: string, screen: Screen): OnProgress {
  if (!screen.live) {
    const tell = downloadLines(title, { write: (line) => screen.say(line.trimEnd()) });
    return (downloadedSize, totalSize) => tell({ downloadedSize, totalSize });
  }
  const began = performance.now();
  let first: number | undefined;
  let shown = -Infinity;
  return (done, total) => {
    first ??= done;
    const now = performance.now();
    if (now - shown < SHOW_EVERY_MS && done < total) return;
    shown = now;
    const perSecond = (done - first) / Math.max(0.001, (now - began) / 1000);
    const left = perSecond > 0 ? `, ${Math.ceil((total - done) / perSecond)} s left` : '';
    const amount = `${Math.floor(done / 1e6)} of ${Math.ceil(total / 1e6)} MB`;
    screen.status(
      `${title}: ${Math.floor((100 * done) / total)} %, ${amount}, ${(perSecond / 1e6).toFixed(1)} MB/s${left}`,
    );
  };
}

/** Shows that something goes on for as long as it takes. */
export async function whileShowing<Result>(title: string, screen: Screen, work: Promise<Result>): Promise<Result> {
  screen.say(`${title}.`);
  const began = performance.now();
  const ticking = setInterval(
    () => screen.status(`${title}: ${Math.floor((performance.now() - began) / 1000)} s`),
    SHOW_EVERY_MS,
  );
  try {
    return await work;
  } finally {
    clearInterval(ticking);
    screen.status('');
  }
}
