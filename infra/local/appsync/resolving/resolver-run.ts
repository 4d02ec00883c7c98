import { type DataSource, RequestFault, type SourceAnswer } from '../sources/data-source.ts';
import { type HandlerEnd, type Handlers, realm } from './evaluate.ts';
import type { ResolverInput, ResolverOutcome, SubscriptionFilter } from './resolve.ts';
import type { RaisedError, Run } from '../runtime/runtime.ts';

type Invoke = DataSource['invoke'];

/** How far a handler or a function got: its value, or the end of the whole resolver. */
export type Progress =
  { kind: 'went'; value: unknown } | { kind: 'early'; value: unknown; skipTo: 'END' | 'NEXT' } | { kind: 'stopped' };

/** One run of one resolver: the context its handlers share, and what they leave besides their values. */
export class ResolverRun implements Run {
  readonly fieldName: string;
  readonly parentTypeName: string;
  readonly authType: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
  private readonly shared: Record<string, unknown>;
  private readonly errors: RaisedError[] = [];
  private previous: unknown = undefined;
  private filter: SubscriptionFilter | undefined;

  /** `env` is already the realm's. */
  constructor(input: ResolverInput, env: unknown, now: () => number, log: (line: string) => void) {
    this.fieldName = input.info.fieldName;
    this.parentTypeName = input.info.parentTypeName;
    this.authType = input.authType;
    this.now = now;
    this.log = log;
    this.shared = sharedContext(input, env);
  }

  appendError(raised: RaisedError): void {
    this.errors.push(raised);
  }

  setSubscriptionFilter(filter: unknown): void {
    this.filter = (realm.leave(filter) as SubscriptionFilter | null) ?? undefined;
  }

  /** Calls one handler with `ctx.prev.result` as it stands. */
  call(handler: Handlers['request'], answer: SourceAnswer = { result: null }): Progress {
    const context = Object.assign(realm.object(), this.shared);
    context.result = answer.result;
    if (answer.error) context.error = realm.enter(answer.error);
    context.prev = this.previous ?? null;
    return this.progress(handler(context, this));
  }

  /** Request handler, source, response handler. An early return skips the rest. */
  async exchange(handlers: Handlers, invoke: Invoke): Promise<Progress> {
    const asked = this.call(handlers.request);
    if (asked.kind !== 'went') return asked;
    const answer = await this.ask(invoke, asked.value);
    return answer ? this.call(handlers.response, answer) : { kind: 'stopped' };
  }

  /** The value becomes `ctx.prev.result`. */
  handOn(value: unknown): void {
    this.previous = Object.assign(realm.object(), { result: value ?? null });
  }

  outcome(end: Progress): ResolverOutcome {
    const value = end.kind === 'stopped' ? null : realm.leave(end.value);
    const errors = this.errors.map(({ message, errorType, data, errorInfo }) => ({
      message,
      errorType,
      data: realm.leave(data),
      errorInfo: realm.leave(errorInfo),
    }));
    return this.filter ? { value, errors, subscriptionFilter: this.filter } : { value, errors };
  }

  private progress(end: HandlerEnd): Progress {
    switch (end.kind) {
      case 'returned':
        return { kind: 'went', value: end.value };
      case 'returnedEarly':
        return { kind: 'early', value: end.value, skipTo: end.skipTo };
      case 'raised':
        this.errors.push(end.error);
        return { kind: 'stopped' };
      default:
        return end satisfies never;
    }
  }

  private async ask(invoke: Invoke, request: unknown): Promise<SourceAnswer | undefined> {
    try {
      const answer = await invoke(realm.leave(request));
      return { ...answer, result: realm.enter(answer.result) };
    } catch (error) {
      if (!(error instanceof RequestFault)) throw error;
      this.errors.push({ message: error.message, errorType: 'MappingTemplate', data: null, errorInfo: null });
      return undefined;
    }
  }
}

function sharedContext(input: ResolverInput, env: unknown): Record<string, unknown> {
  const { fieldName, parentTypeName, variables } = input.info;
  const info = realm.enter({ fieldName, parentTypeName, variables });
  // Not enumerable, because JSON.stringify leaves them out on AWS.
  Object.defineProperties(info, {
    selectionSetList: { get: () => realm.enter(input.info.selectionSetList) },
    selectionSetGraphQL: { get: () => input.info.selectionSetGraphQL },
  });
  const args = realm.enter(input.args);
  return {
    arguments: args,
    args,
    identity: realm.enter(input.identity),
    source: realm.enter(input.source),
    stash: realm.object(),
    env,
    request: realm.enter(input.request),
    info,
  };
}
