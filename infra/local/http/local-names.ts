const LOCAL_NAMES = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * Whether a `Host` header names this machine, with whatever port, since ports are forwarded. Under another name a page of
 * the world could have its own domain point here, and read what this host tells local pages ("DNS rebinding").
 */
export function isLocalName(host: string | undefined): boolean {
  return host !== undefined && LOCAL_NAMES.test(host);
}
