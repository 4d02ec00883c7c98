import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';
import {
  type DataSource,
  fieldsOf,
  RequestFault,
  required,
  type SourceAnswer,
  type SourceError,
} from './data-source.ts';

/** A function, as Lambda invokes it. Both reject when the invocation itself was refused. */
export interface InvokedFunction {
  /** Waits for the answer. */
  invoke(
    payload: unknown,
  ): Promise<{ payload: unknown } | { functionError: { errorType: string; errorMessage: string } }>;
  /** Leaves the event in the function's queue. */
  invokeEvent(payload: unknown): Promise<void>;
}

interface LambdaRequest {
  batch: boolean;
  event: boolean;
  payload: unknown;
}

const timedOut: SourceError = { type: 'Lambda:ExecutionTimeoutException', message: 'Execution timed out.' };

/**
 * A data source of the type AWS_LAMBDA: the event is the request's payload, for a batch the list of them.
 * An answer that takes longer than `timeoutMs` (AppSync's own limit when left out) is a failure.
 */
export function createLambdaSource(
  lambda: InvokedFunction,
  { timeoutMs = appSync.requestMs }: { timeoutMs?: number } = {},
): DataSource {
  const send = async (event: boolean, payload: unknown): Promise<SourceAnswer> => {
    try {
      if (event) {
        await lambda.invokeEvent(payload);
        return { result: null };
      }
      const answer = await within(timeoutMs, lambda.invoke(payload));
      if (!answer) return { result: null, error: timedOut };
      if ('payload' in answer) return { result: answer.payload };
      return { result: null, error: { type: 'Lambda:Unhandled', message: answer.functionError.errorMessage } };
    } catch (error) {
      return { result: null, error: refusal(error) };
    }
  };
  const sendBatch = async (requests: readonly unknown[]): Promise<SourceAnswer[]> => {
    const parsed = requests.map(parse);
    const event = parsed.every((request) => request.event);
    const answer = await send(
      event,
      parsed.map(({ payload }) => payload),
    );
    return parsed.map((_, index) => (event || answer.error ? answer : itemOf(answer.result, index, parsed.length)));
  };
  return {
    async invoke(request) {
      const { batch, event, payload } = parse(request);
      if (!batch) return send(event, payload);
      const [answer] = await sendBatch([request]);
      return answer ?? { result: null };
    },
    invokeBatch: sendBatch,
  };
}

function parse(request: unknown): LambdaRequest {
  const fields = fieldsOf(request);
  const operation = required(fields, 'operation');
  if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
    throw new RequestFault(`Unsupported operation '${String(operation)}'.`);
  }
  return {
    batch: operation === 'BatchInvoke',
    event: fields.invocationType === 'Event',
    payload: fields.payload ?? null,
  };
}

function itemOf(results: unknown, index: number, length: number): SourceAnswer {
  if (Array.isArray(results) && results.length === length) return { result: results[index] ?? null };
  const message = `BatchInvoke needs a list of ${length} results in the order of the payloads.`;
  return { result: null, error: { type: 'Lambda:IllegalArgument', message } };
}

function refusal(error: unknown): SourceError {
  const { name = 'Error', message = String(error) } = error as Partial<Error>;
  return { type: `Lambda:${name === 'Error' ? 'Unhandled' : name}`, message };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(() => settle(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
