import { dynamodbFunctions, toDynamoDB } from './util-dynamodb.ts';
import { toExpression } from './util-transform.ts';
import { toSubscriptionFilter } from './extensions-filter.ts';
import { math, str, textFunctions } from './util-text.ts';
import { timeFunctions } from './util-time.ts';
import { unavailable } from './unavailable.ts';
import type { OtherAnswers } from './unsettled.ts';

export { unavailableFunctions } from './unavailable.ts';

/** What the built-ins know of the resolver that runs, and what they leave for it. */
export interface Run {
  /** The field it stands for; undefined for a handler that is evaluated alone. */
  readonly field: { readonly fieldName: string; readonly parentTypeName: string } | undefined;
  /** What `util.authType()` answers. */
  readonly authType: string;
  /** Milliseconds since the epoch. */
  now(): number;
  log(line: string): void;
  appendError(raised: RaisedError): void;
  setSubscriptionFilter(filter: unknown): void;
}

/** As the code gave it; left out is null. */
export interface RaisedError {
  message: string;
  errorType: string | null;
  data: unknown;
  errorInfo: unknown;
}

/** Thrown through a handler by `util.error` and `util.unauthorized`. */
export class ErrorRaised {
  readonly raised: RaisedError;
  constructor(raised: RaisedError) {
    this.raised = raised;
  }
}

/** Thrown through a handler by `runtime.earlyReturn`. */
export class ReturnedEarly {
  readonly value: unknown;
  readonly skipTo: 'END' | 'NEXT';
  constructor(value: unknown, skipTo: 'END' | 'NEXT') {
    this.value = value;
    this.skipTo = skipTo;
  }
}

const hiddenHeaders = new Set(
  'transfer-encoding connection host expect keep-alive upgrade proxy-authenticate proxy-authorization te content-length'.split(
    ' ',
  ),
);

/** The globals that AppSync adds to JavaScript; `current` is the run whose handler is being called. */
export function createBuiltins(current: () => Run, other: OtherAnswers) {
  const now = () => current().now();
  const logged = (...values: unknown[]): void => current().log(values.map(asText).join(' '));
  const util = {
    ...textFunctions(now),
    error(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): never {
      throw new ErrorRaised(raisedError(message, errorType, data, errorInfo));
    },
    appendError(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): void {
      current().appendError(raisedError(message, errorType, data, errorInfo));
    },
    unauthorized(): never {
      const { field } = current();
      const message = field ? `Not Authorized to access ${field.fieldName} on type ${field.parentTypeName}` : undefined;
      throw new ErrorRaised(raisedError(message ?? 'Unauthorized', 'Unauthorized'));
    },
    authType: () => current().authType,
    time: timeFunctions(now),
    str,
    math,
    dynamodb: other.has('undefined attributes')
      ? { ...dynamodbFunctions, toMapValues: toMapValuesWithNulls }
      : dynamodbFunctions,
    http: {
      copyHeaders: (headers: object) =>
        Object.fromEntries(Object.entries(headers).filter(([name]) => !hiddenHeaders.has(name.toLowerCase()))),
      addResponseHeader: unavailable('util.http.addResponseHeader'),
      addResponseHeaders: unavailable('util.http.addResponseHeaders'),
    },
    transform: {
      toDynamoDBFilterExpression: (conditions: Record<string, unknown>) => JSON.stringify(toExpression(conditions)),
      toDynamoDBConditionExpression: (conditions: Record<string, unknown>) => JSON.stringify(toExpression(conditions)),
      toSubscriptionFilter,
      toElasticsearchQueryDSL: unavailable('util.transform.toElasticsearchQueryDSL'),
    },
    get rds() {
      return unavailable('util.rds')();
    },
    get xml() {
      return unavailable('util.xml')();
    },
  };
  const extensions = {
    setSubscriptionFilter(filter: unknown): void {
      if (other.has('null in a subscription filter') && hasNull(filter)) {
        throw new Error('A subscription filter has no value.');
      }
      current().setSubscriptionFilter(filter);
    },
    setSubscriptionInvalidationFilter: unavailable('extensions.setSubscriptionInvalidationFilter'),
    invalidateSubscriptions: unavailable('extensions.invalidateSubscriptions'),
    evictFromApiCache: unavailable('extensions.evictFromApiCache'),
  };
  const runtime = {
    earlyReturn(value?: unknown, options?: { skipTo?: 'END' | 'NEXT' }): never {
      // https://github.com/aws/aws-appsync-community/issues/280
      const takesScalars = !other.has('early return of a scalar');
      if (value === null || value === undefined || (!takesScalars && typeof value !== 'object'))
        throw new ErrorRaised(raisedError('Runtime Error', 'Code'));
      throw new ReturnedEarly(value, options?.skipTo ?? 'NEXT');
    },
  };
  return { util, extensions, runtime, console: { log: logged, error: logged } };
}

function raisedError(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): RaisedError {
  return { message: String(message), errorType: errorType ?? null, data: data ?? null, errorInfo: errorInfo ?? null };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}

function toMapValuesWithNulls(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, toDynamoDB(value)]));
}

function hasNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return (value ?? null) === null;
  return Object.values(value).some(hasNull);
}
