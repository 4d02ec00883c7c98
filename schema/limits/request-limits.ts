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

/** Items on a page of a list. */
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
