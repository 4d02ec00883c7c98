/** The worker's file, which the build names. */
declare const CODE_WORKER: string;

/** The part of the Trusted Types API that is used; a browser may not have it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Starts the worker that colours code. Under the page's policy a URL of a script has to come from the policy `snipstream`,
 * and that allows this one alone (https://w3c.github.io/trusted-types/dist/spec/).
 */
export function startCodeWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const url = trustedTypes
    ? trustedTypes.createPolicy('snipstream', { createScriptURL: onlyTheWorker }).createScriptURL(CODE_WORKER)
    : CODE_WORKER;
  return new Worker(url, { type: 'module' });
}

function onlyTheWorker(url: string): string {
  if (url !== CODE_WORKER) throw new TypeError(`No script may be loaded from ${url}.`);
  return url;
}
