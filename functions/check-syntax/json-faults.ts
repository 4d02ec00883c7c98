import type { FaultFinder } from './syntax-check.ts';

/** `JSON.parse` decides. Because it does not always say where the fault is, the grammar names the places. */
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
