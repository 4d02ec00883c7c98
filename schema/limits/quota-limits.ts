/** The quotas of a deployment on AWS for one UTC day, unless the setting `quotas` changes them. */
export const defaultQuotas = {
  /** The quota of each user and each IAM identity. */
  user: { generations: 200, tokens: 2_000_000, running: 5 },
  /** The limits that all callers with the API key share. */
  key: { generations: 50, tokens: 200_000, running: 3 },
  /** The number of generations for all owners together. */
  deployment: 2_000,
} as const;

/** A number that stands for no limit. Nobody can use this much. */
export const NO_LIMIT = 1_000_000_000_000;

/** The number of days that `Query.usage` returns, including today. The counters of older days are removed. */
export const usageDays = { usual: 7, most: 31 } as const;

/**
 * How tokens are estimated where no model has counted them: so many UTF-16 units are one, and so many more are read with
 * each request, which are the rules of the prompt. A token of Claude's stands for about 3.5 characters of English
 * (https://docs.claude.com/en/docs/about-claude/glossary); this is meant to be a little too much.
 */
export const tokenEstimate = { unitsPerToken: 3, promptTokens: 300 } as const;

/** A generation counts as running for this much longer than it can make progress, in milliseconds. */
export const quotaGraceMs = 60_000;
