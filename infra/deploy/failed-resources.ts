import type { StackEvent } from './stack-service.ts';

/** Why a deployment failed: a line for each resource that failed, the first one first, without those that were only stopped for it. */
export function failedResources(latestFirst: readonly StackEvent[]): string[] {
  return latestFirst
    .filter(({ status, reason }) => status.endsWith('_FAILED') && !/cancelled/i.test(reason))
    .map(({ resource, type, reason }) => `${resource} (${type}): ${reason || 'no reason is given'}`)
    .reverse();
}
