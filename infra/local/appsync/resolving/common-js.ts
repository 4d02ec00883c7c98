/** An ES module as CommonJS, with the source map that leads back. */
export interface CommonJs {
  readonly script: string;
  /** JSON. */
  readonly map: string;
}

const made = new Map<string, CommonJs>();

/** Keeps what {@link commonJsOf} gave for a text before, in another process too, so that no compiler need be loaded. */
export function keepCommonJs(code: string, commonJs: CommonJs): void {
  made.set(code, commonJs);
}

/**
 * Turns an ES module into CommonJS.
 * @throws the failure of esbuild, when the text is no such module
 */
export async function commonJsOf(code: string): Promise<CommonJs> {
  const kept = made.get(code);
  if (kept) return kept;
  const { transform } = await import('esbuild');
  const { code: script, map } = await transform(code, {
    format: 'cjs',
    target: 'esnext',
    sourcemap: 'external',
    sourcefile: 'code.js',
    banner: '"use strict";',
  });
  const commonJs = { script, map };
  made.set(code, commonJs);
  return commonJs;
}
