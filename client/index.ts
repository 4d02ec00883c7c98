export type { Auth, Credential } from './client-auth.ts';
export type {
  Calls,
  CallOptions,
  GenerateRequest,
  ListFilter,
  PageOptions,
  RefineRequest,
  SnippetHeadPage,
  UsageOptions,
} from './calls.ts';
export type { CodeUpdate } from './code-so-far.ts';
export {
  BadAnswerError,
  NetworkError,
  RefusedError,
  SnipstreamError,
  UnauthorizedError,
  type RefusalName,
  type SnipstreamErrorName,
} from './client-errors.ts';
export type { Observable } from './observable.ts';
export type { ConnectionState } from './realtime/realtime-client.ts';
export type { Events } from './realtime/events.ts';
export type { IamCredentials } from '../schema/wire/sign-request.ts';
export {
  createSnippetClient,
  type CompletedFilter,
  type ListenOptions,
  type SnippetClient,
  type SnippetClientOptions,
  type StreamOptions,
  type WatchOptions,
} from './snippet-client.ts';
export type { Estimate, Model, Snippet, SnippetHead, SnippetProgress, UsageDay } from './snippet.ts';
export { defaultWaits, type Waits } from './wait-and-retry-times.ts';
export type { WebSocketConstructor, WebSocketLike } from './realtime/web-socket.ts';
export type { FailureCode, GenerationOptions, Language, SnippetStatus } from '../schema/types.generated.ts';
