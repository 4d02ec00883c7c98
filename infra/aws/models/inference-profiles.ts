import type { Kind } from '../settings/settings.ts';

/** AppSync's limit of an environment variable, in which the resolvers find them. */
const MOST_CHARACTERS = 512;

/** Where requests to a system-defined inference profile may come from and go to. */
interface Geography {
  readonly from: readonly string[];
  /** More than one model's profile has: a role may ask a model there through the profile alone. */
  readonly to: readonly string[];
}

const europe = ['central-1', 'central-2', 'north-1', 'south-1', 'south-2', 'west-1', 'west-2', 'west-3'];
const asia = ['northeast-1', 'northeast-2', 'northeast-3', 'south-1', 'south-2', 'southeast-1', 'southeast-2'];

/**
 * The prefixes of inference profiles that stay in one part of the world.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export const geographies: Readonly<Record<string, Geography>> = {
  us: {
    from: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1'],
    to: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  },
  eu: { from: europe.map((name) => `eu-${name}`), to: europe.map((name) => `eu-${name}`) },
  au: { from: ['ap-southeast-2', 'ap-southeast-4', 'ap-southeast-6'], to: ['ap-southeast-2', 'ap-southeast-4'] },
  jp: { from: ['ap-northeast-1', 'ap-northeast-3'], to: ['ap-northeast-1', 'ap-northeast-3'] },
  apac: {
    from: asia.map((name) => `ap-${name}`),
    to: [...asia, 'southeast-3', 'southeast-4', 'southeast-5', 'southeast-7', 'east-2'].map((name) => `ap-${name}`),
  },
};

/** The prefix of profiles that may go to any commercial region, callable from each of them. */
export const WORLDWIDE = 'global';

/** USD for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/**
 * Claude Sonnet 4.6, which is asked through a profile only.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-sonnet-4-6.html
 */
const SONNET = 'anthropic.claude-sonnet-4-6';

/** Its geographies, by the regional availability on that page; where it has none, the worldwide profile. */
const sonnetGeographies = ['us', 'eu', 'au'];

/** The model of a deployment that chooses none. */
export function defaultModel(region: string): string {
  const own = sonnetGeographies.find((prefix) => geographies[prefix]?.from.includes(region));
  return `${own ?? WORLDWIDE}.${SONNET}`;
}

/**
 * What the default model costs, undefined for any other: $3 and $15
 * (https://platform.claude.com/docs/en/models/sonnet-4-6/overview), a tenth more where it stays in one geography.
 */
export function knownPrice(model: string): Price | undefined {
  if (model === `${WORLDWIDE}.${SONNET}`) return { input: 3, output: 15 };
  return model.endsWith(`.${SONNET}`) ? { input: 3.3, output: 16.5 } : undefined;
}

/** The prefix of an inference profile's id, undefined for the id of a model. */
export function profilePrefix(id: string): string | undefined {
  const prefix = id.split('.')[0] ?? '';
  return prefix === WORLDWIDE || Object.hasOwn(geographies, prefix) ? prefix : undefined;
}

/** Ids of models or inference profiles that can be asked from the region, separated by commas. */
export function modelsIn(region: string): Kind<readonly string[]> {
  const prefixes = [...Object.keys(geographies).filter((name) => geographies[name]?.from.includes(region)), WORLDWIDE];
  const callable = (id: string): boolean => {
    const prefix = profilePrefix(id);
    return /^[a-z0-9-]+\.[a-z0-9.:-]+$/.test(id) && (prefix === undefined || prefixes.includes(prefix));
  };
  return {
    allowed:
      `ids of models (${SONNET}) or of inference profiles of ${region} ` +
      `(${prefixes.map((prefix) => `${prefix}.`).join(', ')}), separated by commas, ${MOST_CHARACTERS} characters at most`,
    read: (text) => {
      const ids = text.split(',').map((id) => id.trim());
      return ids.every(callable) && ids.join(' ').length <= MOST_CHARACTERS ? ids : undefined;
    },
  };
}
