import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';

/** The limits of one request. AppSync does not publish its own limits for the last four. */
export const executionLimits = {
  /** How long its execution may take, in milliseconds. */
  executionMs: appSync.requestMs,
  /** How many tokens its query may have. */
  tokens: appSync.queryTokens,
  /** How many resolvers it may run. */
  resolvers: appSync.resolvers,
  /** How many brackets of its query, or of its JSON, may be open at once. */
  nesting: 100,
  /** How many selections its query may have with the fragments written out. */
  selections: 50_000,
  /** How many fields its answer may have. */
  fields: 100_000,
  /** How long the texts of its answer may be together, in UTF-16 units. */
  characters: 20_000_000,
} as const;

export type ExecutionLimits = { readonly [Name in keyof typeof executionLimits]: number };
