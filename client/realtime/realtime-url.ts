const APPSYNC_HOST = /^([a-z0-9]{26})\.appsync-api\.([a-z0-9-]+\.amazonaws\.com(?:\.cn)?)$/;

/**
 * Where the real-time protocol of an API is spoken: on a host of its own for a name that AppSync gave, else, as for
 * custom domains, at `<path>/realtime`.
 */
export function realtimeUrl(api: URL): URL {
  const url = new URL(api);
  url.protocol = api.protocol === 'https:' ? 'wss:' : 'ws:';
  const given = APPSYNC_HOST.exec(api.hostname);
  if (given) url.hostname = `${given[1]}.appsync-realtime-api.${given[2]}`;
  else url.pathname = `${api.pathname.replace(/\/$/, '')}/realtime`;
  return url;
}
