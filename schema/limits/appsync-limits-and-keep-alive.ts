/**
 * AppSync's own limits, which the local host keeps to as well: https://docs.aws.amazon.com/general/latest/gr/appsync.html
 * and https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html.
 */
export const appSync = {
  /** For a request as a whole, and so for each source. */
  requestMs: 30_000,
  /** Of the text of a query. */
  queryTokens: 15_000,
  /** That one request may run. AppSync lets an API choose up to 10,000. */
  resolvers: 1_000,
  /** A frame of the real-time protocol, in either direction. */
  eventBytes: 245_760,
  /** Between two frames that say that the connection lives. */
  keepAliveMs: 60_000,
  /** Without a frame for so long a connection counts as gone. */
  connectionTimeoutMs: 300_000,
} as const;
