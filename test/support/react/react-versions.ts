import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { HTMLElement } from 'happy-dom';
import { Window } from 'happy-dom';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Both versions of React, by the names under which their packages are installed. */
const packages = {
  18: { react: 'react-18', 'react-dom': 'react-dom-18' },
  19: { react: 'react', 'react-dom': 'react-dom' },
} as const;

export type ReactVersion = keyof typeof packages;
export const reactVersions: ReactVersion[] = [18, 19];

/** What the bundle exports. */
interface Bundled {
  readonly react: typeof import('react');
  readonly dom: typeof import('react-dom/client');
  readonly server: Pick<typeof import('react-dom/server'), 'renderToString'>;
  readonly snipstream: typeof import('../../../client/react/index.ts');
}

/** One version of React, with `snipstream/react` on it. */
export interface ReactModules extends Bundled {
  /** A new element of the document to render into. */
  newPlace(): HTMLElement;
}

const contents = `
export * as react from 'react';
export * as dom from 'react-dom/client';
export * as server from 'react-dom/server.browser';
export * as snipstream from './client/react/index.ts';
`;

/** Bundles them in development mode, in which StrictMode mounts twice, and loads them where there is a document. */
export async function loadReact(version: ReactVersion): Promise<ReactModules> {
  const window = new Window({ url: 'http://127.0.0.1/' });
  const { document, navigator } = window;
  for (const [name, value] of Object.entries({ window, document, navigator })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-react-'));
  try {
    const file = join(folder, `react-${version}.mjs`);
    await build({
      stdin: { contents, resolveDir: project, loader: 'ts' },
      outfile: file,
      bundle: true,
      format: 'esm',
      platform: 'browser',
      alias: packages[version],
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'error',
    });
    const bundled = (await import(pathToFileURL(file).href)) as Bundled;
    const newPlace = (): HTMLElement => {
      const place = document.createElement('div');
      document.body.appendChild(place);
      return place;
    };
    return { ...bundled, newPlace };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
