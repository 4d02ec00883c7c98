import { describe, expect, it } from 'vitest';
import { readConfig } from '../../functions/function-config.ts';
import { lease } from '../../schema/limits/lease-times.ts';
import { work } from '../../schema/limits/worker-times.ts';

const least = {
  ...{ API_URL: 'https://api.example/graphql', AWS_REGION: 'us-east-1', BUCKET: 'files' },
  ...{ AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
};

describe('the configuration of a function', () => {
  it('has the times of schema/limits where nothing is set', () => {
    expect(readConfig(least)).toMatchObject({
      ...{ apiUrl: new URL('https://api.example/graphql'), region: 'us-east-1', bucket: 'files', s3PathStyle: false },
      ...{ partIntervalMs: work.partIntervalMs, partBytes: work.partBytes, storeWithinMs: work.storeWithinMs },
      ...{ leaseMs: lease.usualMs, renewAfterMs: lease.renewAfterMs, modelPauseMs: work.modelPauseMs },
      ...{ modelIdleMs: work.modelIdleMs, modelWithinMs: work.modelWithinMs, defaultMaxTokens: undefined },
      ...{ fallbackModels: [], modelsBehind: {}, guardrail: undefined, tellsCauses: false },
      ...{ repairs: false, grammars: undefined, priced: undefined },
    });
  });

  it.each([
    ['PART_INTERVAL_MS', 'partIntervalMs'],
    ['QUICK_PART_MS', 'quickPartMs'],
    ['PART_BYTES', 'partBytes'],
    ['LEASE_MS', 'leaseMs'],
    ['RENEW_AFTER_MS', 'renewAfterMs'],
    ['STORE_WITHIN_MS', 'storeWithinMs'],
    ['MODEL_PAUSE_MS', 'modelPauseMs'],
    ['MODEL_IDLE_MS', 'modelIdleMs'],
    ['MODEL_WITHIN_MS', 'modelWithinMs'],
    ['DEFAULT_MAX_TOKENS', 'defaultMaxTokens'],
  ] as const)('takes %s as %s', (variable, key) => {
    expect(readConfig({ ...least, [variable]: '77' })[key]).toBe(77);
  });

  it.each(['', '0', '-1', '1.5', 'many', '1e999'])('refuses LEASE_MS "%s", and says what is allowed', (value) => {
    expect(() => readConfig({ ...least, LEASE_MS: value })).toThrow(
      `The environment variable LEASE_MS is "${value}"; allowed is a whole number of 1 or more.`,
    );
  });

  it.each(['API_URL', 'AWS_REGION', 'BUCKET'])('names %s when it is missing', (variable) => {
    expect(() => readConfig({ ...least, [variable]: '' })).toThrow(`The environment variable ${variable} is not set.`);
  });

  it('reads the credentials at each use, as a long-lived process is given new ones', () => {
    const env: NodeJS.ProcessEnv = { ...least };
    const { credentials } = readConfig(env);
    env['AWS_ACCESS_KEY_ID'] = 'ASIA';
    env['AWS_SESSION_TOKEN'] = 'token';
    expect(credentials()).toEqual({ accessKeyId: 'ASIA', secretAccessKey: 'secret', sessionToken: 'token' });
    delete env['AWS_SECRET_ACCESS_KEY'];
    expect(credentials).toThrow('AWS_SECRET_ACCESS_KEY is not set');
  });

  it('repairs where that is said', () => {
    expect(readConfig({ ...least, REPAIR: 'true' }).repairs).toBe(true);
    expect(readConfig({ ...least, REPAIR: 'false' }).repairs).toBe(false);
  });

  it('reads lists and pairs that are separated by spaces', () => {
    const config = readConfig({ ...least, FALLBACK_MODELS: 'one  two ', MODELS_BEHIND: 'arn:x=one  arn:y=two' });
    expect(config.fallbackModels).toEqual(['one', 'two']);
    expect(config.modelsBehind).toEqual({ 'arn:x': 'one', 'arn:y': 'two' });
  });

  it.each(['arn:x', 'arn:x=', '=one'])('refuses MODELS_BEHIND "%s"', (value) => {
    expect(() => readConfig({ ...least, MODELS_BEHIND: value })).toThrow(
      `The environment variable MODELS_BEHIND is "${value}"; allowed is <arn>=<id>, separated by spaces.`,
    );
  });

  it('knows the price of one model when it is told', () => {
    expect(readConfig({ ...least, MODEL_PRICE: 'arn:aws:x:y/z=3.30/16' }).priced).toEqual({
      ...{ model: 'arn:aws:x:y/z', price: { input: 3.3, output: 16 } },
    });
  });

  it('takes prices with and without decimals, and 1 for a time', () => {
    expect(readConfig({ ...least, MODEL_PRICE: 'm=12/0.25' }).priced?.price).toEqual({ input: 12, output: 0.25 });
    expect(readConfig({ ...least, LEASE_MS: '1', GRAMMARS: '/opt/grammars' })).toMatchObject({
      ...{ leaseMs: 1, grammars: '/opt/grammars' },
    });
  });

  it.each(['a', 'a=1', '=1/2', 'a=1/x', 'a=1/2 b=3/4'])('refuses MODEL_PRICE "%s"', (value) => {
    expect(() => readConfig({ ...least, MODEL_PRICE: value })).toThrow(
      `The environment variable MODEL_PRICE is "${value}"; allowed is <id>=<USD for a million tokens read>/<written>.`,
    );
  });

  it('has a guardrail when one is named, whose version must be named too', () => {
    expect(readConfig({ ...least, GUARDRAIL_ID: 'g', GUARDRAIL_VERSION: '3' }).guardrail).toEqual({
      ...{ id: 'g', version: '3' },
    });
    expect(() => readConfig({ ...least, GUARDRAIL_ID: 'g' })).toThrow('GUARDRAIL_VERSION is not set');
  });

  it('speaks to an S3 of its own in paths, and tells causes only where that is said', () => {
    const config = readConfig({ ...least, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1', TELL_CAUSES: 'true' });
    expect(config).toMatchObject({ s3PathStyle: true, tellsCauses: true });
  });
});
