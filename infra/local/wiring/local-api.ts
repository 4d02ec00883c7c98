import { readFileSync } from 'node:fs';
import type { ResolverSettings } from '../../../resolvers/request/resolver-settings.ts';
import { settingsVariables } from '../../../resolvers/settings-variables.ts';
import { queryDepth } from '../../../schema/limits/request-limits.ts';
import { createAppSyncApi } from '../appsync/execution/execute.ts';
import type { AppSyncApi } from '../appsync/execution/appsync-api.ts';
import type { OtherAnswers } from '../appsync/runtime/unsettled.ts';
import type { Subscribers } from '../appsync/realtime/subscribers.ts';
import { mayCall } from '../identity/principals.ts';
import { createPushedEnds } from '../lambda/pushed-ends.ts';
import type { SourceParts } from './local-sources.ts';
import { createSources } from './local-sources.ts';
import { loadResolvers } from './resolver-bundles.ts';

interface LocalApiParts extends Omit<SourceParts, 'ends'> {
  /** As `bundleResolvers` gives them. */
  readonly codes: Parameters<typeof loadResolvers>[0];
  readonly settings: ResolverSettings;
  readonly subscribers: Pick<Subscribers, 'publish'>;
  /** What is answered otherwise than usual, where it is not known what AppSync answers. */
  readonly other?: OtherAnswers | undefined;
}

/** The API of this host: the schema and the resolvers that are deployed, over the sources of this machine. */
export function createLocalApi({ codes, settings, subscribers, other, ...sources }: LocalApiParts): AppSyncApi {
  const ends = createPushedEnds();
  return createAppSyncApi({
    typeDefs: ['appsync.graphql', 'schema.graphql'].map(readSchema),
    resolvers: loadResolvers(
      codes,
      createSources({ ...sources, ends }),
      settingsVariables(settings, sources.table.name),
      other ? { other } : {},
    ),
    principals: mayCall,
    publish: (publication) => {
      subscribers.publish(publication);
      ends.see(publication);
    },
    ...(other ? { other } : {}),
    depthLimit: queryDepth,
  });
}

function readSchema(name: string): string {
  return readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');
}
