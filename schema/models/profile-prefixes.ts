/** The regions from which an inference profile can be called, and those to which it routes. */
export interface Geography {
  readonly from: readonly string[];
  /**
   * All regions to which a profile of this prefix can route. The calling region is added to them. A list that is too
   * long does no harm, because the policy allows the models only through the profile.
   */
  readonly to: readonly string[];
}

const europe = ['central-1', 'central-2', 'north-1', 'south-1', 'south-2', 'west-1', 'west-2', 'west-3'];
const asia = ['northeast-1', 'northeast-2', 'northeast-3', 'south-1', 'southeast-1', 'southeast-2'];
const pair = (one: string, other: string): Geography => ({ from: [one, other], to: [one, other] });

/**
 * The prefixes of the inference profiles that stay in one part of the world. A profile of one model may go to fewer
 * regions than are named here, never to more.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html, and the lists of profiles
 * that https://github.com/amazonbedrockmodels/amazonbedrockmodels.github.io copies from each region
 */
export const geographies: Readonly<Record<string, Geography>> = {
  us: {
    from: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1'],
    to: ['us-east-1', 'us-east-2', 'us-west-2'],
  },
  eu: {
    from: europe.map((name) => `eu-${name}`),
    to: europe.filter((name) => name !== 'central-2' && name !== 'west-2').map((name) => `eu-${name}`),
  },
  jp: pair('ap-northeast-1', 'ap-northeast-3'),
  au: pair('ap-southeast-2', 'ap-southeast-4'),
  apac: {
    from: [...asia, 'east-2'].map((name) => `ap-${name}`),
    to: [...asia, 'east-2', 'south-2', 'southeast-3', 'southeast-4'].map((name) => `ap-${name}`),
  },
  ca: { from: ['ca-central-1'], to: ['ca-central-1', 'ca-west-1'] },
  in: { from: ['ap-south-1'], to: ['ap-south-1', 'ap-south-2'] },
  'us-gov': pair('us-gov-west-1', 'us-gov-east-1'),
};

/** The prefix of profiles that may go to any commercial region, callable from each of them. */
export const worldwide = 'global';

/** The prefix of an inference profile's id, undefined for the id of a model. */
export function profilePrefix(id: string): string | undefined {
  const [prefix = ''] = id.split('.');
  return prefix === worldwide || Object.hasOwn(geographies, prefix) ? prefix : undefined;
}

/** The id of the model that a profile stands for; the id of a model stays as it is. */
export function modelOfProfile(id: string): string {
  const prefix = profilePrefix(id);
  return prefix === undefined ? id : id.slice(prefix.length + 1);
}

/** The prefixes of profiles that can be asked from a region. */
export function prefixesFrom(region: string): string[] {
  const near = Object.entries(geographies).filter(([, { from }]) => from.includes(region));
  return [...near.map(([prefix]) => prefix), worldwide];
}
