import type { SourceName } from '../../../resolvers/manifest.ts';
import { batches, fields, steps } from '../../../resolvers/manifest.ts';
import type { FieldEntry } from '../../../resolvers/manifest.ts';
import type { ResolverVariables } from '../../../resolvers/settings-variables.ts';
import type { ResolverName } from '../../bundle.ts';
import type { DataSource } from '../appsync/sources/data-source.ts';
import type { FieldResolver } from '../appsync/resolving/field-resolver.ts';
import { kind } from '../appsync/runtime/unsettled.ts';
import { withOtherResults } from '../appsync/sources/other-results.ts';
import type { ResolverOptions } from '../appsync/resolving/resolve.ts';
import { createPipelineResolver, createUnitResolver } from '../appsync/resolving/resolve.ts';

/**
 * The resolvers of the manifest by field, running the very code that is deployed; `other` is what AppSync then answers
 * otherwise than usual, `now` their clock in milliseconds, `onCall` is told of each handler before it is called.
 */
export function loadResolvers(
  codes: Record<ResolverName, string>,
  sourceOf: (source: SourceName, resolver: ResolverName) => DataSource,
  env: ResolverVariables,
  { other = kind, ...more }: Pick<ResolverOptions, 'other' | 'now' | 'onCall'> = {},
): Map<string, FieldResolver> {
  const otherwise = (source: SourceName, resolver: ResolverName): DataSource =>
    withOtherResults(sourceOf(source, resolver), other);
  const entries: [keyof typeof fields, FieldEntry][] = Object.entries(fields) as never;
  return new Map(
    entries.map(([name, entry]) => {
      const code = codes[name];
      if ('source' in entry) {
        return [name, createUnitResolver({ name, code, source: otherwise(entry.source, name), env, other, ...more })];
      }
      const functions = entry.steps.map((step) => ({
        name: step,
        code: codes[`steps/${step}`],
        source: otherwise(steps[step], `steps/${step}`),
        maxBatchSize: batches[step] ?? 0,
      }));
      return [name, createPipelineResolver({ name, code, steps: functions, env, other, ...more })];
    }),
  );
}
