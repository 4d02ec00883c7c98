// Made from the schema by `npm run codegen`.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A day, `YYYY-MM-DD`, with or without an offset. */
  AWSDate: { input: string; output: string };
  /** A time of day, `hh:mm:ss.sss`, with or without an offset. */
  AWSTime: { input: unknown; output: unknown };
  /** A moment, ISO 8601, `YYYY-MM-DDThh:mm:ss.sssZ`. */
  AWSDateTime: { input: string; output: string };
  /** Whole seconds since 1970-01-01T00:00Z; may be negative. */
  AWSTimestamp: { input: unknown; output: unknown };
  /** An address of the form `local-part@domain`. */
  AWSEmail: { input: unknown; output: unknown };
  /** JSON in a string. */
  AWSJSON: { input: unknown; output: unknown };
  /** An address with a scheme. */
  AWSURL: { input: string; output: string };
  /** Digits with spaces or hyphens; without a country code a number of North America. */
  AWSPhone: { input: unknown; output: unknown };
  /** IPv4 or IPv6, with or without a prefix length. */
  AWSIPAddress: { input: unknown; output: unknown };
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type Query = {
  /** One snippet. The read is strongly consistent: everything that a subscription event reported is already visible. Null when the id is unknown or the snippet is not yours. */
  snippet?: Maybe<Snippet>;
  /** Your snippets, newest first. A new snippet may appear here a moment after its mutation has answered. */
  snippets?: Maybe<SnippetPage>;
  /** The models that this deployment offers and `options.model` may name. The default model comes first. */
  models?: Maybe<Array<Model>>;
  /** Your usage and your remaining quota, one entry for each day by UTC, today first. All callers with the API key share one quota. */
  usage?: Maybe<Array<UsageDay>>;
  /**
   * Says what `generateCode` would use with the same arguments, without asking a model and without recording anything. It
   * ends in the same errors as `generateCode` with these arguments, except `QuotaExceeded`, which it reports in `refusal`.
   */
  estimate?: Maybe<Estimate>;
  /**
   * Does the same as `estimate` for `refineSnippet`, which also reads the code of the snippet. `NotFound` when the id is
   * unknown or the snippet is not yours. `Conflict` when that snippet has no code yet.
   */
  estimateRefinement?: Maybe<Estimate>;
  /** The status of a snippet, whoever owns it. The function that waits on behalf of `generateCode` reads it. Null when the id is unknown. */
  snippetStatus?: Maybe<SnippetStatus>;
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QuerySnippetArgs = {
  id: Scalars['ID']['input'];
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QuerySnippetsArgs = {
  language?: InputMaybe<Language>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QueryUsageArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QueryEstimateArgs = {
  language: Language;
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QueryEstimateRefinementArgs = {
  id: Scalars['ID']['input'];
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** Read operations. You see only the snippets that you own. All callers with the API key share one owner, `public`. */
export type QuerySnippetStatusArgs = {
  id: Scalars['ID']['input'];
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type Mutation = {
  /**
   * Asks a model for code, stores the code as a file and pushes it to subscribers. If the snippet ends within
   * `options.waitSeconds`, the answer is the ended snippet. Otherwise the answer is the snippet as it is at that moment, and
   * the work continues. A problem that occurs after the request was accepted is reported in `failure`, not in `errors`.
   */
  generateCode?: Maybe<Snippet>;
  /**
   * Does the same as `generateCode`, but starts from the code of one of your snippets. The new snippet becomes its child and
   * has the same language. `NotFound` when the id is unknown or the snippet is not yours. `Conflict` when that snippet has no
   * code yet.
   */
  refineSnippet?: Maybe<Snippet>;
  /** Cancels a snippet that has not ended. Its status becomes CANCELLED and the model is stopped. The code received so far stays readable, and no file remains. A snippet that has already ended is returned unchanged. `NotFound` when the id is unknown or the snippet is not yours. */
  cancelSnippet?: Maybe<Snippet>;
  /** Removes a snippet that has ended, together with its file, and returns it for the last time. `Conflict` when the snippet has not ended. `NotFound` when the id is unknown or the snippet is not yours. */
  deleteSnippet?: Maybe<Snippet>;
  /**
   * Removes up to 25 of your snippets together with their files, whether or not they have ended. It serves an owner who
   * leaves. Call it again until `done` is true; it is safe to repeat. A snippet that is requested in the meantime may remain.
   * With the API key it removes the snippets of everybody who uses the key, because they share one owner.
   */
  deleteAllSnippets?: Maybe<Deletion>;
  /** Claims a snippet for one attempt and starts the lease of that attempt. If the snippet cannot be claimed, that is no error, and `claim` says why. */
  startSnippet?: Maybe<SnippetTask>;
  /** Adds a part to the code. Without a part it only renews the lease. If the snippet has already ended, nothing is added; its final state is returned and therefore pushed to subscribers. `AttemptLost` when another attempt holds the snippet. `NotFound` when the snippet was deleted. */
  appendCode?: Maybe<SnippetProgress>;
  /** Ends a snippet whose file has been stored, with the status COMPLETED. A snippet that has already ended is returned unchanged. `AttemptLost` when another attempt holds the snippet. `NotFound` when the snippet was deleted. */
  completeSnippet?: Maybe<Snippet>;
  /**
   * Records a faulty answer, whose file has been stored, before the worker asks the model for a repair. If the attempt breaks
   * off, the next attempt completes the snippet with this answer. If the snippet has already ended, nothing is recorded and
   * its final state is returned. `AttemptLost` when another attempt holds the snippet. `NotFound` when the snippet was
   * deleted.
   */
  keepAnswer?: Maybe<SnippetProgress>;
  /** Ends a snippet for which no code was stored, with the status FAILED. A snippet that has already ended is returned unchanged. `AttemptLost` when another attempt holds the snippet. `NotFound` when the snippet was deleted. */
  failSnippet?: Maybe<SnippetProgress>;
  /** Reports the tokens of an attempt that neither completed nor failed its snippet, because the snippet was cancelled or another attempt holds it. The tokens of each attempt are counted once. Null when they were counted before, and when the snippet was deleted. */
  reportTokens?: Maybe<SnippetStatus>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationGenerateCodeArgs = {
  language: Language;
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationRefineSnippetArgs = {
  id: Scalars['ID']['input'];
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationCancelSnippetArgs = {
  id: Scalars['ID']['input'];
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationDeleteSnippetArgs = {
  id: Scalars['ID']['input'];
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationStartSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationAppendCodeArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  offset?: InputMaybe<Scalars['Int']['input']>;
  part?: InputMaybe<Scalars['String']['input']>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationCompleteSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  model: Scalars['String']['input'];
  truncated: Scalars['Boolean']['input'];
  usage?: InputMaybe<TokenUsageInput>;
  modelCalls?: InputMaybe<Scalars['Int']['input']>;
  check?: InputMaybe<SnippetCheckInput>;
  spent?: InputMaybe<TokenUsageInput>;
  codeBytes?: InputMaybe<Scalars['Int']['input']>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationKeepAnswerArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  model: Scalars['String']['input'];
  usage?: InputMaybe<TokenUsageInput>;
  modelCalls: Scalars['Int']['input'];
  check: SnippetCheckInput;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationFailSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt?: InputMaybe<Scalars['ID']['input']>;
  code: FailureCode;
  modelMessage?: InputMaybe<Scalars['String']['input']>;
  cause?: InputMaybe<Scalars['String']['input']>;
  spent?: InputMaybe<TokenUsageInput>;
};

/** Write operations. Only this system's own functions, which sign their calls with IAM, may call the fields that are marked with `@aws_iam` alone. */
export type MutationReportTokensArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  spent: TokenUsageInput;
};

/** Events. An event may arrive twice or out of order, and events that occur while a connection is closed are not delivered later. `Query.snippet` always has the whole state. */
export type Subscription = {
  /** Sends each of your snippets when its status becomes COMPLETED, with all fields except `downloadUrl`. `onSnippetProgress` reports the other ends. */
  onSnippetCompleted?: Maybe<Snippet>;
  /** Sends the code of one of your snippets part by part, and then its end. To receive all parts, choose `options.id` yourself and subscribe before you send the mutation. */
  onSnippetProgress?: Maybe<SnippetProgress>;
};

/** Events. An event may arrive twice or out of order, and events that occur while a connection is closed are not delivered later. `Query.snippet` always has the whole state. */
export type SubscriptionOnSnippetCompletedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  language?: InputMaybe<Language>;
};

/** Events. An event may arrive twice or out of order, and events that occur while a connection is closed are not delivered later. `Query.snippet` always has the whole state. */
export type SubscriptionOnSnippetProgressArgs = {
  id: Scalars['ID']['input'];
};

/** One request for code, and its result. */
export type Snippet = {
  /** A lower-case UUID. It is `options.id` of the request, or a new one if the request had none. */
  id: Scalars['ID']['output'];
  /** The language in which the code is written. */
  language: Language;
  /** The instruction of the request, unchanged. */
  instruction: Scalars['String']['output'];
  /** PENDING at first, then GENERATING, then one of the ends COMPLETED, FAILED and CANCELLED. An end never changes. */
  status: SnippetStatus;
  /** The code without fences and prose, at most 96 KiB in UTF-8. While the status is GENERATING, it is the code received so far. Null before the first part has arrived. */
  code?: Maybe<Scalars['String']['output']>;
  /** The last segment of `objectKey`. */
  fileName: Scalars['String']['output'];
  /** The key of the file in the bucket, or its path in the data folder. It is fixed from the beginning, but the file exists only when the status is COMPLETED. */
  objectKey: Scalars['String']['output'];
  /** A signed link to the file, made for this answer and valid for 5 minutes. Null if the status is not COMPLETED, in events, and when the file no longer exists because this deployment keeps files only for a number of days. `code` remains. */
  downloadUrl?: Maybe<Scalars['AWSURL']['output']>;
  /** The id of the requested model. When the snippet is completed, the id of the model that wrote the code. `cookbook` is not an AI but a collection of known programs. */
  model: Scalars['String']['output'];
  /** The number of parts that have arrived in all attempts. 0 before the first part. */
  sequence: Scalars['Int']['output'];
  /** True when the code ends early: the model reached its token limit, the code reached 96 KiB, the worker's 14 minutes were over, or the answer ended inside the block of code. */
  truncated: Scalars['Boolean']['output'];
  /** The tokens that the model counted. Null before the snippet is COMPLETED, and when the model did not report them. */
  usage?: Maybe<TokenUsage>;
  /** The reason why there is no code. Null if the status is not FAILED. */
  failure?: Maybe<SnippetFailure>;
  /** The number of attempts that the worker has begun, at most 3. */
  attempts: Scalars['Int']['output'];
  /** The number of calls of a model that led to this code, including continuations and a repair. Null before the snippet is COMPLETED. */
  modelCalls?: Maybe<Scalars['Int']['output']>;
  /** The result of the check of the syntax. Null before the snippet is COMPLETED, and for a snippet of an older version, which did not check. */
  check?: Maybe<SnippetCheck>;
  /** The id of the snippet that this one refines. Null when it refines none. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** The snippet to which `parentId` refers. Null when that snippet was deleted, and always null in events. */
  parent?: Maybe<Snippet>;
  /** The snippets that refine this one, newest first. Always null in events. */
  refinements?: Maybe<SnippetPage>;
  /** The owner of the snippet: the `sub` of a Cognito user, the identity or ARN of an IAM caller, or `public` for all callers with the API key. */
  owner: Scalars['String']['output'];
  /** The time of the request in UTC, in milliseconds. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** The time of the last change of the status. Parts do not change it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** The time at which the file was stored. Null if the status is not COMPLETED. */
  completedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** One request for code, and its result. */
export type SnippetRefinementsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** The result of the check of the syntax. It is only a remark: a FAULTY snippet is COMPLETED like any other. The code is never run. */
export type SnippetCheck = {
  /** Says whether the check found faults. */
  state: CheckState;
  /** The first 10 faults, in the order of the lines. The list is empty if the state is not FAULTY. */
  faults: Array<SyntaxFault>;
  /** True when the code is the model's second answer, which had fewer faults than its first. False when the second answer was no better and the first was kept. Null when no second answer was requested. */
  repaired?: Maybe<Scalars['Boolean']['output']>;
};

/** A place at which the code breaks the rules of its language. */
export type SyntaxFault = {
  /** The line, from 1. */
  line: Scalars['Int']['output'];
  /** The column in UTF-16 units, from 1. */
  column: Scalars['Int']['output'];
  /** What is wrong there, in English, at most 200 UTF-16 units. */
  message: Scalars['String']['output'];
};

/** A page of a list. */
export type SnippetPage = {
  /** The snippets of this page, newest first. It may be empty. */
  items: Array<Snippet>;
  /** The token for the next page. Null on the last page. */
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** The result of one call of `deleteAllSnippets`. */
export type Deletion = {
  /** The number of snippets that this call removed. A snippet that was removed a moment before may be counted again. */
  deleted: Scalars['Int']['output'];
  /** True when you have no snippets any more. If it is false, call `deleteAllSnippets` again. */
  done: Scalars['Boolean']['output'];
};

/** An event of one snippet. To follow the code, keep `code.slice(0, offset) + part`, and ignore an event whose `sequence` you have already seen. When a number is missing, or after 10 s without an event, read `Query.snippet`. */
export type SnippetProgress = {
  /** The id of the snippet. */
  id: Scalars['ID']['output'];
  /** The owner of the snippet. */
  owner: Scalars['String']['output'];
  /** The language in which the code is written. */
  language: Language;
  /** The status of the snippet. After COMPLETED, FAILED or CANCELLED no further event follows. */
  status: SnippetStatus;
  /** The number of the newest part. Parts are counted from 1 over all attempts. 0 when no part has arrived. */
  sequence: Scalars['Int']['output'];
  /** The position in the code at which `part` begins, in UTF-16 units. An offset of 0 in any later part than the first means: discard the code received so far and start again. Null without a part. */
  offset?: Maybe<Scalars['Int']['output']>;
  /** The code that arrived. Null in the last event, and when only the lease was renewed. */
  part?: Maybe<Scalars['String']['output']>;
  /** The reason why there is no code. Null if the status is not FAILED. */
  failure?: Maybe<SnippetFailure>;
};

/** The task that the worker receives with its claim. If `claim` is neither CLAIMED nor EXHAUSTED, all other fields are null. */
export type SnippetTask = {
  /** The result of the claim. */
  claim: Claim;
  /** The number of the last part of the earlier attempts. The next part has the next number. */
  sequence?: Maybe<Scalars['Int']['output']>;
  /** The owner of the snippet. */
  owner?: Maybe<Scalars['String']['output']>;
  /** The language in which the model writes. */
  language?: Maybe<Language>;
  /** The caller's instruction. It is data for the model and must not be followed by this system itself. */
  instruction?: Maybe<Scalars['String']['output']>;
  /** The id of the model to ask. */
  model?: Maybe<Scalars['String']['output']>;
  /** The options that the caller set. An option that the caller did not set is null. */
  options?: Maybe<TaskOptions>;
  /** The code to refine. Null when the snippet has no parent, and when its parent was deleted in the meantime. */
  parentCode?: Maybe<Scalars['String']['output']>;
  /** The id of the snippet to refine. Null when there is none. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** The key under which the code is to be stored. */
  objectKey?: Maybe<Scalars['String']['output']>;
  /** The time of the request. */
  createdAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** What an earlier attempt kept by `keepAnswer` before it broke off; null when there is nothing. */
  kept?: Maybe<KeptAnswer>;
};

/** A whole answer whose file is stored. The attempt that kept it broke off while it asked for a repair. */
export type KeptAnswer = {
  /** The code as it is shown. */
  code: Scalars['String']['output'];
  /** The id of the model that answered. */
  model: Scalars['String']['output'];
  /** The tokens that the model counted. Null when the model did not report them. */
  usage?: Maybe<TokenUsage>;
  /** The number of calls of a model. */
  modelCalls: Scalars['Int']['output'];
  /** The result of the check of the code that was kept. */
  check: SnippetCheck;
};

/** The usage of one owner on one day by UTC. A snippet belongs to the day on which it was requested, whenever it ends. */
export type UsageDay = {
  /** The day by UTC, as an ISO date. */
  day: Scalars['AWSDate']['output'];
  /** The number of snippets that were requested. It is the sum of the next four numbers. */
  asked: Scalars['Int']['output'];
  /** The number of these snippets that are COMPLETED. */
  completed: Scalars['Int']['output'];
  /** The number of these snippets that are FAILED, or of which nothing came in their time. */
  failed: Scalars['Int']['output'];
  /** The number of these snippets that were cancelled, or deleted before they had ended. */
  cancelled: Scalars['Int']['output'];
  /** The number of these snippets that have not ended. */
  running: Scalars['Int']['output'];
  /** The number of these snippets that count against `limit`. A snippet that failed before any model had written anything does not count. */
  used: Scalars['Int']['output'];
  /** The number of snippets that you may request in a day, as it is set now. Null means no limit. */
  limit?: Maybe<Scalars['Int']['output']>;
  /** The number of tokens that models read, as they counted them or else estimated. */
  inputTokens: Scalars['Int']['output'];
  /** The number of tokens that models wrote, thinking included, as they counted them or else estimated. */
  outputTokens: Scalars['Int']['output'];
  /** The number of tokens that count against `tokenLimit`: those read and written, and those reserved for snippets that have not ended or whose worker broke off without a report. */
  usedTokens: Scalars['Int']['output'];
  /** The number of tokens that you may use in a day, as it is set now. Null means no limit. */
  tokenLimit?: Maybe<Scalars['Int']['output']>;
  /** The cost in US dollars of the tokens of models whose price is known. Null when tokens were used and none of them has a known price. */
  cost?: Maybe<Scalars['Float']['output']>;
  /** The end of the day, when all numbers begin again at 0. */
  resetsAt: Scalars['AWSDateTime']['output'];
};

/** What a request would use, before it is made. When `options.id` names a snippet of this very request, the request would repeat it and use nothing, so all tokens and costs are 0. */
export type Estimate = {
  /** The id of the model that would be asked. */
  model: Scalars['ID']['output'];
  /** The number of tokens that the model would read in one call, roughly: the prompt's own rules as a fixed number, and the length of the instruction and of the code to refine divided by a fixed number of UTF-16 units for one token. The estimate is meant to be a little too high. */
  inputTokens: Scalars['Int']['output'];
  /** The largest number of tokens that the model would write in one answer: `options.maxTokens`, or else the limit of the deployment or of the model. */
  maxOutputTokens: Scalars['Int']['output'];
  /** The cost in US dollars of `inputTokens` alone, which is the least that an answer costs. Null when the price of the model is not known. */
  leastCost?: Maybe<Scalars['Float']['output']>;
  /** The cost in US dollars of `inputTokens` and `maxOutputTokens` together. An answer that is continued, asked for again or repaired may cost more. Null when the price of the model is not known. */
  mostCost?: Maybe<Scalars['Float']['output']>;
  /** The number of snippets that you may still request today. Null means no limit. */
  generationsLeft?: Maybe<Scalars['Int']['output']>;
  /** The number of tokens that you may still use today. Null means no limit. */
  tokensLeft?: Maybe<Scalars['Int']['output']>;
  /** The number of further snippets that may run for you at this moment. Null means no limit. */
  runningLeft?: Maybe<Scalars['Int']['output']>;
  /** The end of the day by UTC, when `generationsLeft` and `tokensLeft` begin again at their limits. */
  resetsAt: Scalars['AWSDateTime']['output'];
  /** Why the request would be refused with `QuotaExceeded` at this moment. Null when no quota would refuse it. */
  refusal?: Maybe<QuotaRefusal>;
};

/** A quota that has no room for a request. */
export type QuotaRefusal = {
  /** Which quota it is, as in the `errorInfo` of a `QuotaExceeded`. */
  quota: Quota;
  /** The limit of this quota. */
  limit: Scalars['Int']['output'];
  /** How much of the limit is used, reservations included. */
  used: Scalars['Int']['output'];
  /** The time from which there is room again, at the latest. */
  resetsAt: Scalars['AWSDateTime']['output'];
  /** The sentence with which the request would be refused. */
  message: Scalars['String']['output'];
};

/** What a quota counts. */
export type Quota =
  /** The snippets that you request in a day by UTC. */
  | 'GENERATIONS'
  /** The tokens that you use in a day by UTC. */
  | 'TOKENS'
  /** The snippets of yours that have not ended. */
  | 'RUNNING'
  /** The snippets that all callers of this deployment request in a day by UTC. */
  | 'DEPLOYMENT';

/** A model that this deployment offers, and the options that the model accepts. */
export type Model = {
  /** The id by which `options.model` names the model. */
  id: Scalars['ID']['output'];
  /** True for the model that is asked when a request names none. */
  isDefault: Scalars['Boolean']['output'];
  /** The largest number of tokens that the model writes in one answer. Null when it is not known. */
  maxTokens?: Maybe<Scalars['Int']['output']>;
  /** Says which of `options.temperature` and `options.topP` the model accepts. */
  sampling: Sampling;
  /** Says whether the model accepts `options.stopSequences`. */
  takesStopSequences: Scalars['Boolean']['output'];
  /**
   * Says whether the model accepts `options.temperature`.
   * @deprecated Use `sampling`. This field will be removed after 2027-06-30.
   */
  takesTemperature: Scalars['Boolean']['output'];
  /**
   * Says whether the model accepts `options.topP`.
   * @deprecated Use `sampling`, which can also say that the model accepts one of the two. This field will be removed after 2027-06-30.
   */
  takesTopP: Scalars['Boolean']['output'];
  /** The price of a million input tokens in US dollars, as last looked up. Null when it is not known. */
  inputPrice?: Maybe<Scalars['Float']['output']>;
  /** The price of a million output tokens in US dollars, as last looked up. Null when it is not known. */
  outputPrice?: Maybe<Scalars['Float']['output']>;
};

/** The sampling parameters that a model accepts. */
export type Sampling =
  /** The model accepts `temperature` and `topP`, also together. */
  | 'BOTH'
  /** The model accepts either of the two, but not both in one request. */
  | 'EITHER'
  /** The model accepts neither of the two. A request with one of them is refused with `InvalidInput`. */
  | 'NONE';

/** The options of the request that concern the model. */
export type TaskOptions = {
  /** The largest number of tokens to generate. When it is null, the deployment's own limit applies. */
  maxTokens?: Maybe<Scalars['Int']['output']>;
  /** A number from 0 to 1. When it is null, the model's own default applies. */
  temperature?: Maybe<Scalars['Float']['output']>;
  /** A number from 0 to 1. When it is null, the model's own default applies. */
  topP?: Maybe<Scalars['Float']['output']>;
  /** At most 4 texts. Null when there are none. */
  stopSequences?: Maybe<Array<Scalars['String']['output']>>;
  /** Whether a faulty answer is to be repaired; null: the deployment's own. */
  repair?: Maybe<Scalars['Boolean']['output']>;
};

/** The tokens of all answers for one snippet, as the model counted them. */
export type TokenUsage = {
  /** The number of tokens that the model read. */
  inputTokens: Scalars['Int']['output'];
  /** The number of tokens that the model wrote, including its thoughts. */
  outputTokens: Scalars['Int']['output'];
};

/** The reason why a snippet has no code. */
export type SnippetFailure = {
  /** The kind of the failure, for programs. */
  code: FailureCode;
  /** The failure in words, for people. Each code has one fixed sentence. The local host appends the cause, or the words of the model. */
  message: Scalars['String']['output'];
  /** The model's own words, at most 500 UTF-16 units. Only MODEL_RETURNED_NO_CODE and MODEL_REFUSED have them; null for all other codes. */
  modelMessage?: Maybe<Scalars['String']['output']>;
  /** True when the same request may succeed later. */
  retryable: Scalars['Boolean']['output'];
};

/** The optional settings of a request. A setting that is null counts as absent. */
export type GenerationOptions = {
  /** A lower-case UUID that you choose for the new snippet. It makes the request safe to repeat: the same request with the same id returns the same snippet. `Conflict` when the id belongs to another request or to another owner. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the model to ask. When it is absent, the default model of this deployment is asked. `InvalidInput` when this deployment does not offer the model. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** The largest number of tokens to generate, including the model's thoughts: from 1 to the limit of the model, and at most 128,000. When it is absent, this deployment's own number applies. That is usually 8,192, with 24,576 more for a model that always thinks, and no limit for a model whose limit is not known. An answer that this number cuts off is continued once. A model may write for 14 minutes. At 50 tokens per second that is 42,000 tokens. A model that still writes then is stopped, and the code received so far is stored with `truncated`. */
  maxTokens?: InputMaybe<Scalars['Int']['input']>;
  /** The temperature, from 0 to 1: the higher it is, the more varied is the answer. When it is absent, the model's own default applies. `InvalidInput` when the model accepts none. */
  temperature?: InputMaybe<Scalars['Float']['input']>;
  /** The share of the most likely tokens from which the model chooses, from 0 to 1. When it is absent, the model's own default applies. `InvalidInput` when the model accepts none. */
  topP?: InputMaybe<Scalars['Float']['input']>;
  /** Texts at which the model stops writing: at most 4, each with 1 to 100 UTF-16 units and not blank. `InvalidInput` when the model accepts none. */
  stopSequences?: InputMaybe<Array<Scalars['String']['input']>>;
  /** If it is true and the check finds a fault, the model is asked once more, with its own code and the faults. The second answer is kept only if it has fewer faults. When it is absent, the setting of this deployment applies: true on the local host, and false on AWS unless it was deployed otherwise. The model is not asked again when its answer was truncated, or when `maxTokens` or the remaining time is too small. */
  repair?: InputMaybe<Scalars['Boolean']['input']>;
  /** The number of seconds for which the request waits until the snippet has ended, from 0 to 25. The default is 25. It is ignored when two requests with the same `id` are compared. */
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The tokens that the worker reports. */
export type TokenUsageInput = {
  /** The number of tokens that the model read. */
  inputTokens: Scalars['Int']['input'];
  /** The number of tokens that the model wrote, including its thoughts. */
  outputTokens: Scalars['Int']['input'];
};

/** The result of the check that the worker reports. */
export type SnippetCheckInput = {
  /** Says whether the check found faults. */
  state: CheckState;
  /** At most 10 faults. */
  faults: Array<SyntaxFaultInput>;
  /** True when a repair replaced the first answer. Null when no repair was requested. */
  repaired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A fault that the worker reports. */
export type SyntaxFaultInput = {
  /** The line, from 1. */
  line: Scalars['Int']['input'];
  /** The column in UTF-16 units, from 1. */
  column: Scalars['Int']['input'];
  /** What is wrong there, at most 200 UTF-16 units. */
  message: Scalars['String']['input'];
};

/** The possible results of the check of the syntax. */
export type CheckState =
  /** The code was parsed and no fault was found. A parser is no compiler: such code may still not run. */
  | 'PASSED'
  /** The check found faults. */
  | 'FAULTY'
  /** The code was not checked: there is no check for this language, the code is too long, or the check took too long. */
  | 'NOT_CHECKED';

/** The states of a snippet. COMPLETED, FAILED and CANCELLED are its possible ends. */
export type SnippetStatus =
  /** The request is recorded, and no worker has begun yet. */
  | 'PENDING'
  /** A worker is generating the code, and `code` grows. */
  | 'GENERATING'
  /** The code is complete and its file is stored. */
  | 'COMPLETED'
  /** No code was stored, and `failure` says why. */
  | 'FAILED'
  /** The owner cancelled the snippet. The code received so far stays in `code`, and there is no file. */
  | 'CANCELLED';

/** The result of a worker's claim. */
export type Claim =
  /** The snippet belongs to this attempt until the lease expires. */
  | 'CLAIMED'
  /** Another attempt holds the snippet. Try again after its lease. */
  | 'HELD'
  /** The snippet has already ended. The worker only announces its end. */
  | 'ENDED'
  /** The snippet does not exist, or was deleted. */
  | 'GONE'
  /** All attempts are used up, and the lease of the last one has expired. */
  | 'EXHAUSTED';

/** The kinds of failures. Each of them has one fixed sentence. */
export type FailureCode =
  /** The model answered without code. Asking again the same way does not help. */
  | 'MODEL_RETURNED_NO_CODE'
  /** The model, or a guardrail or filter in front of it, refused the instruction. Asking again the same way does not help. */
  | 'MODEL_REFUSED'
  /** This deployment may not use the model: access is not granted, or its credentials are missing or expired. Asking again the same way does not help. */
  | 'MODEL_ACCESS_DENIED'
  /** The model cannot be asked this way here. Asking again the same way does not help. */
  | 'MODEL_NOT_USABLE'
  /** The model does not take this request, most often because of an option. Asking again the same way does not help. */
  | 'MODEL_REQUEST_INVALID'
  /** The model takes no more requests at the moment. Asking again may help. */
  | 'MODEL_THROTTLED'
  /** The model is not available at the moment. Asking again may help. */
  | 'MODEL_UNAVAILABLE'
  /** The model did not answer in time. Asking again may help. */
  | 'MODEL_TIMED_OUT'
  /** The model's answer broke off before its end. Asking again may help. */
  | 'MODEL_STREAM_INTERRUPTED'
  /** The code could not be stored. Asking again may help. */
  | 'STORAGE_FAILED'
  /** The snippet to be refined was deleted before the work began. Asking again the same way does not help. */
  | 'PARENT_DELETED'
  /** The work could not be started. Asking again may help. */
  | 'WORKER_NOT_STARTED'
  /** The work was begun several times and did not come to an end. Asking again may help. */
  | 'WORKER_FAILED'
  /** The snippet was not finished in its time: 95 minutes, and 16 more for each time the worker began. Asking again may help. */
  | 'TIMED_OUT';

/** The languages in which code can be requested. The language determines the file extension. */
export type Language =
  /** Ada, stored as .adb. */
  | 'ADA'
  /** Assembly, stored as .asm. */
  | 'ASSEMBLY'
  /** AWK, stored as .awk. */
  | 'AWK'
  /** Bash, stored as .sh. */
  | 'BASH'
  /** C, stored as .c. */
  | 'C'
  /** Clojure, stored as .clj. */
  | 'CLOJURE'
  /** COBOL, stored as .cob. */
  | 'COBOL'
  /** C++, stored as .cpp. */
  | 'CPP'
  /** Crystal, stored as .cr. */
  | 'CRYSTAL'
  /** C#, stored as .cs. */
  | 'CSHARP'
  /** CSS, stored as .css. */
  | 'CSS'
  /** D, stored as .d. */
  | 'D'
  /** Dart, stored as .dart. */
  | 'DART'
  /** Dockerfile, stored as .dockerfile. */
  | 'DOCKERFILE'
  /** Elixir, stored as .exs. */
  | 'ELIXIR'
  /** Elm, stored as .elm. */
  | 'ELM'
  /** Erlang, stored as .erl. */
  | 'ERLANG'
  /** Fortran, stored as .f90. */
  | 'FORTRAN'
  /** F#, stored as .fs. */
  | 'FSHARP'
  /** Go, stored as .go. */
  | 'GO'
  /** GraphQL, stored as .graphql. */
  | 'GRAPHQL'
  /** Groovy, stored as .groovy. */
  | 'GROOVY'
  /** Haskell, stored as .hs. */
  | 'HASKELL'
  /** HCL (Terraform), stored as .tf. */
  | 'HCL'
  /** HTML, stored as .html. */
  | 'HTML'
  /** Java, stored as .java. */
  | 'JAVA'
  /** JavaScript, stored as .js. */
  | 'JAVASCRIPT'
  /** JSON, stored as .json. */
  | 'JSON'
  /** Julia, stored as .jl. */
  | 'JULIA'
  /** Kotlin, stored as .kt. */
  | 'KOTLIN'
  /** Lua, stored as .lua. */
  | 'LUA'
  /** Makefile, stored as .mk. */
  | 'MAKEFILE'
  /** Markdown, stored as .md. */
  | 'MARKDOWN'
  /** MATLAB, stored as .m. */
  | 'MATLAB'
  /** Nim, stored as .nim. */
  | 'NIM'
  /** Objective-C, stored as .m. */
  | 'OBJECTIVE_C'
  /** OCaml, stored as .ml. */
  | 'OCAML'
  /** Pascal, stored as .pas. */
  | 'PASCAL'
  /** Perl, stored as .pl. */
  | 'PERL'
  /** PHP, stored as .php. */
  | 'PHP'
  /** PowerShell, stored as .ps1. */
  | 'POWERSHELL'
  /** Prolog, stored as .pro. */
  | 'PROLOG'
  /** Python, stored as .py. */
  | 'PYTHON'
  /** R, stored as .r. */
  | 'R'
  /** Racket, stored as .rkt. */
  | 'RACKET'
  /** Ruby, stored as .rb. */
  | 'RUBY'
  /** Rust, stored as .rs. */
  | 'RUST'
  /** Scala, stored as .scala. */
  | 'SCALA'
  /** Scheme, stored as .scm. */
  | 'SCHEME'
  /** Solidity, stored as .sol. */
  | 'SOLIDITY'
  /** SQL, stored as .sql. */
  | 'SQL'
  /** Swift, stored as .swift. */
  | 'SWIFT'
  /** Tcl, stored as .tcl. */
  | 'TCL'
  /** TOML, stored as .toml. */
  | 'TOML'
  /** TypeScript, stored as .ts. */
  | 'TYPESCRIPT'
  /** Verilog, stored as .v. */
  | 'VERILOG'
  /** VHDL, stored as .vhd. */
  | 'VHDL'
  /** Visual Basic, stored as .vb. */
  | 'VISUAL_BASIC'
  /** XML, stored as .xml. */
  | 'XML'
  /** YAML, stored as .yaml. */
  | 'YAML'
  /** Zig, stored as .zig. */
  | 'ZIG';
