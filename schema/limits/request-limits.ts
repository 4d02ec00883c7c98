/** The limits of one request for code. */
export const requestLimits = {
  instructionUnits: 4_000,
  /** The highest token limit that a caller may choose for a model whose own limit is not known. */
  mostTokens: 128_000,
  stopSequences: 4,
  stopSequenceUnits: 100,
  /** The longest time that a request waits for the finished snippet. It is also the default. */
  waitSeconds: 25,
} as const;

/** The greatest depth of a query. The introspection queries of common tools need nearly this depth. */
export const queryDepth = 16;

/** The default and the greatest number of items on a page of a list. */
export const pageItems = { usual: 20, most: 100 } as const;

/**
 * The codes of a page that are read in one call: 100 of the largest together are 9.8 MB, and AppSync evaluates at most 5 MB
 * for a handler (https://docs.aws.amazon.com/general/latest/gr/appsync.html), in which JSON makes a code longer.
 */
export const listedCodes = { readBytes: 3_000_000 } as const;

/**
 * Most snippets that one step of a deletion of everything removes; DynamoDB takes no more in one call:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html.
 */
export const deletionItems = 25;
