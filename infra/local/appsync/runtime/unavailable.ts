/**
 * What APPSYNC_JS has and the local host has not: because nobody recorded what AWS answers, because it would take Java's date
 * patterns, which no resolver here uses, or, for RDS, because there is no such data source. Reaching for one ends the handler with a sentence that names it. `rds.` is the module
 * `@aws-appsync/utils/rds`; names without `util.`, `extensions.` or `rds.` are of `@aws-appsync/utils/dynamodb`.
 */
export const unavailableFunctions = [
  'util.rds',
  'rds.agg',
  'rds.createMySQLStatement',
  'rds.createPgStatement',
  'rds.insert',
  'rds.remove',
  'rds.select',
  'rds.sql',
  'rds.toJsonObject',
  'rds.typeHint',
  'rds.update',
  'util.time.nowFormatted',
  'util.time.parseFormattedToEpochMilliSeconds',
  'util.time.epochMilliSecondsToFormatted',
  'util.xml',
  'util.http.addResponseHeader',
  'util.http.addResponseHeaders',
  'util.dynamodb.fromS3ObjectJson',
  'util.transform.toElasticsearchQueryDSL',
  'extensions.evictFromApiCache',
  'extensions.setSubscriptionInvalidationFilter',
  'extensions.invalidateSubscriptions',
  'sync',
  'toStringSet',
  'toNumberSet',
  'toBinarySet',
  'batchGet',
  'batchPut',
  'batchDelete',
  'transactGet',
  'transactWrite',
  'operations.updateListItem',
] as const;

export type UnavailableFunction = (typeof unavailableFunctions)[number];

/** A function that says that it is not there. */
export function unavailable(name: UnavailableFunction): () => never {
  return () => {
    throw new Error(`${name} is not available on the local host.`);
  };
}

/** For a case of an available function whose answer nobody recorded. */
export function unknownHere(what: string): Error {
  return new Error(`${what} is not available on the local host: what AWS answers is not known.`);
}
