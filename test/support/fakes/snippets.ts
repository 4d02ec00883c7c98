import type { Estimate, Snippet, SnippetProgress, UsageDay } from '../../../client/index.ts';

export const id = '6f0b8d0e-4f0e-4a0e-9f6e-1d2c3b4a5968';

/** A snippet as the API gives it: completed unless told otherwise. */
export function aSnippet(differs: Partial<Snippet> = {}): Snippet {
  return {
    id,
    language: 'PYTHON',
    instruction: 'implement binary search',
    status: 'COMPLETED',
    code: 'print("hi")\n',
    fileName: '014501-implement-binary-search.py',
    objectKey: 'code-output/2026-11-23/014501-implement-binary-search.py',
    downloadUrl: null,
    model: 'cookbook',
    sequence: 1,
    truncated: false,
    usage: null,
    failure: null,
    attempts: 1,
    modelCalls: 1,
    check: { state: 'PASSED', faults: [], repaired: null },
    parentId: null,
    owner: 'public',
    createdAt: '2026-11-23T01:45:01.000Z',
    updatedAt: '2026-11-23T01:45:02.000Z',
    completedAt: '2026-11-23T01:45:02.000Z',
    ...differs,
  };
}

/** News of that snippet: its first part unless told otherwise. */
export function news(differs: Partial<SnippetProgress> = {}): SnippetProgress {
  return {
    id,
    owner: 'public',
    language: 'PYTHON',
    status: 'GENERATING',
    sequence: 1,
    offset: 0,
    part: 'print',
    failure: null,
    ...differs,
  };
}

/** What was used on the day of that snippet. */
export function aUsageDay(differs: Partial<UsageDay> = {}): UsageDay {
  return {
    day: '2026-11-23',
    asked: 3,
    completed: 1,
    failed: 1,
    cancelled: 0,
    running: 1,
    used: 2,
    limit: 50,
    inputTokens: 120,
    outputTokens: 900,
    usedTokens: 5_020,
    tokenLimit: 200_000,
    cost: 0.0125,
    resetsAt: '2026-11-24T00:00:00.000Z',
    ...differs,
  };
}

/** What a request of that day would use. */
export function anEstimate(differs: Partial<Estimate> = {}): Estimate {
  return {
    model: 'cookbook',
    inputTokens: 308,
    maxOutputTokens: 8_192,
    leastCost: 0.000308,
    mostCost: 0.041268,
    generationsLeft: 48,
    tokensLeft: 194_980,
    runningLeft: 2,
    resetsAt: '2026-11-24T00:00:00.000Z',
    refusal: null,
    ...differs,
  };
}
