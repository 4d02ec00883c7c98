/** What both hosts need to know of a function. */
export interface FunctionEntry {
  /** Below this folder, exporting `handler`. */
  readonly file: string;
  /** The host ends a call that takes longer. */
  readonly timeoutSeconds: number;
  /** The internal fields of the API that it calls, and may call. */
  readonly calls: readonly `${'Query' | 'Mutation'}.${string}`[];
}

/** The one table of functions, read by both hosts. */
export const functions = {
  'generate-snippet': {
    file: 'generate-snippet/handler.ts',
    // The most there is: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.
    timeoutSeconds: 900,
    calls: [
      'Mutation.startSnippet',
      'Mutation.appendCode',
      'Mutation.keepAnswer',
      'Mutation.completeSnippet',
      'Mutation.failSnippet',
      'Mutation.reportTokens',
    ],
  },
  'await-snippet': { file: 'await-snippet.ts', timeoutSeconds: 27, calls: ['Query.snippetStatus'] },
  'snippet-file': { file: 'snippet-file.ts', timeoutSeconds: 10, calls: [] },
  'record-failure': { file: 'record-failure.ts', timeoutSeconds: 30, calls: ['Mutation.failSnippet'] },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof functions;

/**
 * Code that a function loads when it first needs it, so that no cold start waits for it. On both hosts it is the file
 * `<name>.cjs` beside the function's own.
 */
export const companions = {
  'check-syntax': { file: 'check-syntax/check-syntax.ts', of: 'generate-snippet' },
} as const satisfies Record<string, { file: string; of: FunctionName }>;

export type CompanionName = keyof typeof companions;
