import { kind, type OtherAnswers } from '../runtime/unsettled.ts';
import type { RaisedError } from '../runtime/runtime.ts';
import { codeError, LoadFault, runtimeWith } from './evaluate.ts';

/** One handler with its context, as AppSync's EvaluateCode is asked (https://docs.aws.amazon.com/appsync/latest/APIReference/API_EvaluateCode.html). */
export interface Evaluated {
  readonly code: string;
  readonly handler: 'request' | 'response';
  /** The keys of `ctx`, the arguments as `arguments`; what is left out the handler does not find. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The result of an evaluation as plain JSON. */
export interface Evaluation {
  /** What the handler returned, early or not; null when an error ended it. */
  readonly result: unknown;
  readonly returnedEarly: boolean;
  /** What ended it. */
  readonly error: RaisedError | undefined;
  /** What `util.appendError` left. */
  readonly appended: readonly RaisedError[];
  readonly stash: unknown;
}

/**
 * Runs one handler alone, without a source. Without `info` in its context `util.unauthorized` names no field, as was
 * recorded of EvaluateCode.
 */
export async function evaluateHandler(
  { code, handler, context }: Evaluated,
  { now = Date.now, other = kind }: { now?: () => number; other?: OtherAnswers } = {},
): Promise<Evaluation> {
  const { realm, loadHandlers } = runtimeWith(other);
  const appended: RaisedError[] = [];
  const { fieldName, parentTypeName } = (context['info'] ?? {}) as { fieldName?: string; parentTypeName?: string };
  const field = fieldName && parentTypeName ? { fieldName, parentTypeName } : undefined;
  const ctx = realm.enter({ stash: {}, ...context, args: context['arguments'] }) as Record<string, unknown>;
  ctx['args'] = ctx['arguments'];
  try {
    const handlers = await loadHandlers(code);
    const end = handlers[handler](ctx, {
      field,
      authType: '',
      now,
      log: () => undefined,
      appendError: (raised) => appended.push(raised),
      setSubscriptionFilter: () => undefined,
    });
    return {
      result: end.kind === 'raised' ? null : realm.leave(end.value),
      returnedEarly: end.kind === 'returnedEarly',
      error: end.kind === 'raised' ? end.error : undefined,
      appended: realm.leave(appended) as RaisedError[],
      stash: realm.leave(ctx['stash']),
    };
  } catch (error) {
    if (!(error instanceof LoadFault)) throw error;
    const nothing = { result: null, returnedEarly: false, appended, stash: {} };
    return { ...nothing, error: codeError(error.message) };
  }
}
