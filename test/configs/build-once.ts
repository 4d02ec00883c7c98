import { makeFresh } from '../../infra/local/build/fresh-build.mjs';

/** Builds what the host runs before any test starts one, so that the tests do not build it side by side. */
export function setup(): void {
  makeFresh();
}
