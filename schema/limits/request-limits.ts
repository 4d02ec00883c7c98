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
 * Most snippets that one step of a deletion of everything removes; DynamoDB takes no more in one call:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html.
 */
export const deletionItems = 25;
