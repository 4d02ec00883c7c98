/** The files of finished snippets. */
export const snippetFiles = {
  /** Every object key begins with this folder. */
  folder: 'code-output/',
  /** How many UTF-16 units of the instruction a file name contains at most. */
  slugUnits: 48,
  linkSeconds: 300,
} as const;
