/**
 * What the page may do, as a Content-Security-Policy: it runs nothing but its own files, sends nothing but to the addresses
 * named here, and no page may show it in a frame. It makes no HTML of texts, which Trusted Types hold it to; its one policy
 * gives the address of its worker.
 * @param connectTo what it may ask beside the place it came from
 */
export function pagePolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types snipstream',
  ].join('; ');
}
