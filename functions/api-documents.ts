import type {
  MutationAppendCodeArgs,
  MutationCompleteSnippetArgs,
  MutationFailSnippetArgs,
  MutationKeepAnswerArgs,
  MutationReportTokensArgs,
  MutationStartSnippetArgs,
  QuerySnippetStatusArgs,
  Snippet,
  SnippetProgress,
  SnippetStatus,
  SnippetTask,
} from '../schema/types.generated.ts';

const failure = 'failure { code message modelMessage retryable }';
const check = 'check { state faults { line column message } repaired }';

/** Subscribers receive only the fields that the publishing mutation selects. So each mutation selects all of them. */
const everyProgressField = `id owner language status sequence offset part ${failure}`;
const everySnippetField = `
  id language instruction status code fileName objectKey downloadUrl model sequence truncated
  usage { inputTokens outputTokens } ${failure} attempts modelCalls ${check} parentId owner createdAt updatedAt completedAt`;

const startSnippet = `mutation startSnippet($id: ID!, $attempt: ID!) {
  startSnippet(id: $id, attempt: $attempt) {
    claim sequence owner language instruction parentId parentCode model
    options { maxTokens temperature topP stopSequences repair } objectKey createdAt
    kept { code model usage { inputTokens outputTokens } modelCalls ${check} }
  }
}`;
const appendCode = `mutation appendCode($id: ID!, $attempt: ID!, $sequence: Int!, $offset: Int, $part: String) {
  appendCode(id: $id, attempt: $attempt, sequence: $sequence, offset: $offset, part: $part) { ${everyProgressField} }
}`;
const completeSnippet = `mutation completeSnippet(
  $id: ID!, $attempt: ID!, $sequence: Int!, $model: String!, $truncated: Boolean!, $usage: TokenUsageInput,
  $modelCalls: Int, $check: SnippetCheckInput, $spent: TokenUsageInput, $codeBytes: Int
) {
  completeSnippet(
    id: $id, attempt: $attempt, sequence: $sequence, model: $model, truncated: $truncated, usage: $usage,
    modelCalls: $modelCalls, check: $check, spent: $spent, codeBytes: $codeBytes
  ) { ${everySnippetField} }
}`;
const keepAnswer = `mutation keepAnswer(
  $id: ID!, $attempt: ID!, $sequence: Int!, $model: String!, $usage: TokenUsageInput, $modelCalls: Int!,
  $check: SnippetCheckInput!
) {
  keepAnswer(
    id: $id, attempt: $attempt, sequence: $sequence, model: $model, usage: $usage, modelCalls: $modelCalls, check: $check
  ) { ${everyProgressField} }
}`;
const failSnippet = `mutation failSnippet(
  $id: ID!, $attempt: ID, $code: FailureCode!, $modelMessage: String, $cause: String, $spent: TokenUsageInput
) {
  failSnippet(
    id: $id, attempt: $attempt, code: $code, modelMessage: $modelMessage, cause: $cause, spent: $spent
  ) { ${everyProgressField} }
}`;
const reportTokens = `mutation reportTokens($id: ID!, $attempt: ID!, $spent: TokenUsageInput!) {
  reportTokens(id: $id, attempt: $attempt, spent: $spent)
}`;
const snippetStatus = 'query snippetStatus($id: ID!) { snippetStatus(id: $id) }';

/** The GraphQL document of each internal call, by the name of its field. */
export const documents = {
  ...{ startSnippet, appendCode, keepAnswer, completeSnippet, failSnippet, reportTokens },
  snippetStatus,
} as const;

/** The variables and the result of each internal call, by the name of its field. */
export interface Calls {
  startSnippet: { in: MutationStartSnippetArgs; out: SnippetTask };
  appendCode: { in: MutationAppendCodeArgs; out: SnippetProgress };
  keepAnswer: { in: MutationKeepAnswerArgs; out: SnippetProgress };
  completeSnippet: { in: MutationCompleteSnippetArgs; out: Snippet };
  failSnippet: { in: MutationFailSnippetArgs; out: SnippetProgress };
  reportTokens: { in: MutationReportTokensArgs; out: SnippetStatus | null };
  snippetStatus: { in: QuerySnippetStatusArgs; out: SnippetStatus | null };
}
