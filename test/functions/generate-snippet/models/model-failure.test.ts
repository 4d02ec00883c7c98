import { describe, expect, it, vi } from 'vitest';
import { modelFailure } from '../../../../functions/generate-snippet/models/model-failure.ts';
import { GenerationFailure } from '../../../../functions/generation-failure.ts';

/** An error as the Bedrock client throws it. */
function thrown(name: string, message = 'No.', more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more });
}

const answered = (statusCode: number, headers: Record<string, string> = {}) => ({ $response: { statusCode, headers } });

describe('an error of Bedrock by its name', () => {
  it.each([
    ['AccessDeniedException', 'MODEL_ACCESS_DENIED', 1],
    ['UnrecognizedClientException', 'MODEL_ACCESS_DENIED', 1],
    ['InvalidSignatureException', 'MODEL_ACCESS_DENIED', 1],
    ['ExpiredTokenException', 'MODEL_ACCESS_DENIED', 1],
    ['CredentialsProviderError', 'MODEL_ACCESS_DENIED', 1],
    ['TokenProviderError', 'MODEL_ACCESS_DENIED', 1],
    ['ResourceNotFoundException', 'MODEL_NOT_USABLE', 1],
    ['ValidationException', 'MODEL_REQUEST_INVALID', 1],
    ['ConflictException', 'MODEL_REQUEST_INVALID', 1],
    ['ServiceQuotaExceededException', 'MODEL_THROTTLED', 1],
    ['ThrottlingException', 'MODEL_THROTTLED', Infinity],
    ['ModelNotReadyException', 'MODEL_UNAVAILABLE', Infinity],
    ['ServiceUnavailableException', 'MODEL_UNAVAILABLE', Infinity],
    ['InternalServerException', 'MODEL_UNAVAILABLE', 3],
    ['ModelErrorException', 'MODEL_UNAVAILABLE', 2],
    ['ModelTimeoutException', 'MODEL_TIMED_OUT', 2],
    ['ModelStreamErrorException', 'MODEL_STREAM_INTERRUPTED', 2],
    ['TimeoutError', 'MODEL_TIMED_OUT', 2],
    ['NameOfTomorrow', 'MODEL_STREAM_INTERRUPTED', 2],
  ])('%s is %s, asked %d times at most', (name, code, mostCalls) => {
    expect(modelFailure(thrown(name))).toMatchObject({ code, mostCalls, reason: 'No.' });
  });

  it.each([
    'Invocation of model ID x with on-demand throughput isn’t supported.',
    'The provided model identifier is invalid.',
    'Retry your request with the ID or ARN of an inference profile that contains this model.',
    'Operation not allowed',
    'This model is not available in your region.',
    'This model is not enabled in this account.',
    'This model version has reached the end of its life.',
  ])('ValidationException "%s" is MODEL_NOT_USABLE', (message) => {
    expect(modelFailure(thrown('ValidationException', message))).toMatchObject({ code: 'MODEL_NOT_USABLE' });
  });

  it('says the same of an exception whatever the status of its answer', () => {
    expect(modelFailure(thrown('ThrottlingException', 'Slow.', answered(400)))).toMatchObject({
      code: 'MODEL_THROTTLED',
    });
  });
});

describe('an answer of a server whose error has no known name', () => {
  it.each([
    [400, 'MODEL_REQUEST_INVALID', 1],
    [401, 'MODEL_ACCESS_DENIED', 1],
    [403, 'MODEL_ACCESS_DENIED', 1],
    [404, 'MODEL_NOT_USABLE', 1],
    [408, 'MODEL_TIMED_OUT', 2],
    [422, 'MODEL_REQUEST_INVALID', 1],
    [429, 'MODEL_THROTTLED', Infinity],
    [499, 'MODEL_REQUEST_INVALID', 1],
    [500, 'MODEL_UNAVAILABLE', 3],
    [503, 'MODEL_UNAVAILABLE', Infinity],
    [504, 'MODEL_TIMED_OUT', 2],
    [200, 'MODEL_STREAM_INTERRUPTED', 2],
    [302, 'MODEL_STREAM_INTERRUPTED', 2],
  ])('with status %d is %s, asked %d times at most', (status, code, mostCalls) => {
    expect(modelFailure(thrown('Error', 'No.', answered(status)))).toMatchObject({ code, mostCalls });
  });
});

describe('a connection', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ETIMEDOUT', 'CERT_HAS_EXPIRED', 'ERR_TLS_X'])(
    'that does not come about (%s) is MODEL_UNAVAILABLE',
    (code) => {
      expect(modelFailure(thrown('Error', 'connect', { code }))).toMatchObject({
        ...{ code: 'MODEL_UNAVAILABLE', mostCalls: 3 },
      });
    },
  );

  it('that was not established in its time is MODEL_UNAVAILABLE', () => {
    const message = 'Socket did not establish a connection within 3000 ms.';
    expect(modelFailure(thrown('TimeoutError', message))).toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  it.each(['ECONNRESET', 'EPIPE'])('that was closed (%s) broke off, whatever the client calls it', (code) => {
    expect(modelFailure(thrown('TimeoutError', 'closed', { code }))).toMatchObject({
      ...{ code: 'MODEL_STREAM_INTERRUPTED', mostCalls: 2 },
    });
  });
});

describe('the time that a service asks to wait', () => {
  it.each([
    ['7', 7_000],
    ['0.5', 500],
    ['0', 0],
    ['', 0],
    [' ', 0],
    ['-1', 0],
    ['soon', 0],
    ['Wed, 25 Nov 2026 10:00:30 GMT', 30_000],
    ['Wed, 25 Nov 2026 09:00:00 GMT', 0],
  ])('in Retry-After "%s" is %d ms', (value, retryAfterMs) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-25T10:00:00Z'), toFake: ['Date'] });
    try {
      const error = thrown('ThrottlingException', 'Slow.', answered(429, { 'retry-after': value }));
      expect(modelFailure(error)).toMatchObject({ retryAfterMs });
    } finally {
      vi.useRealTimers();
    }
  });

  it('is 0 when it says nothing', () => {
    expect(modelFailure(thrown('ThrottlingException'))).toMatchObject({ retryAfterMs: 0 });
  });
});

describe('what is no error of the client', () => {
  it('is passed on when it is a failure already', () => {
    const failure = new GenerationFailure('MODEL_REFUSED');
    expect(modelFailure(failure)).toBe(failure);
  });

  it.each([undefined, null, 'text', 7])('(%s) is a broken connection without a reason', (value) => {
    expect(modelFailure(value)).toMatchObject({ code: 'MODEL_STREAM_INTERRUPTED', mostCalls: 2, reason: null });
  });
});
