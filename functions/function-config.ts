import { lease } from '../schema/limits/lease-times.ts';
import { work } from '../schema/limits/worker-times.ts';
import type { TokenPrice } from '../schema/models/model-facts.ts';
import type { IamCredentials } from '../schema/wire/sign-request.ts';

/** Where the functions run and how they pace themselves; the host sets it, in environment variables. */
export interface Config {
  /** The API's `/graphql`. */
  readonly apiUrl: URL;
  readonly region: string;
  readonly bucket: string;
  /** True for an S3 of one's own, which has no host name for each bucket. */
  readonly s3PathStyle: boolean;
  /** Read at each use: a long-lived process is given new ones. */
  readonly credentials: () => IamCredentials;
  /** Longest time between two parts while text comes. */
  readonly partIntervalMs: number;
  /** The same while few snippets are written and the code is short, see `work.quickParts`; undefined: no shorter one. */
  readonly quickPartMs?: number | undefined;
  /** So many bytes of UTF-8 that wait are sent before that time is over; a part has all that waits, and so may be longer. */
  readonly partBytes: number;
  /** How long a claim, or a part, keeps the snippet for its attempt. */
  readonly leaseMs: number;
  /** How long there may be no part before the lease is renewed without one. */
  readonly renewAfterMs: number;
  /** How long storing a file may take; below the lease. */
  readonly storeWithinMs: number;
  /** Models to ask when the one asked for keeps failing, in order. */
  readonly fallbackModels: readonly string[];
  /** Most tokens of an answer when the caller names no number; undefined: what the model allows, see inference-options.ts. */
  readonly defaultMaxTokens: number | undefined;
  /** The id of the model by the ARN that it is asked by. */
  readonly modelsBehind: Readonly<Record<string, string>>;
  /** What the tokens of one model cost, by the id that it is asked by, where the deployment says so itself. */
  readonly priced: { readonly model: string; readonly price: TokenPrice } | undefined;
  /** The guardrail in front of the models; undefined: none. */
  readonly guardrail: { readonly id: string; readonly version: string } | undefined;
  /** Longest pause before a model is asked for the second time. */
  readonly modelPauseMs: number;
  /** How long a model that has begun to write may be silent. */
  readonly modelIdleMs: number;
  /** How long an attempt may ask models and hear them at most; the function's own time-out may leave less. */
  readonly modelWithinMs: number;
  /** Whether callers are told the cause of a failure: where they run the system themselves. */
  readonly tellsCauses: boolean;
  /** Where the files of the check of syntax lie; undefined: in `grammars` beside the function's own file. */
  readonly grammars: string | undefined;
  /** Whether a faulty answer is repaired where the caller says nothing of it. */
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
