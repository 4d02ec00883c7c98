/** The times and sizes that govern the worker. */
export const work = {
  /** The longest time between two parts while the model writes. */
  partIntervalMs: 500,
  /**
   * On the local host, where parts cost nothing, the interval between parts is shorter as long as a thread generates
   * few snippets at once and the code is short.
   */
  quickParts: { intervalMs: 50, mostAtOnce: 4, mostBytes: 8_192 },
  /** If this many bytes of UTF-8 are waiting, they are sent before the interval is over. */
  partBytes: 4_096,
  /** The longest time for storing the file. */
  storeWithinMs: 20_000,
  /**
   * The model is stopped this long before the time-out of the function, so that the code can be stored or the failure
   * recorded.
   */
  settlingMs: 60_000,
  /** The longest time that an attempt may spend on calls of models. */
  modelWithinMs: 900_000,
  /** After a model has begun to write, this is the longest time without further text, in milliseconds. */
  modelIdleMs: 60_000,
  /**
   * The longest pause before the second call of a model. It doubles with each further call, up to
   * `longestModelPauseMs`.
   */
  modelPauseMs: 1_000,
  longestModelPauseMs: 15_000,
  /**
   * The writing speed that the documentation assumes. With it callers can estimate how many tokens a model can write
   * in time.
   */
  tokensPerSecond: 50,
  /** The token limit of an answer if the caller gives none and the limit of the model is known. */
  usualTokens: 8_192,
  /** The tokens that are added for a model that thinks before it writes, because its thoughts count as output. */
  thinkingTokens: 24_576,
} as const;

/** The times of the calls that the functions make to the API. */
export const internalCalls = {
  oneTryMs: 10_000,
  /** A call is repeated for at least this long. The worker repeats its calls for as long as its lease lasts. */
  repeatForMs: 10_000,
  /**
   * The longest pause before the second try. It doubles with each further try up to `mostPauseMs`, and is then
   * multiplied by a random number from 0 to 1.
   */
  pauseMs: 200,
  mostPauseMs: 8_000,
} as const;
