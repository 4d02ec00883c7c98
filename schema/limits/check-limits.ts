/** How the syntax of an answer is checked, and what is told of it. */
export const checkLimits = {
  /** Most faults that are told. */
  faults: 10,
  /** Most UTF-16 units of a fault's message. */
  messageUnits: 200,
  /** How long one parse may take; loading a grammar is not part of it. */
  parseMs: 200,
} as const;
