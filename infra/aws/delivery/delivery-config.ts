import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Kind } from '../settings/settings.ts';
import { oneOf, Settings } from '../settings/settings.ts';

/** A repository of GitHub that deploys: each a setting of that name. */
export interface DeliveryConfig {
  /** `owner/name`. */
  readonly repository: readonly [owner: string, name: string];
  /**
   * The numbers of owner and repository, which stand behind their names in what repositories that were made or renamed
   * since July 2026 say of themselves (https://docs.github.com/en/actions/concepts/security/openid-connect).
   */
  readonly repositoryIds: readonly [owner: string, name: string];
  /** Whether the account's provider of GitHub's tokens is to be made; there is one in an account at most. */
  readonly provider: 'make' | 'existing';
  /** The region that is deployed to. */
  readonly region: string;
}

const regions = RegionInfo.regions.filter(({ partition }) => partition === 'aws').map(({ name }) => name);

/**
 * Reads what was given by `-c name=value`. `region` is the caller's own, if it is known, else us-east-1.
 * @throws WrongSetting
 */
export function readDeliveryConfig(
  given: Readonly<Record<string, unknown>>,
  region: string | undefined,
): DeliveryConfig {
  const settings = new Settings({ region, repository: '', repositoryIds: '', ...given });
  const config: DeliveryConfig = {
    repository: settings.read('repository', pair(/[\w.-]+/, 'owner/name, as in my-company/snipstream'), ['', '']),
    repositoryIds: settings.read('repositoryIds', pair(/\d+/, 'the numbers of owner and repository, as in 1234/5678'), [
      '',
      '',
    ]),
    provider: settings.read('provider', oneOf(['make', 'existing']), 'make'),
    region: settings.read('region', oneOf(regions), 'us-east-1'),
  };
  settings.refuseOthers();
  return config;
}

function pair(half: RegExp, allowed: string): Kind<readonly [string, string]> {
  const pattern = new RegExp(`^(${half.source})/(${half.source})$`);
  return {
    allowed,
    read: (text) => {
      const [, owner, name] = pattern.exec(text) ?? [];
      return owner && name ? [owner, name] : undefined;
    },
  };
}
