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
  AWSDate: { input: unknown; output: unknown };
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

/** What is asked: read what you own. With the API key everybody shares the one shelf `public`. */
export type Query = {
  /** The snippet, read consistently: what an event announced is there. Null when the id is unknown or the snippet is not yours. */
  snippet?: Maybe<Snippet>;
  /** Your snippets, newest first. A snippet may show up here a moment after its mutation answered. */
  snippets?: Maybe<SnippetPage>;
  /** The models of this deployment that `options.model` may name, the default first. */
  models?: Maybe<Array<Model>>;
  /** For the function that waits inside `generateCode`: the status alone, whoever owns the snippet. Null when the id is unknown. */
  snippetStatus?: Maybe<SnippetStatus>;
};

/** What is asked: read what you own. With the API key everybody shares the one shelf `public`. */
export type QuerySnippetArgs = {
  id: Scalars['ID']['input'];
};

/** What is asked: read what you own. With the API key everybody shares the one shelf `public`. */
export type QuerySnippetsArgs = {
  language?: InputMaybe<Language>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** What is asked: read what you own. With the API key everybody shares the one shelf `public`. */
export type QuerySnippetStatusArgs = {
  id: Scalars['ID']['input'];
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type Mutation = {
  /**
   * Has code generated, stores it as a file, and pushes it to subscribers. Answers with the finished snippet when it is
   * finished within `options.waitSeconds`, else with what there is by then while the work goes on. What goes wrong after
   * the request was accepted is in `failure`, not in `errors`.
   */
  generateCode?: Maybe<Snippet>;
  /**
   * As `generateCode`, but from the code of a snippet of yours, whose language it keeps: the new snippet is its child.
   * `NotFound` when the id is unknown or the snippet is not yours, `Conflict` while it has no code.
   */
  refineSnippet?: Maybe<Snippet>;
  /** Ends a snippet that is not finished: it becomes CANCELLED, the model is stopped, what came so far stays readable, no file is left. One that has ended is returned as it is. `NotFound` when the id is unknown or the snippet is not yours. */
  cancelSnippet?: Maybe<Snippet>;
  /** Removes an ended snippet and its file, and returns it for the last time. `Conflict` while it is not ended, `NotFound` when the id is unknown or the snippet is not yours. */
  deleteSnippet?: Maybe<Snippet>;
  /**
   * Removes up to 25 of your snippets, finished or not, with their files: for an owner who leaves. Call it until `done` is
   * true; it is safe to repeat. A snippet that is asked for meanwhile may stay. With the API key it empties the one shelf
   * that everybody shares.
   */
  deleteAllSnippets?: Maybe<Deletion>;
  /** Claims a snippet for one attempt and starts its lease. Never an error for a snippet that cannot be claimed: `claim` says why. */
  startSnippet?: Maybe<SnippetTask>;
  /** Adds a part, or with none renews the lease. On an ended snippet nothing is added and the end is returned, and so pushed. `AttemptLost` when another attempt holds the snippet, `NotFound` when it is gone. */
  appendCode?: Maybe<SnippetProgress>;
  /** Ends a snippet whose file is stored: COMPLETED. A snippet that has ended is returned as it is. `AttemptLost` when another attempt holds the snippet, `NotFound` when it is gone. */
  completeSnippet?: Maybe<Snippet>;
  /**
   * Keeps what is known of a faulty answer while the worker asks for a repair. Its file is stored by then; if the attempt
   * breaks off, the next one completes the snippet with this answer. On a snippet that has ended nothing is kept and the end
   * is returned. `AttemptLost` when another attempt holds the snippet, `NotFound` when it is gone.
   */
  keepAnswer?: Maybe<SnippetProgress>;
  /** Ends a snippet without code: FAILED. A snippet that has ended is returned as it is. `AttemptLost` when another attempt holds the snippet, `NotFound` when it is gone. */
  failSnippet?: Maybe<SnippetProgress>;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationGenerateCodeArgs = {
  language: Language;
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationRefineSnippetArgs = {
  id: Scalars['ID']['input'];
  instruction: Scalars['String']['input'];
  options?: InputMaybe<GenerationOptions>;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationCancelSnippetArgs = {
  id: Scalars['ID']['input'];
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationDeleteSnippetArgs = {
  id: Scalars['ID']['input'];
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationStartSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationAppendCodeArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  offset?: InputMaybe<Scalars['Int']['input']>;
  part?: InputMaybe<Scalars['String']['input']>;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationCompleteSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  model: Scalars['String']['input'];
  truncated: Scalars['Boolean']['input'];
  usage?: InputMaybe<TokenUsageInput>;
  modelCalls?: InputMaybe<Scalars['Int']['input']>;
  check?: InputMaybe<SnippetCheckInput>;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationKeepAnswerArgs = {
  id: Scalars['ID']['input'];
  attempt: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  model: Scalars['String']['input'];
  usage?: InputMaybe<TokenUsageInput>;
  modelCalls: Scalars['Int']['input'];
  check: SnippetCheckInput;
};

/** What is done. The last four fields are for this system's own functions, which sign their calls; nobody else may call them. */
export type MutationFailSnippetArgs = {
  id: Scalars['ID']['input'];
  attempt?: InputMaybe<Scalars['ID']['input']>;
  code: FailureCode;
  modelMessage?: InputMaybe<Scalars['String']['input']>;
  cause?: InputMaybe<Scalars['String']['input']>;
};

/** What is pushed. An event may come twice or out of order, and a closed connection misses some: `Query.snippet` has all of it. */
export type Subscription = {
  /** Your snippets as they become COMPLETED, with every field but `downloadUrl`. The other endings are told by `onSnippetProgress`. */
  onSnippetCompleted?: Maybe<Snippet>;
  /** One snippet of yours as its code arrives, part by part, to its end. To miss nothing subscribe before you ask, with an `options.id` of your own. */
  onSnippetProgress?: Maybe<SnippetProgress>;
};

/** What is pushed. An event may come twice or out of order, and a closed connection misses some: `Query.snippet` has all of it. */
export type SubscriptionOnSnippetCompletedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  language?: InputMaybe<Language>;
};

/** What is pushed. An event may come twice or out of order, and a closed connection misses some: `Query.snippet` has all of it. */
export type SubscriptionOnSnippetProgressArgs = {
  id: Scalars['ID']['input'];
};

/** One request for code and what came of it. */
export type Snippet = {
  /** A lower-case UUID: `options.id` of the call, else made for it. */
  id: Scalars['ID']['output'];
  /** What the code is written in. */
  language: Language;
  /** As it was asked, byte for byte. */
  instruction: Scalars['String']['output'];
  /** PENDING, then GENERATING, then one of the three ends, which never changes. */
  status: SnippetStatus;
  /** The code alone, no fences, no prose, at most 96 KiB of UTF-8. While GENERATING what has arrived so far; null before the first part. */
  code?: Maybe<Scalars['String']['output']>;
  /** Last part of `objectKey`. */
  fileName: Scalars['String']['output'];
  /** Where the file lies in the bucket, or below the data folder. Fixed from the start; there is a file once the status is COMPLETED. */
  objectKey: Scalars['String']['output'];
  /** A signed link to the file, valid for 5 minutes, made when asked for. Null unless COMPLETED, in events, and once the file is gone, because this deployment keeps files for so many days only; `code` stays. */
  downloadUrl?: Maybe<Scalars['AWSURL']['output']>;
  /** Id of the model: the one chosen, in the end the one that answered. `cookbook` is no AI but a book of known programs. */
  model: Scalars['String']['output'];
  /** Number of parts that have arrived, over all attempts; 0 before the first. */
  sequence: Scalars['Int']['output'];
  /** True when the code ends early: at the model's token limit, at 96 KiB, when the worker's 14 minutes were over, or within its block. */
  truncated: Scalars['Boolean']['output'];
  /** What the model counted; null until COMPLETED, and when it does not say. */
  usage?: Maybe<TokenUsage>;
  /** Why there is no code; null unless FAILED. */
  failure?: Maybe<SnippetFailure>;
  /** How often the worker has begun, at most 3. */
  attempts: Scalars['Int']['output'];
  /** How often a model was asked until it answered, continuations and a repair included; null until COMPLETED. */
  modelCalls?: Maybe<Scalars['Int']['output']>;
  /** What a look at the syntax of the code found; null until COMPLETED, and for a snippet of a version that did not look. */
  check?: Maybe<SnippetCheck>;
  /** The snippet this one refines; null for one that was asked for anew. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** The same, whole; null when it was deleted, and in events. */
  parent?: Maybe<Snippet>;
  /** The snippets that refine this one, newest first; null in events. */
  refinements?: Maybe<SnippetPage>;
  /** Whom it belongs to: a Cognito `sub`, an IAM identity or ARN, or `public` for the API key. */
  owner: Scalars['String']['output'];
  /** When it was asked for, UTC, to the millisecond. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When the status changed last; parts do not count. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** When the file was there; null unless COMPLETED. */
  completedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** One request for code and what came of it. */
export type SnippetRefinementsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** What a look at the syntax of the code found. It is a remark: a FAULTY snippet is COMPLETED like any other. The code was never run. */
export type SnippetCheck = {
  /** Whether faults were found. */
  state: CheckState;
  /** The first 10 faults in the order of the lines; empty unless FAULTY. */
  faults: Array<SyntaxFault>;
  /** True when the code is the model's second answer, which had fewer faults than its first; false when the second was no better and the first was kept; null when no second was asked for. */
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
  /** Newest first; may be empty. */
  items: Array<Snippet>;
  /** For the page after this one; null at the end. */
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** What one step of a deletion of everything came to. */
export type Deletion = {
  /** Snippets that were removed now; one that was removed a moment before may be counted again. */
  deleted: Scalars['Int']['output'];
  /** True when nothing of yours was found any more; false: call again. */
  done: Scalars['Boolean']['output'];
};

/** News of one snippet. To follow the code keep `code.slice(0, offset) + part`, and drop a `sequence` already seen; after a gap or 10 s of silence ask `Query.snippet`. */
export type SnippetProgress = {
  /** The snippet. */
  id: Scalars['ID']['output'];
  /** Whom it belongs to. */
  owner: Scalars['String']['output'];
  /** What it is written in. */
  language: Language;
  /** GENERATING with or without a part; one of the three ends says that nothing follows. */
  status: SnippetStatus;
  /** Number of the newest part, from 1 over all attempts; 0 when none has arrived. */
  sequence: Scalars['Int']['output'];
  /** Where `part` begins in the code, in UTF-16 units; 0 after sequence 1 means: begin again. Null without a part. */
  offset?: Maybe<Scalars['Int']['output']>;
  /** The code that arrived; null in the end and when only the lease was renewed. */
  part?: Maybe<Scalars['String']['output']>;
  /** Why there is no code; null unless FAILED. */
  failure?: Maybe<SnippetFailure>;
};

/** What the worker is given with its claim; all null but `claim` unless CLAIMED or EXHAUSTED. */
export type SnippetTask = {
  /** What became of the claim. */
  claim: Claim;
  /** Number of the last part of earlier attempts; the next is one more. */
  sequence?: Maybe<Scalars['Int']['output']>;
  /** Whom the snippet belongs to. */
  owner?: Maybe<Scalars['String']['output']>;
  /** What to write in. */
  language?: Maybe<Language>;
  /** What the caller asks for: data, not orders to this system. */
  instruction?: Maybe<Scalars['String']['output']>;
  /** Id of the model to ask. */
  model?: Maybe<Scalars['String']['output']>;
  /** What the caller set; null where nothing. */
  options?: Maybe<TaskOptions>;
  /** The code to refine; null for a snippet that was asked for anew, and when its parent was deleted meanwhile. */
  parentCode?: Maybe<Scalars['String']['output']>;
  /** The snippet it refines. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** Where to store the code. */
  objectKey?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  createdAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** What an earlier attempt kept by `keepAnswer` before it broke off; null when there is nothing. */
  kept?: Maybe<KeptAnswer>;
};

/** A whole answer whose file is stored. The attempt that kept it broke off while it asked for a repair. */
export type KeptAnswer = {
  /** The code as it is shown. */
  code: Scalars['String']['output'];
  /** The model that answered. */
  model: Scalars['String']['output'];
  /** What the model counted; null when it did not say. */
  usage?: Maybe<TokenUsage>;
  /** How often a model was asked. */
  modelCalls: Scalars['Int']['output'];
  /** What was found in the code that was kept. */
  check: SnippetCheck;
};

/** A model that this deployment offers, and what it takes. */
export type Model = {
  /** As `options.model` names it. */
  id: Scalars['ID']['output'];
  /** True for the one that is asked when none is named. */
  isDefault: Scalars['Boolean']['output'];
  /** Most tokens it writes in one answer; null when not known. */
  maxTokens?: Maybe<Scalars['Int']['output']>;
  /** Which of `options.temperature` and `options.topP` it takes. */
  sampling: Sampling;
  /** Whether it takes `options.stopSequences`. */
  takesStopSequences: Scalars['Boolean']['output'];
  /**
   * Whether it takes `options.temperature`.
   * @deprecated Use `sampling`; this field goes after 2027-06-30.
   */
  takesTemperature: Scalars['Boolean']['output'];
  /**
   * Whether it takes `options.topP`.
   * @deprecated Use `sampling`, which can say that it takes one of the two; this field goes after 2027-06-30.
   */
  takesTopP: Scalars['Boolean']['output'];
  /** US dollars for a million tokens read, as last looked up; null when not known. */
  inputPrice?: Maybe<Scalars['Float']['output']>;
  /** US dollars for a million tokens written, as last looked up; null when not known. */
  outputPrice?: Maybe<Scalars['Float']['output']>;
};

/** Which sampling parameters a model takes. */
export type Sampling =
  /** `temperature` and `topP`, also together. */
  | 'BOTH'
  /** One of the two, but not both in one request. */
  | 'EITHER'
  /** None of the two: either of them is `InvalidInput`. */
  | 'NONE';

/** The options that concern the model. */
export type TaskOptions = {
  /** Most tokens to generate; null: the deployment's own limit. */
  maxTokens?: Maybe<Scalars['Int']['output']>;
  /** 0 to 1; null: the model's own. */
  temperature?: Maybe<Scalars['Float']['output']>;
  /** 0 to 1; null: the model's own. */
  topP?: Maybe<Scalars['Float']['output']>;
  /** At most 4; null: none. */
  stopSequences?: Maybe<Array<Scalars['String']['output']>>;
  /** Whether a faulty answer is to be repaired; null: the deployment's own. */
  repair?: Maybe<Scalars['Boolean']['output']>;
};

/** Tokens as the model counted them, over all its answers to this snippet. */
export type TokenUsage = {
  /** Tokens read. */
  inputTokens: Scalars['Int']['output'];
  /** Tokens written, thinking included. */
  outputTokens: Scalars['Int']['output'];
};

/** Why a snippet has no code. */
export type SnippetFailure = {
  /** For programs. */
  code: FailureCode;
  /** For people: one fixed sentence for each code, which on the local host goes on with the cause or with what the model said. */
  message: Scalars['String']['output'];
  /** The model's own words, at most 500 UTF-16 units, with MODEL_RETURNED_NO_CODE and MODEL_REFUSED; else null. */
  modelMessage?: Maybe<Scalars['String']['output']>;
  /** Whether the same request may succeed later. */
  retryable: Scalars['Boolean']['output'];
};

/** All that may be left out of a request. Absent and null mean the same. */
export type GenerationOptions = {
  /** A lower-case UUID of your own. Makes the call safe to repeat: the same id with the same request is the same snippet; with another request, or if it is another's, `Conflict`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the model to ask; this deployment's default when left out, `InvalidInput` when it is not offered. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** Most tokens to generate, thinking included, 1 to what the model takes, 128,000 at most. When left out it is this deployment's own number, usually 8,192 and 24,576 more for a model that always thinks, and none for a model whose limit is not known; what is cut there is continued once. A model may write for 14 minutes, at 50 tokens a second 42,000: one that still writes then is stopped, and what came is stored, with `truncated`. */
  maxTokens?: InputMaybe<Scalars['Int']['input']>;
  /** How varied the answer is, 0 to 1; the model's own when left out, `InvalidInput` for a model that takes none. */
  temperature?: InputMaybe<Scalars['Float']['input']>;
  /** Share of the likeliest tokens to choose from, 0 to 1; the model's own when left out, `InvalidInput` for a model that takes none. */
  topP?: InputMaybe<Scalars['Float']['input']>;
  /** Texts at which the model stops: at most 4, each 1 to 100 UTF-16 units and not blank; `InvalidInput` for a model that takes none. */
  stopSequences?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether the model is asked once more when the check finds a fault, with its own code and the faults. The second answer is kept only if it has fewer faults. When left out it is this deployment's own choice: true on the local host, false on AWS unless it was deployed otherwise. It does not happen when the answer was truncated or when `maxTokens` or the time left is too small. */
  repair?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds to wait for the finished snippet, 0 to 25; 25 when left out. Not part of what makes two requests the same. */
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** As `TokenUsage`, from the worker. */
export type TokenUsageInput = {
  /** Tokens read. */
  inputTokens: Scalars['Int']['input'];
  /** Tokens written, thinking included. */
  outputTokens: Scalars['Int']['input'];
};

/** As `SnippetCheck`, from the worker. */
export type SnippetCheckInput = {
  /** Whether faults were found. */
  state: CheckState;
  /** At most 10. */
  faults: Array<SyntaxFaultInput>;
  /** Whether a repair took the place of the first answer; null: none was asked for. */
  repaired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** As `SyntaxFault`, from the worker. */
export type SyntaxFaultInput = {
  /** The line, from 1. */
  line: Scalars['Int']['input'];
  /** The column in UTF-16 units, from 1. */
  column: Scalars['Int']['input'];
  /** What is wrong there, at most 200 UTF-16 units. */
  message: Scalars['String']['input'];
};

/** What the check of the syntax came to. */
export type CheckState =
  /** The code was parsed and no fault was found. A parser is no compiler: such code may still not run. */
  | 'PASSED'
  /** Faults were found. */
  | 'FAULTY'
  /** Nobody looked: there is no check for this language, the code is too long, or the check took too long. */
  | 'NOT_CHECKED';

/** The life of a snippet; the last three are ends. */
export type SnippetStatus =
  /** Recorded; no worker has begun. */
  | 'PENDING'
  /** A worker is at it; `code` grows. */
  | 'GENERATING'
  /** The file is stored. */
  | 'COMPLETED'
  /** There is no code; `failure` says why. */
  | 'FAILED'
  /** Ended by its owner; what came stays in `code`, there is no file. */
  | 'CANCELLED';

/** What became of a worker's claim. */
export type Claim =
  /** Yours, for the length of the lease. */
  | 'CLAIMED'
  /** Another attempt's lease is live; come back after it. */
  | 'HELD'
  /** COMPLETED, FAILED or CANCELLED; nothing to do but to announce it. */
  | 'ENDED'
  /** Unknown or deleted. */
  | 'GONE'
  /** All attempts are used up, and the last one's lease ran out. */
  | 'EXHAUSTED';

/** Why there is no code. Each stands for one fixed sentence. */
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

/** What code can be asked for. The file ending follows from it. */
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
