import { randomUUID } from 'node:crypto';
import { documents } from '../../functions/api-documents.ts';
import type { SourceName } from '../../resolvers/manifest.ts';
import { expectation } from '../../schema/limits/snippet-limits.ts';
import type { Caller } from '../local/appsync/access/authenticate.ts';

/** One request to the API, and what is special about it. */
export interface Situation {
  readonly situation: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly caller: Caller;
  /** The function that does not answer. */
  readonly failing?: SourceName;
  /** By how many milliseconds the clock is ahead. */
  readonly ahead?: number;
}

const byKey: Caller = { mode: 'API_KEY', identity: null };
const user: Caller = {
  mode: 'AMAZON_COGNITO_USER_POOLS',
  identity: { sub: 'a1b2', username: 'ada', claims: {}, groups: null, issuer: 'https://issuer.example' },
};
const role = 'arn:aws:sts::123456789012:assumed-role/functions/session';
const functions: Caller = {
  mode: 'AWS_IAM',
  identity: { userArn: role, accountId: '123456789012' },
  principal: 'functions',
};

const everyField = `id language instruction status code fileName objectKey downloadUrl model sequence truncated attempts
  usage { inputTokens outputTokens } check { state faults { line column message } repaired } failure { code message } parentId parent { id } refinements(limit: 2) { items { id } nextToken }
  owner createdAt updatedAt completedAt`;
const generate = `mutation ($instruction: String!, $options: GenerationOptions) {
  generateCode(language: PYTHON, instruction: $instruction, options: $options) { ${everyField} }
}`;
const refine = `mutation ($id: ID!, $options: GenerationOptions) {
  refineSnippet(id: $id, instruction: "make it faster", options: $options) { ${everyField} }
}`;
const read = `query ($id: ID!) { snippet(id: $id) { ${everyField} } }`;
const list = `query ($language: Language, $limit: Int, $token: String) {
  snippets(language: $language, limit: $limit, nextToken: $token) { items { ${everyField} } nextToken }
}`;
const named = (field: string): string => `mutation ($id: ID!) { ${field}(id: $id) { ${everyField} } }`;
const deleteAll = 'mutation { deleteAllSnippets { deleted done } }';
const usageQuery = `query ($days: Int) {
  usage(days: $days) { day asked completed failed cancelled running used limit inputTokens outputTokens usedTokens tokenLimit cost resetsAt }
}`;
const estimated = `{ model inputTokens maxOutputTokens leastCost mostCost generationsLeft tokensLeft runningLeft resetsAt
  refusal { quota limit used resetsAt message } }`;
const estimate = `query ($instruction: String!, $options: GenerationOptions) {
  estimate(language: PYTHON, instruction: $instruction, options: $options) ${estimated}
}`;
const estimateRefinement = `query ($id: ID!, $options: GenerationOptions) {
  estimateRefinement(id: $id, instruction: "make it faster", options: $options) ${estimated}
}`;
const onProgress = 'subscription ($id: ID!) { onSnippetProgress(id: $id) { id } }';
const onCompleted =
  'subscription ($id: ID, $language: Language) { onSnippetCompleted(id: $id, language: $language) { id } }';

/** Requests that bring each handler of the API into each of its situations, in an order in which they make sense. */
export function situations(): Situation[] {
  const [id, child, cancelled, unstarted, late, failed, attempt, other] = Array.from({ length: 8 }, () => randomUUID());
  const instruction = 'implement binary search';
  const options = { id, waitSeconds: 0, temperature: 0.2, maxTokens: 500, stopSequences: ['END'] };
  const inner = (situation: string, field: keyof typeof documents, variables: Record<string, unknown>): Situation => ({
    situation,
    query: documents[field],
    variables: { id, attempt, ...variables },
    caller: functions,
  });
  const outer = (
    situation: string,
    query: string,
    variables: Record<string, unknown> = {},
    caller = byKey,
  ): Situation => ({
    situation,
    query,
    variables,
    caller,
  });
  const usage = { inputTokens: 10, outputTokens: 20 };
  const check = { state: 'FAULTY', faults: [{ line: 1, column: 8, message: 'A ")" is missing.' }], repaired: null };
  const answer = { sequence: 2, model: 'qwen.qwen3-coder-next', usage, modelCalls: 1, check };
  const completion = { ...answer, truncated: false };
  return [
    outer('first call', generate, { instruction, options }),
    outer('repeat', generate, { instruction, options }),
    outer('another request under the id', generate, { instruction: 'implement quicksort', options }),
    outer('refused', generate, { instruction: ' ', options }),
    outer('refused model', generate, { instruction, options: { model: 'unknown' } }),
    outer('refused sampling', generate, { instruction, options: { temperature: 0.5, topP: 0.5 } }),
    outer('refused stop sequences', generate, { instruction, options: { stopSequences: [''] } }),
    outer('without options, waiting', generate, { instruction }),
    outer('of a user', generate, { instruction, options: { id: other, waitSeconds: 0 } }, user),
    {
      ...outer('worker not started', generate, { instruction, options: { id: unstarted } }),
      failing: 'generate-snippet',
    },
    outer('of a parent without code', refine, { id, options: { waitSeconds: 0 } }),
    outer('without a worker', generate, { instruction, options: { id: late, waitSeconds: 0 } }),
    inner('first call', 'startSnippet', {}),
    inner('repeat', 'startSnippet', {}),
    inner("another's attempt", 'startSnippet', { attempt: other }),
    inner('first call', 'appendCode', { sequence: 1, offset: 0, part: 'def f():\n' }),
    inner('second part', 'appendCode', { sequence: 2, offset: 9, part: '    pass\n' }),
    inner('repeat', 'appendCode', { sequence: 2, offset: 9, part: '    pass\n' }),
    inner('without a part', 'appendCode', { sequence: 2 }),
    inner('a gap', 'appendCode', { sequence: 9, offset: 9, part: 'x' }),
    inner("another's attempt", 'appendCode', { attempt: other, sequence: 3, offset: 9, part: 'x' }),
    inner('refused', 'appendCode', { sequence: 0, offset: 0, part: 'x' }),
    outer('under way', read, { id }),
    inner("another's attempt", 'keepAnswer', { attempt: other, ...answer }),
    inner('first call', 'keepAnswer', answer),
    inner('repeat', 'keepAnswer', answer),
    inner('with a kept answer', 'startSnippet', {}),
    inner("another's attempt", 'completeSnippet', { attempt: other, ...completion }),
    inner('first call', 'completeSnippet', completion),
    inner('repeat', 'completeSnippet', completion),
    inner('an ended one', 'startSnippet', {}),
    inner('an ended one', 'appendCode', { sequence: 2 }),
    inner('an ended one', 'keepAnswer', answer),
    inner('an ended one', 'failSnippet', { code: 'WORKER_FAILED' }),
    outer('first call', read, { id }),
    outer('refused', read, { id: 'X' }),
    outer("another's", read, { id }, user),
    outer('first call', refine, { id, options: { id: child, waitSeconds: 0 } }),
    outer('repeat', refine, { id, options: { id: child, waitSeconds: 0 } }),
    outer('without a parent', refine, { id: randomUUID(), options: { waitSeconds: 0 } }),
    outer('first call', estimate, { instruction }),
    outer('refused', estimate, { instruction: ' ' }),
    outer('of a repeat', estimate, { instruction, options }),
    outer('of a user', estimate, { instruction, options: { maxTokens: 100 } }, user),
    outer('first call', estimateRefinement, { id }),
    outer('refused', estimateRefinement, { id: 'X' }),
    outer('without a parent', estimateRefinement, { id: randomUUID() }),
    inner('of a refinement', 'startSnippet', { id: child }),
    outer('a refinement', read, { id: child }),
    inner('first call', 'failSnippet', { id: child, code: 'MODEL_REFUSED', modelMessage: 'No.' }),
    inner('by nobody', 'failSnippet', { id: other, attempt: null, code: 'WORKER_FAILED' }),
    inner('first call', 'reportTokens', { id: other, spent: usage }),
    inner('repeat', 'reportTokens', { id: other, spent: usage }),
    inner('first call', 'snippetStatus', {}),
    inner('of one that is gone', 'snippetStatus', { id: randomUUID() }),
    {
      ...inner('past its end', 'failSnippet', { id: late, attempt: null, code: 'WORKER_FAILED' }),
      ahead: 2 * expectation.expectedMs,
    },
    outer('first call', list, {}),
    outer('without codes', '{ snippets { items { id } nextToken } }'),
    outer('in a list', list, { language: 'PYTHON', limit: 1 }),
    outer('refused', list, { limit: 0 }),
    outer('a broken token', list, { token: 'abc' }),
    outer('to be cancelled', generate, { instruction, options: { id: cancelled, waitSeconds: 0 } }),
    outer('an unfinished one', named('deleteSnippet'), { id: cancelled }),
    inner('to be cancelled', 'startSnippet', { id: cancelled, attempt: other }),
    outer('first call', named('cancelSnippet'), { id: cancelled }),
    inner('of one that was cancelled', 'reportTokens', { id: cancelled, attempt: other, spent: usage }),
    outer('repeat', named('cancelSnippet'), { id: cancelled }),
    outer("another's", named('cancelSnippet'), { id: cancelled }, user),
    outer('first call', named('deleteSnippet'), { id: cancelled }),
    outer('repeat', named('deleteSnippet'), { id: cancelled }),
    outer('refused', named('deleteSnippet'), { id: failed?.toUpperCase() }),
    outer('first call', 'mutation { deleteAllSnippets { deleted done } }', {}),
    outer('repeat', 'mutation { deleteAllSnippets { deleted done } }', {}),
    outer('first call', '{ models { id isDefault } }'),
    outer('first call', usageQuery, {}),
    outer('refused', usageQuery, { days: 0 }),
    outer('of a user', usageQuery, { days: 2 }, user),
    outer('first call', onProgress, { id }),
    outer('refused', onProgress, { id: 'X' }),
    outer('first call', onCompleted, {}),
    outer('with a filter', onCompleted, { id, language: 'PYTHON' }, user),
    outer('with the key', deleteAll),
    outer('first call', deleteAll, {}, user),
    outer('repeat', deleteAll, {}, user),
  ];
}
