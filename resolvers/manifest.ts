import type { FunctionName } from '../functions/function-manifest.ts';
import { pageItems } from '../schema/limits/request-limits.ts';

/** The data source of a resolver: none, the table `Snippets`, or one of the functions. */
export type SourceName = 'none' | 'table' | FunctionName;

/**
 * How a field is resolved: by one data source, or by a pipeline of steps in this order. `fieldFile` names the file of
 * its code.
 */
export type FieldEntry = { readonly source: SourceName } | { readonly steps: readonly StepName[] };

/** The data source of each step, by the folder of the step's code below `steps`. */
const rooms = {
  generation: {
    'check-options': 'none',
    'read-asked': 'table',
    'read-asked-and-parent': 'table',
    'estimate-request': 'table',
    record: 'table',
    'start-worker': 'generate-snippet',
    'record-refused-start': 'table',
    wait: 'await-snippet',
    'read-recorded': 'table',
    'read-parent-code': 'table',
  },
  changes: {
    'apply-change': 'table',
    'read-if-refused': 'table',
    'record-time-out': 'table',
    'kept-answer': 'none',
    'read-ended': 'table',
  },
  quotas: {
    'claim-quota': 'table',
    'claim-deployment-quota': 'table',
    'settle-quota': 'table',
    'settle-deleted': 'table',
    'count-late-tokens': 'table',
  },
  deletion: {
    'remove-file': 'snippet-file',
    'remove-item': 'table',
    'list-owned': 'table',
    'remove-files': 'snippet-file',
    'remove-items': 'table',
    'remove-late-files': 'snippet-file',
  },
  reading: {
    'read-one': 'table',
    'list-snippets': 'table',
    'list-refinements': 'table',
    'read-codes': 'table',
    'sign-link': 'snippet-file',
  },
} as const satisfies Record<string, Record<string, SourceName>>;

/** The data source of each step. `stepFile` names the file of its code. */
export const steps = {
  ...rooms.generation,
  ...rooms.changes,
  ...rooms.quotas,
  ...rooms.deletion,
  ...rooms.reading,
};

export type StepName = keyof typeof steps;

/** The file of a step's code, relative to this folder, such as `steps/generation/record.ts`. */
export function stepFile(name: StepName): string {
  const [room] = Object.entries(rooms).find(([, held]) => name in held) ?? [];
  return `steps/${room}/${name}.ts`;
}

/**
 * How many requests of a step are combined in one call of its function at most. A step that is not named here is not
 * batched.
 */
export const batches: { readonly [Step in StepName]?: number } = { 'sign-link': pageItems.most };

/**
 * All resolvers. Both hosts read this table. A field that may be null without a call of its data source is resolved by
 * a step: if a resolver returns null early, AppSync answers with an error, but the early return of a step is not yet
 * the answer (https://github.com/aws/aws-appsync-community/issues/280).
 */
export const fields = {
  'Query.snippet': { source: 'table' },
  'Query.snippets': { steps: ['list-snippets', 'read-codes'] },
  'Query.snippetStatus': { source: 'table' },
  'Query.models': { source: 'none' },
  'Query.usage': { source: 'table' },
  'Query.estimate': { steps: ['check-options', 'read-asked', 'estimate-request'] },
  'Query.estimateRefinement': { steps: ['check-options', 'read-asked-and-parent', 'estimate-request'] },
  'Mutation.generateCode': {
    steps: [
      'check-options',
      'read-asked',
      'claim-quota',
      'claim-deployment-quota',
      'record',
      'start-worker',
      'record-refused-start',
      'settle-quota',
      'wait',
      'read-recorded',
    ],
  },
  'Mutation.refineSnippet': {
    steps: [
      'check-options',
      'read-asked-and-parent',
      'claim-quota',
      'claim-deployment-quota',
      'record',
      'start-worker',
      'record-refused-start',
      'settle-quota',
      'wait',
      'read-recorded',
    ],
  },
  'Mutation.cancelSnippet': { steps: ['apply-change', 'read-if-refused', 'settle-quota'] },
  'Mutation.deleteSnippet': { steps: ['read-ended', 'remove-file', 'remove-item'] },
  'Mutation.deleteAllSnippets': {
    steps: ['list-owned', 'remove-files', 'remove-items', 'remove-late-files', 'settle-deleted'],
  },
  'Mutation.startSnippet': {
    steps: ['apply-change', 'read-if-refused', 'read-parent-code', 'kept-answer', 'settle-quota'],
  },
  'Mutation.appendCode': { steps: ['apply-change', 'read-if-refused'] },
  'Mutation.completeSnippet': { steps: ['apply-change', 'read-if-refused', 'settle-quota'] },
  'Mutation.keepAnswer': { steps: ['apply-change', 'read-if-refused'] },
  'Mutation.failSnippet': { steps: ['apply-change', 'read-if-refused', 'record-time-out', 'settle-quota'] },
  'Mutation.reportTokens': { steps: ['apply-change', 'count-late-tokens'] },
  'Subscription.onSnippetCompleted': { source: 'none' },
  'Subscription.onSnippetProgress': { source: 'none' },
  'Snippet.code': { steps: ['read-one'] },
  'Snippet.sequence': { steps: ['read-one'] },
  'Snippet.parent': { steps: ['read-one'] },
  'Snippet.refinements': { steps: ['list-refinements', 'read-codes'] },
  'Snippet.downloadUrl': { steps: ['sign-link'] },
} as const satisfies Record<string, FieldEntry>;

/** `Type.field`, as in `Query.snippet`. */
export type FieldName = keyof typeof fields;

/** The folder with the fields of each type, relative to this folder. */
const folders: Readonly<Record<string, string>> = {
  Query: 'queries',
  Mutation: 'mutations',
  Subscription: 'subscriptions',
  Snippet: 'snippet-fields',
};

/** The file of a field's code, below this folder: `queries/Query.snippet.ts`. */
export function fieldFile(name: FieldName): string {
  return `${folders[name.slice(0, name.indexOf('.'))]}/${name}.ts`;
}
