import { lease } from '../schema/limits/lease-times.ts';
import { work } from '../schema/limits/worker-times.ts';
import type { TokenPrice } from '../schema/models/model-facts.ts';
import type { IamCredentials } from '../schema/wire/sign-request.ts';

/** The configuration of the functions. The host passes it in environment variables. */
export interface Config {
  /** The API's `/graphql`. */
  readonly apiUrl: URL;
  readonly region: string;
  readonly bucket: string;
  /**
   * True if URLs name the bucket in their path. S3-compatible servers need this, because they have no host name for
   * each bucket.
   */
  readonly s3PathStyle: boolean;
  /** Returns the current credentials. Call it for each use, because a long-lived process receives new ones. */
  readonly credentials: () => IamCredentials;
  /** The longest time between two parts while the model writes, in milliseconds. */
  readonly partIntervalMs: number;
  /**
   * The shorter interval that applies while few snippets are written and the code is short; see `work.quickParts`. If
   * it is undefined, `partIntervalMs` always applies.
   */
  readonly quickPartMs?: number | undefined;
  /**
   * If this many bytes of UTF-8 are waiting, they are sent before the interval is over. A part contains everything
   * that waits, so it may be longer than this.
   */
  readonly partBytes: number;
  /** The duration of a lease in milliseconds. A claim begins it, and each part renews it. */
  readonly leaseMs: number;
  /** If no part was sent for this long, in milliseconds, the lease is renewed without a part. */
  readonly renewAfterMs: number;
  /** The longest time for storing a file, in milliseconds. It is shorter than the lease. */
  readonly storeWithinMs: number;
  /** The ids of the models to call, in this order, if the requested model keeps failing. */
  readonly fallbackModels: readonly string[];
  /**
   * The token limit of an answer if the caller gives none. If it is undefined, the model's own limit applies; see
   * inference-options.ts.
   */
  readonly defaultMaxTokens: number | undefined;
  /** The id of the model behind each ARN of an inference profile. */
  readonly modelsBehind: Readonly<Record<string, string>>;
  /** The price that the deployment itself sets for one model. `model` is the id by which this model is called. */
  readonly priced: { readonly model: string; readonly price: TokenPrice } | undefined;
  /** The Bedrock guardrail that every call of a model passes through, or undefined if there is none. */
  readonly guardrail: { readonly id: string; readonly version: string } | undefined;
  /** The longest pause before the second call of a model, in milliseconds. */
  readonly modelPauseMs: number;
  /** After a model has begun to write, this is the longest time without further text, in milliseconds. */
  readonly modelIdleMs: number;
  /**
   * The longest time that an attempt may spend on calls of models, in milliseconds. The time-out of the function may
   * leave less.
   */
  readonly modelWithinMs: number;
  /**
   * True if callers see the cause of a failure. It is true only on the local host, where the caller also runs the
   * system.
   */
  readonly tellsCauses: boolean;
  /**
   * The folder with the grammars of the syntax check. If it is undefined, it is `grammars` beside the file of the
   * function.
   */
  readonly grammars: string | undefined;
  /** Whether a faulty answer is repaired if the caller does not choose `options.repair`. */
  readonly repairs: boolean;
}

/**
 * Reads the configuration.
 * @throws Error naming the variable, its value and what is allowed.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    apiUrl: new URL(required(env, 'API_URL')),
    region: required(env, 'AWS_REGION'),
    bucket: required(env, 'BUCKET'),
    s3PathStyle: env['AWS_ENDPOINT_URL_S3'] !== undefined,
    credentials: () => ({
      accessKeyId: required(env, 'AWS_ACCESS_KEY_ID'),
      secretAccessKey: required(env, 'AWS_SECRET_ACCESS_KEY'),
      sessionToken: env['AWS_SESSION_TOKEN'],
    }),
    partIntervalMs: wholeNumber(env, 'PART_INTERVAL_MS', work.partIntervalMs),
    quickPartMs: wholeNumber(env, 'QUICK_PART_MS', undefined),
    partBytes: wholeNumber(env, 'PART_BYTES', work.partBytes),
    leaseMs: wholeNumber(env, 'LEASE_MS', lease.usualMs),
    renewAfterMs: wholeNumber(env, 'RENEW_AFTER_MS', lease.renewAfterMs),
    storeWithinMs: wholeNumber(env, 'STORE_WITHIN_MS', work.storeWithinMs),
    fallbackModels: (env['FALLBACK_MODELS'] ?? '').split(' ').filter((id) => id !== ''),
    defaultMaxTokens: wholeNumber(env, 'DEFAULT_MAX_TOKENS', undefined),
    modelsBehind: modelsByArn(env['MODELS_BEHIND'] ?? ''),
    priced: pricedModel(env['MODEL_PRICE'] ?? ''),
    guardrail: env['GUARDRAIL_ID']
      ? { id: env['GUARDRAIL_ID'], version: required(env, 'GUARDRAIL_VERSION') }
      : undefined,
    modelPauseMs: wholeNumber(env, 'MODEL_PAUSE_MS', work.modelPauseMs),
    modelIdleMs: wholeNumber(env, 'MODEL_IDLE_MS', work.modelIdleMs),
    modelWithinMs: wholeNumber(env, 'MODEL_WITHIN_MS', work.modelWithinMs),
    tellsCauses: env['TELL_CAUSES'] === 'true',
    grammars: env['GRAMMARS'],
    repairs: env['REPAIR'] === 'true',
  };
}

/** Reads `<arn>=<id>`, separated by spaces. */
function modelsByArn(text: string): Record<string, string> {
  const pairs = text.split(' ').flatMap((pair) => (pair === '' ? [] : [pair.split('=')]));
  return Object.fromEntries(
    pairs.map(([arn, id]) => {
      if (arn && id) return [arn, id];
      throw new Error(
        `The environment variable MODELS_BEHIND is "${text}"; allowed is <arn>=<id>, separated by spaces.`,
      );
    }),
  );
}

/** Reads `<id>=<input>/<output>`. */
function pricedModel(text: string): Config['priced'] {
  if (text === '') return undefined;
  const [, model, input, output] = /^([^=]+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (model && input && output) return { model, price: { input: +input, output: +output } };
  throw new Error(
    `The environment variable MODEL_PRICE is "${text}"; allowed is <id>=<USD for a million tokens read>/<written>.`,
  );
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

function wholeNumber<Otherwise>(env: NodeJS.ProcessEnv, name: string, otherwise: Otherwise): number | Otherwise {
  const text = env[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`The environment variable ${name} is "${text}"; allowed is a whole number of 1 or more.`);
  }
  return value;
}
