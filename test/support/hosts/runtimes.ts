import { kind, unkind } from '../../../infra/local/appsync/runtime/unsettled.ts';

/** The local host's runtimes for resolvers: the usual one, and the one that answers otherwise wherever AppSync may. */
export const runtimes = { kind, unkind } as const;

export type RuntimeName = keyof typeof runtimes;

/** `describe.each` of these runs tests in both; of a deployed API there is but one. */
export const runtimeNames: RuntimeName[] = process.env['API_URL'] ? ['kind'] : ['kind', 'unkind'];
