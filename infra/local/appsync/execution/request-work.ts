import type { FieldError } from '../resolving/field-resolver.ts';
import type { ExecutionLimits } from './execution-limits.ts';

/**
 * Counts the work of one request. The work ends when its time is over, when the caller has gone away, or when a limit
 * is reached.
 */
export interface RequestWork {
  /**
   * Asks for another resolver.
   * @param begun whether it belongs to something that has begun and is carried to its end
   * @returns what its field is to say when it may not run, else undefined
   */
  takeResolver(begun: boolean): FieldError | undefined;
  /** What a resolver gives; an error when the request's time runs out first. */
  inTime<Outcome>(running: Promise<Outcome>): Promise<Outcome | FieldError>;
  /** Takes fields and text (in UTF-16 units) into account. @returns whether there was still room for them */
  afford(cost: { fields?: number; characters?: number }): boolean;
  /** Why the answer would be too large, once it is. */
  readonly excess: string | undefined;
  /** Frees the timer. */
  end(): void;
}

const timedOut: FieldError = fieldError('ExecutionTimeout', 'Execution timed out.');
const callerGone: FieldError = fieldError('ExecutionTimeout', 'The caller is gone.');
const resolverLimitReached = fieldError('ResolverExecutionLimitReached', 'Resolver invocation limit reached');

/** Begins the time of a request. @param caller aborted when nobody waits for the answer any more */
export function beginWork(limits: ExecutionLimits, caller?: AbortSignal): RequestWork {
  let resolvers = 0;
  let [fields, characters] = [limits.fields, limits.characters];
  let excess: string | undefined;
  let late = false;
  let runOut: (error: FieldError) => void = () => undefined;
  const timeout = new Promise<FieldError>((settle) => (runOut = settle));
  const timer = setTimeout(() => {
    late = true;
    runOut(timedOut);
  }, limits.executionMs);
  return {
    get excess() {
      return excess;
    },
    takeResolver(begun) {
      if (!begun && late) return timedOut;
      if (!begun && caller?.aborted) return callerGone;
      if (excess !== undefined) return fieldError('InvalidInput', excess);
      resolvers += 1;
      return resolvers <= limits.resolvers ? undefined : resolverLimitReached;
    },
    inTime: (running) => Promise.race([running, timeout]),
    afford(cost) {
      fields -= cost.fields ?? 0;
      characters -= cost.characters ?? 0;
      if (fields < 0) excess ??= `The answer has more than ${limits.fields} fields.`;
      if (characters < 0) excess ??= `The answer has more than ${limits.characters} UTF-16 units of text.`;
      return excess === undefined;
    },
    end: () => clearTimeout(timer),
  };
}

export function isFieldError(value: object): value is FieldError {
  return 'errorType' in value && 'message' in value;
}

function fieldError(errorType: string, message: string): FieldError {
  return { message, errorType, data: null, errorInfo: null };
}
