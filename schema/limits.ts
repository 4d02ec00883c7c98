/**
 * Every time, limit and count that more than one place has to know. Both hosts, the resolvers, the functions and the
 * client read them here; test/schema/descriptions.test.ts compares them with what schema.graphql tells callers, and
 * test/schema/timeline.test.ts derives what has to stay shorter than what. The time-outs of the functions stand in
 * functions/function-manifest.ts. A name ends in its unit; text is counted in UTF-16 units where it says `Units`.
 * They are several tables because a resolver carries with it each table that it reads from, and its numbers are written
 * out because the bundler leaves a table out only when nothing in it has to be computed.
 */

/** What one request may ask for. */
export const requestLimits = {
  instructionUnits: 4_000,
  /** For a model that does not say how much it writes. */
  mostTokens: 128_000,
  stopSequences: 4,
  stopSequenceUnits: 100,
  /** The longest wait for the finished snippet, and the one when the caller names none. */
  waitSeconds: 25,
} as const;

/** How deep a query may be; the introspection of ordinary tools needs nearly as much. */
export const queryDepth = 16;

/**
 * Most snippets that one step of a deletion of everything removes; DynamoDB takes no more in one call:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html.
 */
export const deletionItems = 25;

/** Items on a page of a list. */
export const pageItems = { usual: 20, most: 100 } as const;

/** What one snippet may come to. */
export const snippetLimits = {
  /** How often the worker may begin. */
  attempts: 3,
  /** In UTF-8, so that the completed event fits into `appSync.eventBytes`. */
  codeBytes: 98_304,
  modelMessageUnits: 500,
  causeUnits: 500,
} as const;

/** For how long something may come of a snippet; then it counts as timed out. */
export const expectation = {
  /** From when it is recorded. */
  expectedMs: 5_700_000,
  /** More with each claim, which is more than its attempt can take. */
  claimMs: 960_000,
} as const;

/** The files of finished snippets. */
export const snippetFiles = {
  /** Every object key begins with it. */
  folder: 'code-output/',
  /** Most units of the instruction in a file's name. */
  slugUnits: 48,
  linkSeconds: 300,
} as const;

/** How an attempt keeps its snippet. A deployment may choose its lease between the least and the most. */
export const lease = {
  usualMs: 45_000,
  leastMs: 25_000,
  mostMs: 55_000,
  /** After how long without a part it is renewed. */
  renewAfterMs: 5_000,
} as const;

/** How the worker spends its time. */
export const work = {
  /** The longest time between two parts while text comes. */
  partIntervalMs: 500,
  /** So much text that waits, in UTF-8, is sent before that time is over. */
  partBytes: 4_096,
  /** How long storing the file may take. */
  storeWithinMs: 20_000,
  /** What is left of the function's time when the model is stopped, to store the code or to say that it failed. */
  settlingMs: 60_000,
  /** How long an attempt may ask models and hear them, at most. */
  modelWithinMs: 900_000,
  /** How long a model that has begun to write may be silent. */
  modelIdleMs: 60_000,
  /** The longest pause before a model is asked for the second time; it doubles with each further one, up to the most. */
  modelPauseMs: 1_000,
  longestModelPauseMs: 15_000,
  /** A pace of writing that callers are told, to judge by how many tokens there is time for. */
  tokensPerSecond: 50,
  /** Most tokens of one answer when the caller names no number and the model's own limit is known. */
  usualTokens: 8_192,
  /** So many more for a model that thinks before it writes, whose thoughts count too. */
  thinkingTokens: 24_576,
} as const;

/** How the functions call the API. */
export const internalCalls = {
  oneTryMs: 10_000,
  /** For how long a call is repeated at least; a worker repeats its calls for as long as its lease lasts. */
  repeatForMs: 10_000,
  /** The longest pause before the second try; it doubles with each further one, up to the most, and of that a share by chance. */
  pauseMs: 200,
  mostPauseMs: 8_000,
} as const;

/** How `await-snippet` looks for the end of a snippet. */
export const polls = {
  most: 30,
  firstPauseMs: 500,
  /** Each pause is so many times the one before. */
  growth: 1.1,
  longestPauseMs: 1_000,
  /** How long after the wait is over a call that still runs may take; its answer is read again in any case. */
  graceMs: 100,
} as const;

/** How often and for how long the worker's events are delivered. */
export const deliveries = {
  /** Lambda's own: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html. */
  retryDelaysMs: [60_000, 120_000],
  /** An event that is older is given up. */
  eventAgeMs: 3_600_000,
  /** An operator is told of an event that is so old. */
  eventAgeAlarmMs: 300_000,
  /** How long an event that could not be recorded as failed stays hidden, and how often it is received at most. */
  visibilityMs: 120_000,
  receives: 10,
} as const;

/** Over how long the firewall counts requests, and the alarms count what they watch. */
export const watchSeconds = 300;

/** How long a watcher hears nothing before it asks for the snippet. */
export const silenceMs = 10_000;

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
