/** How the worker spends its time. */
export const work = {
  /** The longest time between two parts while text comes. */
  partIntervalMs: 500,
  /**
   * Where a part costs nothing, on the local host, this is the time between two of them, for as long as a thread writes few
   * snippets at once and the code is short.
   */
  quickParts: { intervalMs: 50, mostAtOnce: 4, mostBytes: 8_192 },
  /** So much text that waits, in UTF-8, is sent before that time is over. */
  partBytes: 4_096,
  /** How long storing the file may take. */
  storeWithinMs: 20_000,
  /** What is left of the function's time when the model is stopped, to store the code or to say that it failed. */
  settlingMs: 60_000,
  /** How long an attempt may ask models and hear them, at most. */
  modelWithinMs: 900_000,
  /** After a model has begun to write, this is the longest time without further text, in milliseconds. */
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
