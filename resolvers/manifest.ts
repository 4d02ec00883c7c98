import type { FunctionName } from '../functions/function-manifest.ts';
import { pageItems } from '../schema/limits/request-limits.ts';

/** Where a resolver's request goes: nowhere, the table `Snippets`, or one of the functions. */
export type SourceName = 'none' | 'table' | FunctionName;

/** How a field reaches its source: at once, or through steps in this order. Its code is the file of `fieldFile`. */
export type FieldEntry = { readonly source: SourceName } | { readonly steps: readonly StepName[] };

/** The code of a step is `steps/<name>.ts`. */
export const steps = {
  'check-options': 'none',
  'read-asked': 'table',
  'read-asked-and-parent': 'table',
  'estimate-request': 'table',
  'claim-quota': 'table',
  'claim-deployment-quota': 'table',
  record: 'table',
  'start-worker': 'generate-snippet',
  'record-refused-start': 'table',
  'settle-quota': 'table',
  wait: 'await-snippet',
  'read-recorded': 'table',
  'apply-change': 'table',
  'read-if-refused': 'table',
  'record-time-out': 'table',
  'read-parent-code': 'table',
  'kept-answer': 'none',
  'read-ended': 'table',
  'remove-file': 'snippet-file',
  'remove-item': 'table',
  'list-owned': 'table',
  'remove-files': 'snippet-file',
  'remove-items': 'table',
  'remove-late-files': 'snippet-file',
  'settle-deleted': 'table',
  'count-late-tokens': 'table',
  'read-one': 'table',
  'list-snippets': 'table',
  'list-refinements': 'table',
  'read-codes': 'table',
  'sign-link': 'snippet-file',
} as const satisfies Record<string, SourceName>;

export type StepName = keyof typeof steps;

/** Most requests of a step that are handed over in one call; a step that is not named here hands over one. */
export const batches: { readonly [Step in StepName]?: number } = { 'sign-link': pageItems.most };

/**
 * The one table of resolvers, read by both hosts: no field has another, and every field here has one. A field that may be
 * null without its source being asked goes through a step, because AppSync ends an early return of null in an error, and
 * what a step returns early is no answer yet (https://github.com/aws/aws-appsync-community/issues/280).
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

/** The folder of the fields of a type, below this one. */
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
