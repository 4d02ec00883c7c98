// Made from operations.graphql and the schema by `npm run codegen`.
import type * as Types from '../../schema/types.generated.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SnippetHeadFieldsFragment = {
  id: string;
  language: Types.Language;
  instruction: string;
  status: Types.SnippetStatus;
  fileName: string;
  objectKey: string;
  model: string;
  sequence: number;
  truncated: boolean;
  attempts: number;
  modelCalls: number | null;
  parentId: string | null;
  owner: string;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  usage: { inputTokens: number; outputTokens: number } | null;
  failure: FailureFieldsFragment | null;
  check: CheckFieldsFragment | null;
};

export type SnippetFieldsFragment = { code: string | null; downloadUrl: string | null } & SnippetHeadFieldsFragment;

export type ProgressFieldsFragment = {
  id: string;
  owner: string;
  language: Types.Language;
  status: Types.SnippetStatus;
  sequence: number;
  offset: number | null;
  part: string | null;
  failure: FailureFieldsFragment | null;
};

export type FailureFieldsFragment = {
  code: Types.FailureCode;
  message: string;
  modelMessage: string | null;
  retryable: boolean;
};

export type CheckFieldsFragment = {
  state: Types.CheckState;
  repaired: boolean | null;
  faults: Array<{ line: number; column: number; message: string }>;
};

export type EstimateFieldsFragment = {
  model: string;
  inputTokens: number;
  maxOutputTokens: number;
  leastCost: number | null;
  mostCost: number | null;
  generationsLeft: number | null;
  tokensLeft: number | null;
  runningLeft: number | null;
  resetsAt: string;
  refusal: { quota: Types.Quota; limit: number; used: number; resetsAt: string; message: string } | null;
};

export type SnippetQueryVariables = Exact<{
  id: string;
}>;

export type SnippetQuery = { snippet: SnippetFieldsFragment | null };

export type ModelsQueryVariables = Exact<{ [key: string]: never }>;

export type ModelsQuery = {
  models: Array<{
    id: string;
    isDefault: boolean;
    maxTokens: number | null;
    sampling: Types.Sampling;
    takesStopSequences: boolean;
    takesTemperature: boolean;
    takesTopP: boolean;
    inputPrice: number | null;
    outputPrice: number | null;
  }> | null;
};

export type UsageQueryVariables = Exact<{
  days?: number | null | undefined;
}>;

export type UsageQuery = {
  usage: Array<{
    day: string;
    asked: number;
    completed: number;
    failed: number;
    cancelled: number;
    running: number;
    used: number;
    limit: number | null;
    inputTokens: number;
    outputTokens: number;
    usedTokens: number;
    tokenLimit: number | null;
    cost: number | null;
    resetsAt: string;
  }> | null;
};

export type EstimateQueryVariables = Exact<{
  language: Types.Language;
  instruction: string;
  options?: Types.GenerationOptions | null | undefined;
}>;

export type EstimateQuery = { estimate: EstimateFieldsFragment | null };

export type EstimateRefinementQueryVariables = Exact<{
  id: string;
  instruction: string;
  options?: Types.GenerationOptions | null | undefined;
}>;

export type EstimateRefinementQuery = { estimateRefinement: EstimateFieldsFragment | null };

export type SnippetsQueryVariables = Exact<{
  language?: Types.Language | null | undefined;
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;

export type SnippetsQuery = { snippets: { nextToken: string | null; items: Array<SnippetFieldsFragment> } | null };

export type SnippetHeadsQueryVariables = Exact<{
  language?: Types.Language | null | undefined;
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;

export type SnippetHeadsQuery = {
  snippets: { nextToken: string | null; items: Array<SnippetHeadFieldsFragment> } | null;
};

export type GenerateCodeMutationVariables = Exact<{
  language: Types.Language;
  instruction: string;
  options: Types.GenerationOptions;
}>;

export type GenerateCodeMutation = { generateCode: SnippetFieldsFragment | null };

export type RefineSnippetMutationVariables = Exact<{
  id: string;
  instruction: string;
  options: Types.GenerationOptions;
}>;

export type RefineSnippetMutation = { refineSnippet: SnippetFieldsFragment | null };

export type CancelSnippetMutationVariables = Exact<{
  id: string;
}>;

export type CancelSnippetMutation = { cancelSnippet: SnippetFieldsFragment | null };

export type DeleteSnippetMutationVariables = Exact<{
  id: string;
}>;

export type DeleteSnippetMutation = { deleteSnippet: SnippetFieldsFragment | null };

export type DeleteAllSnippetsMutationVariables = Exact<{ [key: string]: never }>;

export type DeleteAllSnippetsMutation = { deleteAllSnippets: { deleted: number; done: boolean } | null };

export type OnSnippetCompletedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type OnSnippetCompletedSubscription = { onSnippetCompleted: SnippetFieldsFragment | null };

export type OnSnippetCompletedByIdSubscriptionVariables = Exact<{
  id: string;
}>;

export type OnSnippetCompletedByIdSubscription = { onSnippetCompleted: SnippetFieldsFragment | null };

export type OnSnippetCompletedByLanguageSubscriptionVariables = Exact<{
  language: Types.Language;
}>;

export type OnSnippetCompletedByLanguageSubscription = { onSnippetCompleted: SnippetFieldsFragment | null };

export type OnSnippetCompletedByIdAndLanguageSubscriptionVariables = Exact<{
  id: string;
  language: Types.Language;
}>;

export type OnSnippetCompletedByIdAndLanguageSubscription = { onSnippetCompleted: SnippetFieldsFragment | null };

export type OnSnippetProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type OnSnippetProgressSubscription = { onSnippetProgress: ProgressFieldsFragment | null };

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const FailureFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
    `,
  { fragmentName: 'FailureFields' },
) as unknown as TypedDocumentString<FailureFieldsFragment, unknown>;
export const CheckFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}
    `,
  { fragmentName: 'CheckFields' },
) as unknown as TypedDocumentString<CheckFieldsFragment, unknown>;
export const SnippetHeadFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
    fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`,
  { fragmentName: 'SnippetHeadFields' },
) as unknown as TypedDocumentString<SnippetHeadFieldsFragment, unknown>;
export const SnippetFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`,
  { fragmentName: 'SnippetFields' },
) as unknown as TypedDocumentString<SnippetFieldsFragment, unknown>;
export const ProgressFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ProgressFields on SnippetProgress {
  id
  owner
  language
  status
  sequence
  offset
  part
  failure {
    ...FailureFields
  }
}
    fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}`,
  { fragmentName: 'ProgressFields' },
) as unknown as TypedDocumentString<ProgressFieldsFragment, unknown>;
export const EstimateFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment EstimateFields on Estimate {
  model
  inputTokens
  maxOutputTokens
  leastCost
  mostCost
  generationsLeft
  tokensLeft
  runningLeft
  resetsAt
  refusal {
    quota
    limit
    used
    resetsAt
    message
  }
}
    `,
  { fragmentName: 'EstimateFields' },
) as unknown as TypedDocumentString<EstimateFieldsFragment, unknown>;
export const SnippetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query snippet($id: ID!) {
  snippet(id: $id) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<SnippetQuery, SnippetQueryVariables>;
export const ModelsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query models {
  models {
    id
    isDefault
    maxTokens
    sampling
    takesStopSequences
    takesTemperature
    takesTopP
    inputPrice
    outputPrice
  }
}
    `) as unknown as TypedDocumentString<ModelsQuery, ModelsQueryVariables>;
export const UsageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query usage($days: Int) {
  usage(days: $days) {
    day
    asked
    completed
    failed
    cancelled
    running
    used
    limit
    inputTokens
    outputTokens
    usedTokens
    tokenLimit
    cost
    resetsAt
  }
}
    `) as unknown as TypedDocumentString<UsageQuery, UsageQueryVariables>;
export const EstimateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query estimate($language: Language!, $instruction: String!, $options: GenerationOptions) {
  estimate(language: $language, instruction: $instruction, options: $options) {
    ...EstimateFields
  }
}
    fragment EstimateFields on Estimate {
  model
  inputTokens
  maxOutputTokens
  leastCost
  mostCost
  generationsLeft
  tokensLeft
  runningLeft
  resetsAt
  refusal {
    quota
    limit
    used
    resetsAt
    message
  }
}`) as unknown as TypedDocumentString<EstimateQuery, EstimateQueryVariables>;
export const EstimateRefinementDocument = /*#__PURE__*/ new TypedDocumentString(`
    query estimateRefinement($id: ID!, $instruction: String!, $options: GenerationOptions) {
  estimateRefinement(id: $id, instruction: $instruction, options: $options) {
    ...EstimateFields
  }
}
    fragment EstimateFields on Estimate {
  model
  inputTokens
  maxOutputTokens
  leastCost
  mostCost
  generationsLeft
  tokensLeft
  runningLeft
  resetsAt
  refusal {
    quota
    limit
    used
    resetsAt
    message
  }
}`) as unknown as TypedDocumentString<EstimateRefinementQuery, EstimateRefinementQueryVariables>;
export const SnippetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query snippets($language: Language, $limit: Int, $nextToken: String) {
  snippets(language: $language, limit: $limit, nextToken: $nextToken) {
    items {
      ...SnippetFields
    }
    nextToken
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<SnippetsQuery, SnippetsQueryVariables>;
export const SnippetHeadsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query snippetHeads($language: Language, $limit: Int, $nextToken: String) {
  snippets(language: $language, limit: $limit, nextToken: $nextToken) {
    items {
      ...SnippetHeadFields
    }
    nextToken
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<SnippetHeadsQuery, SnippetHeadsQueryVariables>;
export const GenerateCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation generateCode($language: Language!, $instruction: String!, $options: GenerationOptions!) {
  generateCode(language: $language, instruction: $instruction, options: $options) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<GenerateCodeMutation, GenerateCodeMutationVariables>;
export const RefineSnippetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation refineSnippet($id: ID!, $instruction: String!, $options: GenerationOptions!) {
  refineSnippet(id: $id, instruction: $instruction, options: $options) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<RefineSnippetMutation, RefineSnippetMutationVariables>;
export const CancelSnippetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation cancelSnippet($id: ID!) {
  cancelSnippet(id: $id) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<CancelSnippetMutation, CancelSnippetMutationVariables>;
export const DeleteSnippetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation deleteSnippet($id: ID!) {
  deleteSnippet(id: $id) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<DeleteSnippetMutation, DeleteSnippetMutationVariables>;
export const DeleteAllSnippetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation deleteAllSnippets {
  deleteAllSnippets {
    deleted
    done
  }
}
    `) as unknown as TypedDocumentString<DeleteAllSnippetsMutation, DeleteAllSnippetsMutationVariables>;
export const OnSnippetCompletedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription onSnippetCompleted {
  onSnippetCompleted {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<OnSnippetCompletedSubscription, OnSnippetCompletedSubscriptionVariables>;
export const OnSnippetCompletedByIdDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription onSnippetCompletedById($id: ID!) {
  onSnippetCompleted(id: $id) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<OnSnippetCompletedByIdSubscription, OnSnippetCompletedByIdSubscriptionVariables>;
export const OnSnippetCompletedByLanguageDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription onSnippetCompletedByLanguage($language: Language!) {
  onSnippetCompleted(language: $language) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<
  OnSnippetCompletedByLanguageSubscription,
  OnSnippetCompletedByLanguageSubscriptionVariables
>;
export const OnSnippetCompletedByIdAndLanguageDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription onSnippetCompletedByIdAndLanguage($id: ID!, $language: Language!) {
  onSnippetCompleted(id: $id, language: $language) {
    ...SnippetFields
  }
}
    fragment SnippetHeadFields on Snippet {
  id
  language
  instruction
  status
  fileName
  objectKey
  model
  sequence
  truncated
  usage {
    inputTokens
    outputTokens
  }
  failure {
    ...FailureFields
  }
  attempts
  modelCalls
  check {
    ...CheckFields
  }
  parentId
  owner
  createdAt
  updatedAt
  completedAt
}
fragment SnippetFields on Snippet {
  ...SnippetHeadFields
  code
  downloadUrl
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}
fragment CheckFields on SnippetCheck {
  state
  faults {
    line
    column
    message
  }
  repaired
}`) as unknown as TypedDocumentString<
  OnSnippetCompletedByIdAndLanguageSubscription,
  OnSnippetCompletedByIdAndLanguageSubscriptionVariables
>;
export const OnSnippetProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription onSnippetProgress($id: ID!) {
  onSnippetProgress(id: $id) {
    ...ProgressFields
  }
}
    fragment ProgressFields on SnippetProgress {
  id
  owner
  language
  status
  sequence
  offset
  part
  failure {
    ...FailureFields
  }
}
fragment FailureFields on SnippetFailure {
  code
  message
  modelMessage
  retryable
}`) as unknown as TypedDocumentString<OnSnippetProgressSubscription, OnSnippetProgressSubscriptionVariables>;
