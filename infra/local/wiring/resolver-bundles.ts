import type { SourceName } from '../../../resolvers/manifest.ts';
import { batches, fields, steps } from '../../../resolvers/manifest.ts';
import type { FieldEntry } from '../../../resolvers/manifest.ts';
import type { ResolverVariables } from '../../../resolvers/settings-variables.ts';
import type { ResolverName } from '../../bundle.ts';
import type { DataSource } from '../appsync/sources/data-source.ts';
import type { FieldResolver } from '../appsync/resolving/resolve.ts';
import { createPipelineResolver, createUnitResolver } from '../appsync/resolving/resolve.ts';

/** The resolvers of the manifest by field, running the very code that is deployed. */
export function loadResolvers(
  codes: Record<ResolverName, string>,
  sourceOf: (source: SourceName, resolver: ResolverName) => DataSource,
  env: ResolverVariables,
): Map<string, FieldResolver> {
  const entries: [keyof typeof fields, FieldEntry][] = Object.entries(fields) as never;
  return new Map(
    entries.map(([name, entry]) => {
      const code = codes[name];
      if ('source' in entry) {
        return [name, createUnitResolver({ name, code, source: sourceOf(entry.source, name), env })];
      }
      const functions = entry.steps.map((step) => ({
        name: step,
        code: codes[`steps/${step}`],
        source: sourceOf(steps[step], `steps/${step}`),
        maxBatchSize: batches[step] ?? 0,
      }));
      return [name, createPipelineResolver({ name, code, steps: functions, env })];
    }),
  );
}
