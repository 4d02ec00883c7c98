/** What a deployment on AWS allows in a day by UTC unless its owner says otherwise. */
export const defaultQuotas = {
  /** Of each user and each IAM identity. */
  user: { generations: 200, tokens: 2_000_000, running: 5 },
  /** Of all who share the API key. */
  key: { generations: 50, tokens: 200_000, running: 3 },
  /** Of everybody together, in generations. */
  deployment: 2_000,
} as const;

/** Stands for no limit: more than anybody can use. */
export const NO_LIMIT = 1_000_000_000_000;

/** Days that `Query.usage` tells of, today among them. The counters of older ones are removed. */
export const usageDays = { usual: 7, most: 31 } as const;

/**
 * How tokens are estimated where no model has counted them: so many UTF-16 units are one, and so many more are read with
 * each request, which are the rules of the prompt. A token of Claude's stands for about 3.5 characters of English
 * (https://docs.claude.com/en/docs/about-claude/glossary); this is meant to be a little too much.
 */
export const tokenEstimate = { unitsPerToken: 3, promptTokens: 300 } as const;

/** For how much longer than anything may come of a snippet its place among the running ones is kept. */
export const quotaGraceMs = 60_000;
