import type { Auth } from '../client-auth.ts';
import type { SignInSettings } from './sign-in/sign-in-settings.ts';
import type { Language } from '../../schema/types.generated.ts';

/** A task that the model in use is known to do. */
export interface KnownTask {
  readonly title: string;
  readonly languages: readonly Language[];
}

/** What the host tells its page, as `config.json` beside it. */
export interface PageConfig {
  /** Of the API, from the page's own address: `/graphql`. */
  readonly url: string;
  readonly auth: Auth | SignInSettings;
  /** What the model in use knows, when it knows certain tasks alone; else it is left out. */
  readonly knownTasks?: readonly KnownTask[] | undefined;
}

/** @throws Error the host does not answer, or not with a configuration */
export async function readPageConfig(): Promise<PageConfig> {
  const response = await fetch('./config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json: HTTP ${response.status}`);
  const config = (await response.json()) as PageConfig;
  return { ...config, url: new URL(config.url, location.href).href };
}
