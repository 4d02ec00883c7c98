import { type DataSource, RequestFault, type SourceAnswer } from '../sources/data-source.ts';
import type { HandlerEnd, Handlers, Runtime } from './evaluate.ts';
import type { ResolverInput, ResolverOutcome, SubscriptionFilter } from './field-resolver.ts';
import type { RaisedError, Run } from '../runtime/runtime.ts';

type Invoke = DataSource['invoke'];

/** The progress of a resolver: the value of a handler, or the end of the whole resolver. */
export type Progress =
  { kind: 'went'; value: unknown } | { kind: 'early'; value: unknown; skipTo: 'END' | 'NEXT' } | { kind: 'stopped' };

/** One run of one resolver: the context its handlers share, and what they leave besides their values. */
export class ResolverRun implements Run {
  readonly field: Run['field'];
  readonly authType: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
  private readonly shared: Record<string, unknown>;
  private readonly runtime: Runtime;
  private readonly errors: RaisedError[] = [];
  private previous: unknown = undefined;
  private filter: SubscriptionFilter | undefined;

  /** `env` is already of the runtime's realm. */
  constructor(runtime: Runtime, input: ResolverInput, env: unknown, now: () => number, log: (line: string) => void) {
    this.runtime = runtime;
    this.field = input.info;
    this.authType = input.authType;
    this.now = now;
    this.log = log;
    this.shared = sharedContext(runtime, input, env);
  }

  appendError(raised: RaisedError): void {
    this.errors.push(raised);
  }

  setSubscriptionFilter(filter: unknown): void {
    this.filter = (this.runtime.realm.leave(filter) as SubscriptionFilter | null) ?? undefined;
  }

  /** Calls one handler with `ctx.prev.result` as it stands. */
  call(handler: Handlers['request'], answer: SourceAnswer = { result: null }): Progress {
    const { realm, other } = this.runtime;
    const context = Object.assign(realm.object(), this.shared);
    const isAbsent = other.has('absent result');
    if (!isAbsent || answer.result !== null) context.result = answer.result;
    context.prev = this.previous ?? (isAbsent ? realm.object() : null);
    const more = other.has('more of an error') ? { data: null, errorInfo: null, unhandledErrorType: null } : {};
    if (answer.error) context.error = realm.enter({ ...answer.error, ...more });
    else if (other.has('absent error')) context.error = null;
    if (other.has('null in the stash')) dropNulls(context.stash);
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
    const { realm, other } = this.runtime;
    const isLeftOut = other.has('absent result') && (value ?? null) === null;
    this.previous = Object.assign(realm.object(), isLeftOut ? {} : { result: value ?? null });
  }

  outcome(end: Progress): ResolverOutcome {
    const { realm } = this.runtime;
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
    const { realm } = this.runtime;
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

/** Removes the keys that hold null, inside too. */
function dropNulls(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (item === null && !Array.isArray(value)) Reflect.deleteProperty(value, key);
    else dropNulls(item);
  }
}

function sharedContext({ realm, other }: Runtime, input: ResolverInput, env: unknown): Record<string, unknown> {
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
    identity: other.has('absent identity') ? realm.enter(input.identity ?? {}) : realm.enter(input.identity),
    source: other.has('absent source') ? realm.enter(input.source ?? {}) : realm.enter(input.source),
    stash: realm.object(),
    env,
    request: realm.enter(input.request),
    info,
  };
}
