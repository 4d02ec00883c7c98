/** The facts about a function that both hosts need. */
export interface FunctionEntry {
  /** The path of the file that exports `handler`, relative to this folder. */
  readonly file: string;
  /** If a call takes longer than this, the host ends it. */
  readonly timeoutSeconds: number;
  /** The internal fields of the API that the function calls. It has permission for these and no others. */
  readonly calls: readonly `${'Query' | 'Mutation'}.${string}`[];
}

/** All functions. Both hosts read this table. */
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
 * Code that a function loads only when it first needs it, so that it does not delay a cold start. On both hosts it is
 * the file `<name>.cjs` beside the file of the function.
 */
export const companions = {
  'check-syntax': { file: 'check-syntax/check-syntax.ts', of: 'generate-snippet' },
} as const satisfies Record<string, { file: string; of: FunctionName }>;

export type CompanionName = keyof typeof companions;
