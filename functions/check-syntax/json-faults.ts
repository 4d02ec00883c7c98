import type { FaultFinder } from './syntax-check.ts';

/**
 * Finds the faults of JSON. `JSON.parse` decides whether there are any. The grammar names their places, because
 * `JSON.parse` does not always do so.
 */
export function jsonFaults(findPlaces: FaultFinder): FaultFinder {
  return (code) => {
    try {
      JSON.parse(code);
      return [];
    } catch (error) {
      const places = findPlaces(code) ?? [];
      const message = error instanceof Error ? error.message : String(error);
      return places.length > 0 ? places : [{ line: 1, column: 1, message }];
    }
  };
}
