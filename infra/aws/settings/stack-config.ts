import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { lease } from '../../../schema/limits/lease-times.ts';
import { requestLimits } from '../../../schema/limits/request-limits.ts';
import type { ApiKeyPeriod, KeyNotice } from '../api/api-key-period.ts';
import { apiKeyPeriod, keyNotices } from '../api/api-key-period.ts';
import type { Guardrail } from '../models/model-access.ts';
import type { TokenPrice } from '../../../schema/models/model-facts.ts';
import { modelPrice } from '../../../schema/models/model-facts.ts';
import type { ChosenModel } from '../../offered-model.ts';
import { defaultModel, modelsIn } from '../models/models-setting.ts';
import type { Quotas } from '../../../resolvers/quota/limits-of.ts';
import { defaultQuotas } from '../../../schema/limits/quota-limits.ts';
import { quotasAllowed, readQuotas, usualAs } from '../../quotas-setting.ts';
import type { Kind } from './settings.ts';
import { oneOf, Settings, textLike, trueOrFalse, wholeNumber } from './settings.ts';

/**
 * Everything about a deployment that its owner may choose. Each field but the last two is a setting of the same name.
 */
export interface Config {
  /**
   * The stack is `snipstream-<stage>`, so that several people share an account. One whose name begins with `prod` keeps its
   * data and is guarded, unless other settings say otherwise.
   */
  readonly stage: string;
  readonly region: string;
  /** What the worker may ask; the first is the one it asks when the caller names none. */
  readonly models: readonly ChosenModel[];
  /** Whether the others of the models are asked, in their order, when one keeps failing. */
  readonly fallback: boolean;
  /** The Bedrock guardrail in front of the models; undefined: none. */
  readonly guardrail: Guardrail | undefined;
  /** Of the first model, in USD for a million tokens, as `input/output`; without it its cost is not estimated. */
  readonly price: TokenPrice | null;
  /** USD that the tokens of a day may come to, by estimate, before an alarm tells of it. */
  readonly costPerDay: number;
  /** USD that the whole account may spend in a month before its budget tells of it; 0: no budget. It needs `alarmEmail`. */
  readonly accountBudget: number;
  /** Most tokens of an answer when the caller names no number; undefined: see `outputLimit` of the worker. */
  readonly defaultMaxTokens: number | undefined;
  /** Whether a faulty answer is repaired, by a second call of the model, where the caller says nothing of it. */
  readonly repair: boolean;
  /** Whether table, bucket and users go with the stack; logs always do. */
  readonly removal: 'destroy' | 'retain';
  /** The name of a table to use in place of the stack's own, as one that was restored; undefined: its own. */
  readonly table: string | undefined;
  /** Days after which a file is removed; 0: never. */
  readonly fileDays: number;
  /** Days for which a file that was replaced or removed can be brought back. */
  readonly oldVersionDays: number;
  readonly logDays: RetentionDays;
  /** Whether the API tells its schema. */
  readonly introspection: boolean;
  /** Whether the page is deployed too, and people sign in to it with the users of the pool. */
  readonly page: boolean;
  /** A firewall costs about 7 USD a month: https://aws.amazon.com/waf/pricing/. */
  readonly firewall: boolean;
  /** Most requests from one address within `watchSeconds`, for the firewall; signed ones are counted apart, up to 20 times as many. */
  readonly requestsPerAddress: number;
  /** Who hears of alarms; it has to be confirmed once. Null: nobody, as the setting says by `none`. Undefined: it says nothing. */
  readonly alarmEmail: string | null | undefined;
  /** Snippets in work at once, out of the account's concurrency; undefined: no more is set aside or held back. */
  readonly reservedConcurrency: number | undefined;
  /** Milliseconds between two parts; undefined: the worker's own. */
  readonly partIntervalMs: number | undefined;
  /** Longer than storing a file takes, shorter than Lambda's wait of a minute before it delivers again. */
  readonly leaseMs: number;
  /** What callers may use in a day. */
  readonly quotas: Quotas;
  /** Which API key there is: no setting, it follows from the day. */
  readonly apiKey: ApiKeyPeriod;
  /** When its end is told of, and that of the one before. */
  readonly keyNotices: readonly KeyNotice[];
}

const stages = {
  dev: { removal: 'destroy', oldVersionDays: 7, logDays: RetentionDays.ONE_WEEK, introspection: true, firewall: false },
  prod: {
    removal: 'retain',
    oldVersionDays: 30,
    logDays: RetentionDays.THREE_MONTHS,
    introspection: false,
    firewall: true,
  },
} as const;

const logDays = Object.values(RetentionDays).filter((days): days is RetentionDays => typeof days === 'number');
const regions = RegionInfo.regions.filter(({ partition }) => partition === 'aws').map(({ name }) => name);

/**
 * Reads what was given by `-c name=value`. `region` is the caller's own, if it is known, else us-east-1.
 * @throws WrongSetting
 */
export function readConfig(given: Readonly<Record<string, unknown>>, region: string | undefined, now: Date): Config {
  const settings = new Settings({ region, ...given });
  const stage = settings.read('stage', stageName, 'dev');
  const by = stages[isProduction(stage) ? 'prod' : 'dev'];
  const chosenRegion = settings.read('region', oneOf(regions), 'us-east-1');
  const models = settings.read('models', modelsIn(chosenRegion), [defaultModel(chosenRegion)]);
  const config: Config = {
    stage,
    region: chosenRegion,
    models,
    fallback: settings.read('fallback', trueOrFalse, false),
    guardrail: settings.read('guardrail', guardrail, undefined),
    price: settings.read('price', price, modelPrice(models[0]?.behind ?? '', chosenRegion)),
    costPerDay: settings.read('costPerDay', wholeNumber(1, 1_000_000), 10),
    accountBudget: settings.read('accountBudget', wholeNumber(0, 10_000_000), 100),
    defaultMaxTokens: settings.read('defaultMaxTokens', wholeNumber(1, requestLimits.mostTokens), undefined),
    repair: settings.read('repair', trueOrFalse, false),
    removal: settings.read('removal', oneOf(['destroy', 'retain']), by.removal),
    table: settings.read('table', tableName, undefined),
    fileDays: settings.read('fileDays', wholeNumber(0, 3650), 0),
    oldVersionDays: settings.read('oldVersionDays', wholeNumber(1, 365), by.oldVersionDays),
    logDays: settings.read('logDays', oneOf(logDays), by.logDays),
    introspection: settings.read('introspection', trueOrFalse, by.introspection),
    page: settings.read('page', trueOrFalse, false),
    firewall: settings.read('firewall', trueOrFalse, by.firewall),
    requestsPerAddress: settings.read('requestsPerAddress', wholeNumber(10, 2_000_000), 1_000),
    alarmEmail: settings.read('alarmEmail', alarmEmail, undefined),
    reservedConcurrency: settings.read('reservedConcurrency', wholeNumber(1, 10_000), undefined),
    partIntervalMs: settings.read('partIntervalMs', wholeNumber(100, 5_000), undefined),
    leaseMs: settings.read('leaseMs', wholeNumber(lease.leastMs, lease.mostMs), lease.usualMs),
    quotas: settings.read('quotas', quotas, usualAs(defaultQuotas)),
    apiKey: apiKeyPeriod(now),
    keyNotices: keyNotices(now),
  };
  settings.refuseOthers();
  return config;
}

/** Whether a stage is meant for others to rely on. */
export function isProduction(stage: string): boolean {
  return stage.startsWith('prod');
}

/**
 * It becomes a part of the address at which people sign in, which takes none of the three words:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
const stageName = textLike(
  /^(?!.*(?:aws|amazon|cognito))[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?$/,
  'a name such as dev, prod or alice: 1 to 20 lower-case letters, digits and hyphens, the first a letter and the last no ' +
    'hyphen, without the words aws, amazon and cognito',
);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const tableName = textLike(
  /^[\w.-]{3,255}$/,
  'the name of a table: 3 to 255 letters, digits, dots, hyphens and underscores',
);

const alarmEmail: Kind<string | null> = {
  allowed: 'an e-mail address, or none',
  read: (text) => (text === 'none' ? null : /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) ? text : undefined),
};

const guardrail: Kind<Guardrail> = {
  allowed: "a guardrail's id and version, as in a1b2c3d4e5f6:1",
  read: (text) => {
    const [, id, version] = /^([a-z0-9]{1,64}):(\d{1,8}|DRAFT)$/.exec(text) ?? [];
    return id && version ? { id, version } : undefined;
  },
};

const quotas: Kind<Quotas> = { allowed: quotasAllowed, read: (text) => readQuotas(text, defaultQuotas) };

const price: Kind<TokenPrice> = {
  allowed: 'USD for a million tokens read and written, as in 3.30/16.50',
  read: (text) => {
    const [, input, output] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    return input && output ? { input: +input, output: +output } : undefined;
  },
};
